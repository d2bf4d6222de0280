import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { calendarAnswer, previewAnswer } from './calendar-answer.ts'
import { findDayOff } from './calendar-view.ts'
import { CalendarAnswer, ChangedAnswer, DayOffBody, ImportBody, PreviewAnswer, RevocationBody, wrapRequest } from './calendar.schema.ts'
import { changeCalendar } from './change-calendar.ts'
import { ChangeRequest } from './change.schema.ts'
import { previewChange } from './preview-change.ts'

const tags = ['日历']
const security = STAFF_SECURITY
const made = { 201: jsonAnswer('已改，在办案件由后台重新计算', ChangedAnswer), 200: jsonAnswer('日历已经是这样，什么也没有做', ChangedAnswer), ...problems(401, 403, 409, 422) }

const Preview = z.preprocess(wrapRequest, ChangeRequest)

/** `/calendar`, to be mounted under `/api/v1`. Every member of staff reads it; system administrators change it. */
export const calendarApi = new Hono<WebEnv>()
  .get(
    '/calendar',
    describeRoute({
      operationId: 'getCalendar',
      tags,
      security,
      summary: '日历',
      description: '各年的放假和调休、已知到哪一天、本地临时放假、历次变更和重新计算的进度',
      responses: { 200: jsonAnswer('日历', CalendarAnswer), ...problems(401) },
    }),
    requireStaff,
    async (c) => {
      c.header('Cache-Control', 'no-store')
      return c.json(await calendarAnswer(c.get('services').db))
    },
  )
  .post(
    '/calendar/preview',
    describeRoute({
      operationId: 'previewCalendarChange',
      tags,
      security,
      summary: '预览：改了日历，哪些在办案件会变',
      description: '什么也不写。内容和导入、临时放假一样；撤销临时放假写{"kind": "revocation", "id": "…"}。系统管理员可用',
      requestBody: jsonRequest(ChangeRequest),
      responses: { 200: jsonAnswer('会变什么', PreviewAnswer), ...problems(401, 403, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const request = await jsonBody(c, Preview)
      return c.json(previewAnswer(await previewChange(ctx, request)))
    },
  )
  .post(
    '/calendar/imports',
    describeRoute({
      operationId: 'importCalendar',
      tags,
      security,
      summary: '导入放假安排',
      description: '国务院办公厅公布的一年或者几年的安排。同样的内容再导入一次，什么也不会再做（200）；内容不同就更正那一年。系统管理员可用',
      requestBody: jsonRequest(ImportBody),
      responses: made,
    }),
    requireStaff,
    async (c) => {
      const { digest, years } = await jsonBody(c, ImportBody)
      return change(c, { kind: 'import', years }, digest)
    },
  )
  .post(
    '/calendar/local-days-off',
    describeRoute({
      operationId: 'declareLocalDayOff',
      tags,
      security,
      summary: '登记本地临时放假',
      description: '台风、暴雪等，按当地政府的决定；给一个机关或者全部机关。同一天再登记一次，什么也不会再做（200）。系统管理员可用',
      requestBody: jsonRequest(DayOffBody),
      responses: made,
    }),
    requireStaff,
    async (c) => {
      const { digest, ...day } = await jsonBody(c, DayOffBody)
      return change(c, { kind: 'day_off', ...day }, digest)
    },
  )
  .post(
    '/calendar/local-days-off/:id/revocation',
    describeRoute({
      operationId: 'revokeLocalDayOff',
      tags,
      security,
      summary: '撤销本地临时放假',
      description: '期限改回去。已经撤销的，什么也不会再做（200）。系统管理员可用',
      requestBody: jsonRequest(RevocationBody, false),
      responses: { ...made, ...problems(401, 403, 404, 409, 422) },
    }),
    requireStaff,
    async (c) => {
      const { digest } = await jsonBody(c, RevocationBody)
      const id = c.req.param('id')
      await findDayOff(c.get('services').db, id)
      return change(c, { kind: 'revocation', id }, digest)
    },
  )

async function change(c: Context<WebEnv>, request: ChangeRequest, digest: string | undefined): Promise<Response> {
  const outcome = await changeCalendar(staffCtx(c), request, digest ?? null)
  if (!outcome.ok) return refusalResponse(c, outcome.refusal)
  const { ok: _, ...answer } = outcome
  return c.json(answer, answer.changed ? 201 : 200)
}
