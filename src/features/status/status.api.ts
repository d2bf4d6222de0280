import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { APPLICANT } from '#case/actor.ts'
import { letterForDownload, letterProblem, letterResponse } from '#features/letters/index.ts'
import { AppError } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, pdfAnswer, problems } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { contextFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { actionsApi } from './actions.api.ts'
import { findByCode, LOCKED } from './find-by-code.ts'
import { limitQueries } from './limit-queries.ts'
import { answerOf, asError } from './status-answer.ts'
import { StatusAnswer, StatusQuery } from './status.schema.ts'
import { statusView } from './status-view.ts'

/** `POST /status`: what an applicant may see of his case, for number and query code. POST, so that the code stands in no log. */
const progressApi = new Hono<WebEnv>().post(
  '/status',
  describeRoute({
    operationId: 'queryStatus',
    tags: ['申请'],
    summary: '查询办理进度',
    description: '凭申请编号和查询码。编号不存在和查询码不对，回答一样；同一地址对同一编号15分钟里错10次（所有地址合计100次），到时间以前不能再查。',
    security: [],
    requestBody: jsonRequest(StatusQuery),
    responses: { 200: jsonAnswer('办到哪一步、最晚哪天答复、有哪些文书', StatusAnswer), ...problems(404, 422, 429) },
  }),
  async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    await limitQueries(c, ctx)
    const found = await findByCode(ctx, await jsonBody(c, StatusQuery), c.get('clientAddress'))
    if (!found.ok) throw asError(ctx, found)
    c.header('Cache-Control', 'no-store')
    return c.json(answerOf(await statusView(ctx, found.caseId)))
  },
)

/** `POST /status/letters/{id}`: the PDF of a letter that has reached the applicant. */
const letterApi = new Hono<WebEnv>().post(
  '/status/letters/:id',
  describeRoute({
    operationId: 'downloadApplicantLetter',
    tags: ['申请'],
    summary: '下载文书',
    description: '凭申请编号和查询码，下载/status答复里列出的一份文书。编号、查询码不对，和没有这份文书，回答一样；次数和/status一起算。',
    security: [],
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' }, description: '文书编号，/status答复里letters的id' }],
    requestBody: jsonRequest(StatusQuery),
    responses: { 200: pdfAnswer('PDF，ETag是它的SHA-256'), ...problems(404, 409, 422, 429) },
  }),
  async (c) => {
    const ctx = contextFor(c.get('services'), APPLICANT)
    await limitQueries(c, ctx)
    const found = await findByCode(ctx, await jsonBody(c, StatusQuery), c.get('clientAddress'))
    if (!found.ok) throw found.code === LOCKED ? asError(ctx, found) : noLetter()
    const letterId = c.req.param('id')
    const { letters } = await statusView(ctx, found.caseId)
    const letter = letters.find(({ id }) => id === letterId)
    if (!letter) throw noLetter()
    const outcome = await letterForDownload(ctx.db, { caseId: letter.caseId, caseNumber: found.number, letterId })
    return outcome.ok ? letterResponse(c, outcome.file) : letterProblem(c, outcome.refusal)
  },
)

export const statusApi = new Hono<WebEnv>().route('/', progressApi).route('/', letterApi).route('/', actionsApi)

/** A wrong code, a missing case and a letter of somebody else read the same. */
function noLetter(): AppError {
  return new AppError('not_found', '没有这份文书，或者申请编号、查询码不对，请对照回执再看一遍', { code: 'status/no-letter' })
}
