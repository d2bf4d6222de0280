import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { requireStaff, staffOf } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { jsonAnswer, problems, queryParameters, STAFF_SECURITY } from '#platform/http/describe.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import { loadCase } from '#store/case-store.ts'
import type { WebEnv } from '#store/web-env.ts'
import { findMessage, messagesOfCase, type MessageFactsRow } from './list-messages.ts'
import { onlyAdministrators } from './may-read.ts'
import { MessageAnswer, messagesAsked, MessagesQuery } from './messages.schema.ts'
import { readMessages } from './read-messages.ts'
import { retryMessage } from './retry-message.ts'

const tags = ['消息']
const security = STAFF_SECURITY

/** Messages to applicants: all of an authority for its system administrators, those of a case for whoever sees the case. */
export const messagesApi = new Hono<WebEnv>()
  .get(
    '/messages',
    describeRoute({
      operationId: 'listMessages', tags, security, summary: '发给申请人的消息',
      description: '本机关的，新的在前，每页50条。系统管理员可用',
      parameters: queryParameters(MessagesQuery),
      responses: { 200: jsonAnswer('消息', z.object({ messages: z.array(MessageAnswer), more: z.boolean().meta({ description: '后面还有' }) })), ...problems(401, 403) },
    }),
    requireStaff,
    async (c) => {
      const { rows, more } = await readMessages(staffCtx(c), messagesAsked(c.req.query()))
      return c.json({ messages: rows.map(shown), more })
    },
  )
  .get(
    '/messages/:id',
    describeRoute({
      operationId: 'getMessage', tags, security, summary: '一条消息', description: '系统管理员可用',
      responses: { 200: jsonAnswer('消息', MessageAnswer), ...problems(401, 403, 404) },
    }),
    requireStaff,
    async (c) => {
      const { db, actor } = staffCtx(c)
      onlyAdministrators(actor)
      return c.json(shown(await findMessage(db, actor.authorityId, c.req.param('id'))))
    },
  )
  .post(
    '/messages/:id/retry',
    describeRoute({
      operationId: 'retryMessage', tags, security, summary: '重发一条消息',
      description: '只有没发出（failed）、没有接通（unconfigured）的能重发；系统管理员可用',
      responses: { 200: jsonAnswer('已经放回去重发', MessageAnswer), ...problems(401, 403, 404, 409) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const outcome = await retryMessage(ctx, c.req.param('id'))
      return outcome.ok ? c.json(shown(await findMessage(ctx.db, ctx.actor.authorityId, c.req.param('id')))) : refusalResponse(c, outcome.refusal)
    },
  )
  .get(
    '/cases/:number/messages',
    describeRoute({
      operationId: 'listCaseMessages', tags, security, summary: '一件案子告知过申请人什么',
      responses: { 200: jsonAnswer('消息，早的在前', z.object({ messages: z.array(MessageAnswer) })), ...problems(401, 404) },
    }),
    requireStaff,
    async (c) => {
      const { db } = c.get('services')
      const { row } = await loadCase(db, staffOf(c), c.req.param('number'))
      return c.json({ messages: (await messagesOfCase(db, row.id)).map(shown) })
    },
  )

function shown(row: MessageFactsRow): z.input<typeof MessageAnswer> {
  const { id, caseNumber, occasion, letterId, channel, recipientMasked, subject, text, state, attempts, failure, failedTries, providerId, notBefore, createdAt, sentAt } = row
  return {
    id, number: caseNumber, occasion, letterId, channel, recipient: recipientMasked, subject, text, state, attempts, failure,
    failedTries: [...failedTries], providerId, notBefore, createdAt, sentAt,
  }
}
