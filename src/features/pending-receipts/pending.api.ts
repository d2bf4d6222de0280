import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod'
import { requireStaff } from '#features/accounts/index.ts'
import { staffCtx } from '#features/desk/index.ts'
import { FiledAnswer, filedAnswer, mayRegister } from '#features/intake/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { jsonAnswer, jsonRequest, problems, STAFF_SECURITY } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { closePending, openContact, recordAttempt } from './attend.ts'
import { confirmPending } from './confirm-pending.ts'
import { keepPending } from './keep-pending.ts'
import { Closing, Confirmation, NewAttempt, NewPendingReceipt, OpenContact } from './pending.schema.ts'
import { listPending, loadPending, triedOn, type Pending } from './pending-store.ts'
import { standingOf } from './standing.decide.ts'

const PendingShape = z
  .object({
    id: z.string(),
    status: z.enum(['waiting', 'confirmed', 'closed']),
    channel: z.enum(['ordinary_mail', 'fax']),
    arrivedOn: z.string(),
    standing: z.enum(['today', 'tried_today', 'lost', 'late']).describe('today：今天要确认；tried_today：今天没联系上；lost：到达当天联系不上；late：过了当天没有联系'),
    applicantName: z.string().nullable(),
    subject: z.string().nullable(),
    attempts: z.array(z.object({ on: z.string(), way: z.string(), result: z.string(), note: z.string().nullable(), by: z.string() })),
    number: z.string().nullable().describe('确认以后登记的申请编号'),
  })
  .meta({ id: 'PendingReceipt' })
const PendingList = z.object({ pendingReceipts: z.array(PendingShape) }).meta({ id: 'PendingReceiptList' })
const text = z.string().nullable()
const Contact = z.object({ name: z.string(), documentNumber: z.string(), contactName: text, phone: text, email: text, address: text, postcode: text, agentName: text, agentPhone: text }).meta({ id: 'PendingContact' })

function shapeOf({ row, application, events }: Pending, today: CivilDate): z.output<typeof PendingShape> {
  const confirmed = events.find(({ type }) => type === 'confirmed')
  return {
    id: row.id,
    status: row.status,
    channel: row.channel,
    arrivedOn: row.arrivedOn,
    standing: standingOf({ ...row, triedOn: triedOn({ events }) }, today),
    applicantName: application?.name ?? null,
    subject: application?.subject ?? (application === null ? null : [...application.description].slice(0, 60).join('')),
    attempts: events.flatMap((event) => (event.type === 'attempt' ? [{ on: event.on, way: event.way, result: event.result, note: event.note, by: event.actorName }] : [])),
    number: confirmed?.type === 'confirmed' ? confirmed.number : null,
  }
}

const described = (operationId: string, summary: string, description: string, body: z.ZodType | null, answer: object, ...wrong: (401 | 403 | 404 | 409 | 422)[]) =>
  describeRoute({ operationId, tags: ['申请'], summary, description, security: STAFF_SECURITY, ...(body === null ? {} : { requestBody: jsonRequest(body) }), responses: { ...answer, ...problems(...wrong) } })

const KEY = /^[A-Za-z0-9_-]{8,80}$/
const keyIn = (header: string | undefined) => (header !== undefined && KEY.test(header) ? header : null)

/** `/pending-receipts`: the twin of 待确认收到. */
export const pendingApi = new Hono<WebEnv>()
  .get('/pending-receipts', described('listPendingReceipts', '待确认收到的信函和传真', '等得最久的在前，最多200件。', null, { 200: jsonAnswer('还没有确认的', PendingList) }, 401, 403), requireStaff, async (c) => {
    const ctx = staffCtx(c)
    mayRegister(ctx.actor)
    return c.json({ pendingReceipts: (await listPending(ctx)).map((pending) => shapeOf(pending, ctx.today)) })
  })
  .post('/pending-receipts', described('keepPendingReceipt', '把还没确认的信函或者传真存下来', '确认以前不登记，没有编号（条例第三十一条第二项、第三项）。请求头 Idempotency-Key 相同的只存一份。', NewPendingReceipt, { 201: jsonAnswer('已存', PendingShape) }, 401, 403, 409, 422), requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const { arrival, ...application } = await jsonBody(c, NewPendingReceipt)
    const { id } = await keepPending(ctx, { application, arrival, key: keyIn(c.req.header('idempotency-key')) })
    return c.json(shapeOf(await loadPending(ctx.db, ctx, id), ctx.today), 201)
  })
  .post('/pending-receipts/:id/attempts', described('recordContactAttempt', '记一次没联系上', '到达当天联系过、没联系上的，恢复联系的那天才是收到日。', NewAttempt, { 200: jsonAnswer('记下来以后', PendingShape) }, 401, 403, 404, 409, 422), requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const input = await jsonBody(c, NewAttempt)
    const outcome = await recordAttempt(ctx, c.req.param('id'), input)
    return outcome.ok ? c.json(shapeOf(await loadPending(ctx.db, ctx, c.req.param('id')), ctx.today)) : refusalResponse(c, outcome.refusal)
  })
  .post('/pending-receipts/:id/confirmation', described('confirmReceipt', '确认收到，登记为案件', '两个人同时确认，只登记一件，后一个得到409。请求头 Idempotency-Key 相同的回答同一份回执。', Confirmation, { 201: jsonAnswer('已登记', FiledAnswer) }, 401, 403, 404, 409, 422), requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const input = await jsonBody(c, Confirmation)
    const outcome = await confirmPending(ctx, c.req.param('id'), input, keyIn(c.req.header('idempotency-key')))
    return outcome.ok ? c.json(await filedAnswer(ctx, { filed: outcome.filed, repeated: true }), 201) : refusalResponse(c, outcome.refusal)
  })
  .post('/pending-receipts/:id/contact', described('openPendingContact', '查看申请人的全部号码', '为了联系申请人；谁在什么时候为什么看过会记下来。', OpenContact, { 200: jsonAnswer('联系方式', Contact) }, 401, 403, 404, 409, 422), requireStaff, async (c) => {
    const input = await jsonBody(c, OpenContact)
    const outcome = await openContact(staffCtx(c), c.req.param('id'), input)
    if (!outcome.ok) return refusalResponse(c, outcome.refusal)
    const { name, documentNumber, contactName = null, phone = null, email = null, address = null, postcode = null, agentName = null, agentPhone = null } = outcome.application
    return c.json({ name, documentNumber, contactName, phone, email, address, postcode, agentName, agentPhone })
  })
  .post('/pending-receipts/:id/closing', described('closePendingReceipt', '定为不登记', '不是新的申请才这样办，例如先传真后寄来的同一份。只有公开办经办人能定。', Closing, { 200: jsonAnswer('已定为不登记', PendingShape) }, 401, 403, 404, 409, 422), requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const input = await jsonBody(c, Closing)
    const outcome = await closePending(ctx, c.req.param('id'), input)
    return outcome.ok ? c.json(shapeOf(await loadPending(ctx.db, ctx, c.req.param('id')), ctx.today)) : refusalResponse(c, outcome.refusal)
  })
