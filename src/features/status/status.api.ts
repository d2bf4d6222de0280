import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { APPLICANT } from '#case/actor.ts'
import { secondsBetween } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, problems } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { contextFor, type Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { findByCode, LOCKED, type NotFound } from './find-by-code.ts'
import { limitQueries } from './limit-queries.ts'
import { StatusAnswer, StatusQuery } from './status.schema.ts'
import { statusView, type StatusView } from './status-view.ts'

/** `POST /status`: what an applicant may see of his case, for number and query code. POST, so that the code stands in no log. */
export const statusApi = new Hono<WebEnv>().post(
  '/status',
  describeRoute({
    operationId: 'queryStatus',
    tags: ['申请'],
    summary: '查询办理进度',
    description: '凭申请编号和查询码。编号不存在和查询码不对，回答一样；同一编号15分钟里错10次，到时间以前不能再查。',
    security: [],
    requestBody: jsonRequest(StatusQuery),
    responses: { 200: jsonAnswer('办到哪一步、最晚哪天答复、有哪些文书', StatusAnswer), ...problems(404, 422, 429) },
  }),
  async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    await limitQueries(c, ctx)
    const found = await findByCode(ctx, await jsonBody(c, StatusQuery))
    if (!found.ok) throw asError(ctx, found)
    c.header('Cache-Control', 'no-store')
    return c.json(answerOf(await statusView(ctx, found.caseId)))
  },
)

function asError(ctx: Ctx, { code, message, until }: NotFound): AppError {
  if (code !== LOCKED || until === null) return new AppError('not_found', message, { code })
  return new AppError('too_many', message, { code, retryAfterSeconds: Math.ceil(secondsBetween(ctx.now, until)) })
}

function answerOf({ number, stage, clock, letters, reply, dateChanges }: StatusView): StatusAnswer {
  const { status, dueOn, provisional, remainingWorkingDays, overdue, working, days, receivedOn } = clock
  return {
    number,
    stage,
    receivedOn,
    clock: { status, dueOn, provisional, remainingWorkingDays, overdue, working: working.map((step) => ({ ...step })), days: days.map((day) => ({ ...day })) },
    dateChanges: dateChanges.map(({ on, from, to, text }) => ({ on, from, to, text })),
    letters: letters.map(({ id, title, documentNumber, issuedOn, status: made }) => ({ id, title, documentNumber, issuedOn, status: made })),
    ...(reply === null ? {} : { reply: replyAnswer(reply) }),
  }
}

function replyAnswer({ remedy, documentNumber, issuedOn, deliveredOn, service, letterId }: NonNullable<StatusView['reply']>) {
  return {
    documentNumber,
    issuedOn,
    deliveredOn,
    service,
    letterId,
    remedy: remedy?.clause ?? null,
    reconsiderationBy: remedy?.reconsiderationBy ?? null,
    litigationBy: remedy?.litigationBy ?? null,
  }
}
