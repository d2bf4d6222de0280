import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { APPLICANT, type ApplicantActor } from '#case/actor.ts'
import type { Outcome } from '#case/outcome.ts'
import { AnswerCorrection, answerCorrection } from '#features/correction/index.ts'
import { confirmDelivery } from '#features/delivery/index.ts'
import { ACCEPTED_TYPES, openUpload, uploadResponse } from '#features/uploads/index.ts'
import { Withdraw, withdraw } from '#features/withdrawal/index.ts'
import { AppError, invalid } from '#platform/errors.ts'
import { jsonAnswer, jsonRequest, problems } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import { contextFor, type Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { findByCode, LOCKED } from './find-by-code.ts'
import { limitQueries } from './limit-queries.ts'
import { papersApi } from './papers.api.ts'
import { answerOf, asError } from './status-answer.ts'
import { StatusAnswer, StatusQuery } from './status.schema.ts'
import { statusView } from './status-view.ts'

const KEY = /^[A-Za-z0-9_-]{8,80}$/
const describe = (operationId: string, summary: string, description: string, body: z.ZodType, more: object = {}) =>
  describeRoute({
    operationId, summary, tags: ['申请'], description: `凭申请编号和查询码。${description}`, security: [], requestBody: jsonRequest(body), ...more,
    responses: { 200: jsonAnswer('办好以后的进度', StatusAnswer), ...problems(404, 409, 422, 429) },
  })
const Correction = StatusQuery.extend(AnswerCorrection.shape).meta({ id: 'AnswerCorrection' })
const Withdrawal = StatusQuery.extend(Withdraw.shape).meta({ id: 'WithdrawApplication' })

/** `POST /status/...`: what an applicant does with his case, each answered with the case as it then is. */
export const actionsApi = new Hono<WebEnv>()
  .post(
    '/status/correction',
    describe(
      'answerCorrection', '补正',
      '补正只有一次。期限内交的，答复期限从当天的次日起重新数；期限过了的要写逾期的理由，由行政机关看是不是正当，期限不会自己恢复。材料先用 POST /status/papers 传。请求头 Idempotency-Key 相同的只算一次。',
      Correction,
      { parameters: [{ name: 'Idempotency-Key', in: 'header', required: false, description: '同一次补正用同一个键，8至80个字母、数字、短横', schema: { type: 'string', pattern: KEY.source } }] },
    ),
    async (c) => act(c, Correction, (ctx, caseId, { text, lateReason }) => answerCorrection(ctx, caseId, { text, lateReason }, keyOf(c))),
  )
  .post(
    '/status/withdrawal',
    describe('withdrawApplication', '撤回申请', '答复作出以前可以撤回，撤回不能反悔；已经撤回的再撤回，还是撤回。', Withdrawal),
    async (c) => act(c, Withdrawal, (ctx, caseId, { reason }) => withdraw(ctx, caseId, { reason })),
  )
  .post(
    '/status/delivery-confirmation',
    describe('confirmDelivery', '确认收到答复', '证明哪天收到了答复，不改变答复日。', StatusQuery),
    async (c) => act(c, StatusQuery, (ctx, caseId) => confirmDelivery(ctx, caseId)),
  )
  .post(
    '/status/files/:id',
    describeRoute({
      operationId: 'downloadReleasedFile', tags: ['申请'], summary: '下载公开的文件', security: [],
      description: '凭申请编号和查询码，下载/status答复里files的一份。编号、查询码不对，和没有这份文件，回答一样。',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' }, description: '/status答复里files的id' }],
      requestBody: jsonRequest(StatusQuery),
      responses: { 200: { description: '文件', content: Object.fromEntries(ACCEPTED_TYPES.split(',').map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }])) }, ...problems(404, 409, 422, 429) },
    }),
    async (c) => {
      const ctx = contextFor(c.get('services'), APPLICANT)
      await limitQueries(c, ctx)
      const found = await findByCode(ctx, await jsonBody(c, StatusQuery), c.get('clientAddress'))
      if (!found.ok) throw found.code === LOCKED ? asError(ctx, found) : noFile()
      const { released } = await statusView(ctx, found.caseId)
      const id = c.req.param('id')
      if (!released.some((file) => file.id === id)) throw noFile()
      const opened = await openUpload(ctx, { kind: 'case', id: found.caseId }, id)
      return opened.ok ? uploadResponse(c, opened.file) : refusalResponse(c, opened.refusal)
    },
  )
  .route('/', papersApi)

async function act<S extends z.ZodType<{ number: string; queryCode: string }>>(c: Context<WebEnv>, schema: S, verb: (ctx: Ctx<ApplicantActor>, caseId: string, input: z.output<S>) => Promise<Outcome>): Promise<Response> {
  const ctx = contextFor(c.get('services'), APPLICANT)
  await limitQueries(c, ctx)
  const input = await jsonBody(c, schema)
  const found = await findByCode(ctx, input, c.get('clientAddress'))
  if (!found.ok) throw asError(ctx, found)
  const outcome = await verb(ctx, found.caseId, input)
  if (!outcome.ok) return refusalResponse(c, outcome.refusal)
  c.header('Cache-Control', 'no-store')
  return c.json(answerOf(await statusView(ctx, found.caseId)))
}

function keyOf(c: Context): string | null {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !KEY.test(key)) throw invalid([{ field: 'Idempotency-Key', message: '幂等键要有8至80个字母、数字或者短横' }])
  return key ?? null
}

function noFile(): AppError {
  return new AppError('not_found', '没有这份文件，或者申请编号、查询码不对，请对照回执再看一遍', { code: 'status/no-file' })
}
