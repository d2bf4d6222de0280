import { and } from 'drizzle-orm'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { requireStaff } from '#features/accounts/index.ts'
import { caseBrief, CaseBrief, staffCtx } from '#features/desk/index.ts'
import { invalid } from '#platform/errors.ts'
import { jsonAnswer, problems, queryParameters, STAFF_SECURITY } from '#platform/http/describe.ts'
import { parse } from '#platform/validation/parse.ts'
import type { WebEnv } from '#store/web-env.ts'
import { after, readCursor, writeCursor } from './cursor.ts'
import { filterCondition } from './filter.ts'
import { listCases } from './list-cases.ts'
import { ListCases } from './list-cases.schema.ts'

const CasePage = z
  .object({ cases: z.array(CaseBrief), nextCursor: z.string().nullable().meta({ description: '带着它再问就是下一页；null：没有了' }) })
  .meta({ id: 'CasePage' })

/** `GET /cases`, to be mounted under `/api/v1`. */
export const worklistApi = new Hono<WebEnv>().get(
  '/cases',
  describeRoute({
    operationId: 'listCases',
    tags: ['案件'],
    summary: '案件列表',
    description: '能看到的案件。只看在办的（open=true，或者按期限颜色）最晚答复日近的在前，期限不走的在后；否则新收到的在前',
    security: STAFF_SECURITY,
    parameters: queryParameters(ListCases),
    responses: { 200: jsonAnswer('一页案件', CasePage), ...problems(401, 422) },
  }),
  requireStaff,
  async (c) => {
    const parsed = parse(ListCases, c.req.query())
    if (!parsed.ok) throw invalid(parsed.errors)
    const { clock, unit, limit, cursor, ...rest } = parsed.value
    const ctx = staffCtx(c)
    const order = rest.open === true || clock !== undefined ? 'due' : 'received'
    const behind = cursor === undefined ? undefined : after(readCursor(cursor, order))
    const condition = and(filterCondition(ctx, { ...rest, band: clock, unitId: unit }), behind)
    const found = await listCases(ctx, { condition, order, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    return c.json({ cases: page.map((one) => caseBrief(one.row, one.state, one.clock)), nextCursor: last ? writeCursor(last, order) : null })
  },
)
