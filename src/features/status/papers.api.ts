import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { APPLICANT } from '#case/actor.ts'
import { papersOfAnswer } from '#features/correction/index.ts'
import { keepUploads } from '#features/uploads/index.ts'
import { invalid } from '#platform/errors.ts'
import { jsonAnswer, problems } from '#platform/http/describe.ts'
import { formOf } from '#platform/http/form.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import { parse } from '#platform/validation/parse.ts'
import { contextFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { addPapers, papersInHand } from './add-papers.ts'
import { findByCode } from './find-by-code.ts'
import { limitQueries } from './limit-queries.ts'
import { asError } from './status-answer.ts'
import { StatusQuery } from './status.schema.ts'
import { statusView } from './status-view.ts'

const Kept = z
  .object({ papers: z.array(z.object({ id: z.string(), name: z.string(), pages: z.int(), size: z.int(), sha256: z.string() })), handedIn: z.boolean().describe('已经放进案卷；false：等补正时一起交') })
  .meta({ id: 'PapersHandedIn' })

/** `POST /status/papers`: papers that may help, into the file at once; while a correction is awaited they lie ready for it. */
export const papersApi = new Hono<WebEnv>().post(
  '/status/papers',
  describeRoute({
    operationId: 'addPapers', tags: ['申请'], summary: '补充材料', security: [],
    description: '凭申请编号和查询码，传PDF、JPEG、PNG文件。正在等补正的，先存着，随 POST /status/correction 一起交；不然当时放进案卷。有一个文件不行的，这次都不放进案卷，好的先存着，下次一起放。',
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object', required: ['number', 'queryCode', 'papers'],
            properties: { number: { type: 'string' }, queryCode: { type: 'string' }, papers: { type: 'array', items: { type: 'string', format: 'binary' } } },
          },
        },
      },
    },
    responses: { 200: jsonAnswer('收下了', Kept), ...problems(404, 409, 422, 429) },
  }),
  async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    await limitQueries(c, ctx)
    const form = await formOf(c)
    const query = parse(StatusQuery, { number: form.text('number'), queryCode: form.text('queryCode') })
    if (!query.ok) throw invalid(query.errors)
    const found = await findByCode(ctx, query.value, c.get('clientAddress'))
    if (!found.ok) throw asError(ctx, found)
    const { can, authority } = await statusView(ctx, found.caseId)
    if (!can.correct.ok && !can.addPapers.ok) return refusalResponse(c, can.addPapers.refusal)
    const files = form.files('papers')
    if (files.length === 0) throw invalid([{ field: 'papers', message: '请选择要交的文件' }])
    const owner = can.correct.ok ? papersOfAnswer(found.caseId) : papersInHand(found.caseId)
    const { kept, errors } = await keepUploads(ctx, { authorityId: authority.id, owner, purpose: 'supplement', field: 'papers', files })
    if (errors.length > 0) throw invalid(errors)
    const handed = can.correct.ok ? null : await addPapers(ctx, found.caseId)
    if (handed && !handed.ok) return refusalResponse(c, handed.refusal)
    c.header('Cache-Control', 'no-store')
    return c.json({ papers: kept.map(({ id, name, pages, size, sha256 }) => ({ id, name, pages, size, sha256 })), handedIn: handed !== null })
  },
)
