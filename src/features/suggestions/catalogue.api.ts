import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { invalid } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, problems, queryParameters, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import { parse } from '#platform/validation/parse.ts'
import type { WebEnv } from '#store/web-env.ts'
import { catalogueView, RECENT_DAYS } from './catalogue-view.ts'
import { rateOf } from './figures.ts'
import { ItemChange, ItemInput } from './item.schema.ts'
import { onlyReaders } from './may-edit.ts'
import { CatalogueAnswer, SavedAnswer } from './published.schema.ts'
import { addItem, changeItem, setActive } from './save-item.ts'

const tags = ['目录']
const security = STAFF_SECURITY
const saved = (...more: (404 | 409 | 422)[]) => ({ 200: jsonAnswer('已存；changed为false是没有要改的', SavedAnswer), ...problems(401, 403, ...more) })
const Page = z.object({ page: z.coerce.number({ error: '页码要写成数字' }).int({ error: '页码要写成整数' }).min(1, { error: '页码从1起' }).max(2000, { error: '页码最多2000' }).default(1).describe('第几页，每页50条') })
const Nothing = z.strictObject({})

/** `/catalogue`: the items that are suggested before filing, kept by disclosure officers, and how far they were of use. */
export const catalogueApi = new Hono<WebEnv>()
  .get(
    '/catalogue',
    describeRoute({
      operationId: 'getCatalogue', tags, security,
      summary: '已经公开的和目录里的，有没有用',
      description: '本机关的，连同停用的。列出、点开、够用了、仍申请的人数，每条的和总的。公开办经办人、监督可用',
      parameters: queryParameters(Page),
      responses: { 200: jsonAnswer('一页', CatalogueAnswer), ...problems(401, 403, 422) },
    }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      onlyReaders(ctx.actor)
      const parsed = parse(Page, c.req.query())
      if (!parsed.ok) throw invalid(parsed.errors)
      const { items, page, more, all, recent } = await catalogueView(ctx, parsed.value.page)
      const listed = items.map(({ item: { authorityId: _own, changedBy: _who, changedAt: _when, ...item }, ...figures }) => ({ ...item, ...figures }))
      return c.json({ page, more, recentDays: RECENT_DAYS, all: { ...all, rate: rateOf(all) }, recent: { ...recent, rate: rateOf(recent) }, items: listed })
    },
  )
  .post(
    '/catalogue/items',
    describeRoute({ operationId: 'addPublishedItem', tags, security, summary: '添一条', description: '同一机关里文号、网址不重复。公开办经办人可用', requestBody: jsonRequest(ItemInput), responses: { 201: jsonAnswer('已添', SavedAnswer), ...problems(401, 403, 409, 422) } }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const outcome = await addItem(ctx, ctx.actor.authorityId, await jsonBody(c, ItemInput))
      if (!outcome.ok) return refusalResponse(c, outcome.refusal)
      const { id, version, changed } = outcome
      return c.json({ id, version, changed }, 201)
    },
  )
  .post(
    '/catalogue/items/:id',
    describeRoute({ operationId: 'changePublishedItem', tags, security, summary: '改一条', description: '写全各项和看到的版本；没有写的项就清空。公开办经办人可用', requestBody: jsonRequest(ItemChange), responses: saved(404, 409, 422) }),
    requireStaff,
    async (c) => {
      const ctx = staffCtx(c)
      const { version, ...input } = await jsonBody(c, ItemChange)
      const outcome = await changeItem(ctx, { id: c.req.param('id'), authorityId: ctx.actor.authorityId, version }, input)
      if (!outcome.ok) return refusalResponse(c, outcome.refusal)
      const { id, version: now, changed } = outcome
      return c.json({ id, version: now, changed })
    },
  )
  .post(
    '/catalogue/items/:id/retirement',
    describeRoute({ operationId: 'retirePublishedItem', tags, security, summary: '停用一条', description: '不再列给申请人，统计还在。公开办经办人可用', requestBody: jsonRequest(Nothing, false), responses: saved(404, 422) }),
    requireStaff,
    async (c) => {
      await jsonBody(c, Nothing)
      return c.json(await switched(staffCtx(c), c.req.param('id'), false))
    },
  )
  .post(
    '/catalogue/items/:id/restoration',
    describeRoute({ operationId: 'restorePublishedItem', tags, security, summary: '恢复使用一条', description: '公开办经办人可用', requestBody: jsonRequest(Nothing, false), responses: saved(404, 422) }),
    requireStaff,
    async (c) => {
      await jsonBody(c, Nothing)
      return c.json(await switched(staffCtx(c), c.req.param('id'), true))
    },
  )

async function switched(ctx: ReturnType<typeof staffCtx>, itemId: string, active: boolean) {
  const outcome = await setActive(ctx, { id: itemId, authorityId: ctx.actor.authorityId }, active)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const { id, version, changed } = outcome
  return { id, version, changed }
}
