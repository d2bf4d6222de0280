import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { StaffActor } from '#case/actor.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { commandApi, staffCtx, viewCase } from '#features/desk/index.ts'
import { AppError } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import type { WebEnv } from '#store/web-env.ts'
import { linkDoor } from './link.door.tsx'
import { similarOfCase, similarOfTyped } from './similar-view.ts'
import { SimilarAnswer, similarAnswer, TypedApplication } from './similar.schema.ts'

/** Whoever registers applications; nobody else looks people up by their documents. */
function mayEnter(staff: StaffActor): void {
  if (staff.roles.includes('window_clerk') || staff.roles.includes('disclosure_officer')) return
  throw new AppError('forbidden', '录入时查重复由窗口人员或者公开办办理', { code: 'case/not-permitted' })
}

/** `GET /cases/{number}/similar`, `POST /similar`, and `POST /cases/{number}/links`. */
export const similarApi = new Hono<WebEnv>()
  .get(
    '/cases/:number/similar',
    describeRoute({
      operationId: 'getSimilarCases',
      tags: ['案件'],
      summary: '月内第几件、同一申请人的别的案件、内容相近的申请',
      description: '只列本机关、看得到的案件。相近按两字词比较，最像的在前。',
      security: STAFF_SECURITY,
      responses: { 200: jsonAnswer('累计和相近的申请', SimilarAnswer), ...problems(401, 404) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const view = await viewCase(ctx, c.req.param('number'))
      return c.json(similarAnswer(ctx, await similarOfCase(ctx, view)))
    },
  )
  .post(
    '/similar',
    describeRoute({
      operationId: 'findSimilarCases',
      tags: ['案件'],
      summary: '录入时查重复和月内第几件',
      description: '什么也不登记，什么也不占用。重复的照常可以登记。',
      security: STAFF_SECURITY,
      requestBody: jsonRequest(TypedApplication),
      responses: { 200: jsonAnswer('累计和相近的申请', SimilarAnswer), ...problems(401, 403, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      mayEnter(ctx.actor)
      const { receivedOn = ctx.today, ...typed } = await jsonBody(c, TypedApplication)
      return c.json(similarAnswer(ctx, await similarOfTyped(ctx, { ...typed, receivedOn })))
    },
  )
  .route('/', commandApi(linkDoor, 'LinkCases'))
