/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import { AppError, type FieldError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { newId } from '#platform/ids.ts'
import { applicationOf } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import { loadCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { fileApplication } from './file-application.ts'
import { mayRegister } from './may-register.ts'
import { receiptClock } from './receipt-clock.ts'
import { decideReceipt, type ReceiptFacts } from './receipt.decide.ts'
import { ReceiptGonePage, ReceiptPrintPage } from './receipt-print.page.tsx'
import { FRESH, inPageOrder, readWindow, WINDOW_CHANNELS, type WindowEntry, type WindowValues } from './window-form.ts'
import { giveWindowPass, windowPass } from './window-pass.ts'
import { WindowPage } from './window.page.tsx'
import { DocumentCheck, ReceiptPreview } from './window-preview.tsx'

const PATH = '/desk/intake'

/** `/desk/intake`: a paper form is typed in, filed through the same verb as on the portal, and its receipt printed. */
export const windowPages = new Hono<WebEnv>()
  .get(PATH, requireStaff, (c) => {
    const ctx = registrar(c)
    const { filed = null, channel = '' } = c.req.query()
    const known = filed !== null && windowPass(c, ctx.actor.id, filed) !== null
    const values = { ...FRESH, ...(Object.hasOwn(WINDOW_CHANNELS, channel) ? { channel } : {}), arrivedOn: ctx.today }
    return show(c, ctx, { values, filed: known ? filed : null })
  })
  .post(PATH, requireStaff, (c) => carryOut(c))
  .post(`${PATH}/preview`, requireStaff, async (c) => {
    const ctx = registrar(c)
    const { values } = await formOf(c)
    return c.html(c.req.query('part') === 'document' ? <DocumentCheck values={values} today={ctx.today} /> : <ReceiptPreview ctx={ctx} values={values} />)
  })
  .get(`${PATH}/receipt/:number`, requireStaff, (c) => receipt(c, c.req.param('number')))

function registrar(c: Context<WebEnv>): StaffCtx {
  const ctx = staffCtx(c)
  mayRegister(ctx.actor)
  return ctx
}

async function carryOut(c: Context<WebEnv>): Promise<Response> {
  const ctx = registrar(c)
  const { values } = await formOf(c)
  if (values['do'] === 'preview') return show(c, ctx, { values })
  const entry = readWindow(values, ctx)
  if (!entry.ok) return show(c, ctx, { values, errors: entry.errors })
  try {
    const { filed } = await file(ctx, entry.value, values['key'] ?? '')
    giveWindowPass(c, ctx.actor.id, filed)
    return c.redirect(values['do'] === 'again' ? `${PATH}?filed=${filed.number}&channel=${entry.value.receipt.channel}` : `${PATH}/receipt/${filed.number}`, 303)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.options.fields) return show(c, ctx, { values, errors: inPageOrder(error.options.fields) })
    if (error.options.code !== 'idempotency/other-request') throw error
    const remark = '这一页刚才已经登记过一份，内容和现在的不同。现在的是另一份申请，就再存一次；只是回来改字的，不用再存'
    return show(c, ctx, { values: { ...values, key: '' }, remark })
  }
}

function file(ctx: StaffCtx, { application, receipt: facts }: WindowEntry, key: string) {
  const { authorityId: _, ...asked } = application
  return fileApplication(ctx, {
    authorityId: ctx.actor.authorityId,
    application: asked,
    receipt: facts,
    idempotencyKey: KEY.test(key) ? { scope: `applications/${ctx.actor.id}`, key } : null,
  })
}

const KEY = /^[A-Za-z0-9_-]{8,80}$/

interface Shown {
  readonly values: WindowValues
  readonly errors?: readonly FieldError[]
  readonly remark?: string
  readonly filed?: string | null
}

function show(c: Context<WebEnv>, ctx: StaffCtx, { values, errors = [], remark, filed = null }: Shown): Promise<Response> {
  const key = values['key'] ?? ''
  return deskPage(c, ctx, {
    title: '录入纸质申请',
    context: <span class="no-print"><KeyHint keys="Tab" label="下一格" />　<KeyHint keys="1–6" label="选渠道" />　<KeyHint keys="Ctrl Enter" label="存并打印回执" /></span>,
    current: 'intake',
    status: errors.length > 0 ? 422 : remark === undefined ? 200 : 409,
    error: errors.length > 0,
    children: (
      <WindowPage ctx={ctx} values={values} errors={errors} remark={remark ?? null} filed={filed} idempotencyKey={KEY.test(key) ? key : newId(ctx.now)} csrf={c.get('csrfToken')} />
    ),
  })
}

async function receipt(c: Context<WebEnv>, number: string): Promise<Response> {
  const ctx = registrar(c)
  const { row, state } = await loadCase(ctx.db, ctx.actor, number)
  c.header('Cache-Control', 'no-store')
  const pass = windowPass(c, ctx.actor.id, number)
  if (!pass) return c.html(<ReceiptGonePage number={row.number} />)
  const [authority, asked] = await Promise.all([findAuthority(ctx.db, row.authorityId), applicationOf(ctx.db, row.applicationId)])
  const received = decideReceipt(asked.receipt as unknown as ReceiptFacts, ctx)
  if (!authority || !received.ok) throw new Error(`case ${row.id}: its authority is missing, or its receipt date is not allowed any more`)
  const clock = receiptClock(state.receivedOn, ctx.calendar)
  const statusUrl = `${ctx.publicUrl}/status?number=${number}`
  return c.html(<ReceiptPrintPage authority={authority} row={row} asked={asked} queryCode={pass.queryCode} receipt={received} clock={clock} statusUrl={statusUrl} />)
}
