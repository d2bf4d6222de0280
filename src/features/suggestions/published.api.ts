import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { invalid } from '#platform/errors.ts'
import { jsonAnswer, problems, queryParameters } from '#platform/http/describe.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import { parse } from '#platform/validation/parse.ts'
import { paragraph } from '#platform/validation/text.ts'
import type { WebEnv } from '#store/web-env.ts'
import { searchPublished } from './search.ts'
import { SuggestedAnswer } from './published.schema.ts'

const MOST = 20

const Query = z.object({
  q: paragraph({ label: '要找的内容', max: 2000, min: 2 }).describe('名称、文号或者描述'),
  authority: z.string().max(80, { error: '机关编号太长' }).optional().describe('只找这个机关的；不写是全部机关'),
  limit: z.coerce.number({ error: '条数要写成数字' }).int({ error: '条数要写成整数' }).min(1, { error: '至少1条' }).max(MOST, { error: `最多${MOST}条` }).default(5).describe('最多几条'),
})

/** `GET /published-items`: what anybody may find before he files. The text is not kept. */
export const publishedApi = new Hono<WebEnv>().get(
  '/published-items',
  describeRoute({
    operationId: 'searchPublishedItems',
    tags: ['申请'],
    summary: '申请以前：有没有已经公开的',
    description: '按名称、文号、描述找已经公开的和公开目录里的，最像的在前。写的内容不保存。',
    security: [],
    parameters: queryParameters(Query),
    responses: { 200: jsonAnswer('可能用得上的', SuggestedAnswer), ...problems(422, 429) },
  }),
  async (c) => {
    const { sql, db, clock } = c.get('services')
    await countHit(sql, clock.now(), { key: `published:${c.get('clientAddress')}`, limit: c.get('settings').publicRate, seconds: 60 })
    const parsed = parse(Query, c.req.query())
    if (!parsed.ok) throw invalid(parsed.errors)
    const { q, authority, limit } = parsed.value
    return c.json({ items: await searchPublished(db, q, limit, authority ?? null) })
  },
)
