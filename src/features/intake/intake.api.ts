import { Hono } from 'hono'
import * as z from 'zod'
import { APPLICANT, type Actor, type StaffActor } from '#case/actor.ts'
import { AppError, invalid } from '#platform/errors.ts'
import { describeRoute } from 'hono-openapi'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import { mainAuthority } from '#store/authority.ts'
import { contextFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { applicationRules, FileApplication } from './file-application.schema.ts'
import { fileApplication } from './file-application.ts'
import { mayRegister } from './may-register.ts'
import { withPeriod } from './period.ts'
import { ReceiptInput } from './receipt.schema.ts'
import { FiledAnswer, filedAnswer } from './filed-answer.ts'

const KEY = /^[A-Za-z0-9_-]{8,80}$/

const Body = applicationRules(FileApplication.extend({ receipt: ReceiptInput.optional() }))
  .meta({ id: 'NewApplication' })

/** `POST /applications`: by anybody over the internet, or by a window clerk from paper with `receipt`. */
export const intakeApi = new Hono<WebEnv>().post(
  '/applications',
  describeRoute({
    operationId: 'fileApplication',
    tags: ['申请'],
    summary: '提交政府信息公开申请',
    description:
      '不带receipt是申请人在网上提交，提交当时即为收到（条例第三十一条第三项）。窗口人员登录后录入纸质申请，必须带receipt，只能录入本机关的。' +
      '请求头 Idempotency-Key 相同、内容相同的请求只登记一件，回答同一份回执。查询码只在这里告诉一次。',
    security: [{}, ...STAFF_SECURITY],
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: '同一次提交用同一个键，8至80个字母、数字、短横',
        schema: { type: 'string', pattern: KEY.source },
      },
    ],
    requestBody: jsonRequest(Body),
    responses: {
      201: jsonAnswer('已登记', FiledAnswer),
      200: jsonAnswer('重复提交：第一次的回执', FiledAnswer),
      ...problems(401, 403, 409, 422, 429),
    },
  }),
  async (c) => {
    const services = c.get('services')
    const staff = c.get('staff')
    const actor: Actor = staff ?? APPLICANT
    const ctx = contextFor(services, actor)
    if (!staff) await countHit(services.sql, ctx.now, { key: `file:${c.get('clientAddress')}`, limit: c.get('settings').publicRate, seconds: 60 })
    const { receipt, authorityId, ...application } = await jsonBody(c, Body)
    if (receipt && !staff) throw new AppError('unauthenticated', '录入纸质申请要先登录', { code: 'session/required' })
    if (staff) mayEnter(staff, receipt, authorityId)
    const filing = {
      authorityId: staff?.authorityId ?? authorityId ?? (await mainAuthority(services.db)).id,
      application: withPeriod(application),
      receipt: receipt ?? { channel: 'internet' as const },
      idempotencyKey: keyOf(c.req.header('idempotency-key'), staff?.id ?? 'public'),
    }
    const done = await fileApplication(ctx, filing).catch(receiptFieldsOf)
    return c.json(await filedAnswer(ctx, done), done.repeated ? 200 : 201)
  },
)

/** Staff enter what came to their own authority, and say how and when it came. */
function mayEnter(staff: StaffActor, receipt: unknown, authorityId: string | undefined): void {
  mayRegister(staff)
  const wrong = [
    ...(receipt === undefined ? [{ field: 'receipt', message: '录入要写明渠道和收到日期' }] : []),
    ...(authorityId === undefined || authorityId === staff.authorityId ? [] : [{ field: 'authorityId', message: '只能录入向本机关提出的申请' }]),
  ]
  if (wrong.length > 0) throw invalid(wrong)
}

/** In this body the receipt's fields stand one level deeper. */
function receiptFieldsOf(error: unknown): never {
  const fields = error instanceof AppError ? error.options.fields : undefined
  if (!fields) throw error
  throw invalid(fields.map((one) => (RECEIPT_FIELDS.has(one.field) ? { ...one, field: `receipt.${one.field}` } : one)))
}

const RECEIPT_FIELDS: ReadonlySet<string> = new Set(['arrivedOn', 'confirmedOn'])

function keyOf(header: string | undefined, who: string) {
  if (header === undefined) return null
  if (!KEY.test(header)) {
    throw invalid([{ field: 'Idempotency-Key', message: '幂等键要有8至80个字母、数字或者短横' }])
  }
  return { scope: `applications/${who}`, key: header }
}

export type NewApplication = z.output<typeof Body>
