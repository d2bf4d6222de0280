/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono'
import type * as z from 'zod'
import type { Outcome } from '#case/outcome.ts'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage } from '#features/desk/index.ts'
import { giveWindowPass, keepScans, pageKey, readUnconfirmed, registrar, rememberLast, scansOwner, showWindow, type FileApplication } from '#features/intake/index.ts'
import { uploadsOf } from '#features/uploads/index.ts'
import { AppError } from '#platform/errors.ts'
import { formOf } from '#platform/http/form.ts'
import { parse } from '#platform/validation/parse.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { closePending, openContact, recordAttempt } from './attend.ts'
import { confirmPending } from './confirm-pending.ts'
import { keepPending } from './keep-pending.ts'
import { PendingListPage, pendingPath } from './pending-list.page.tsx'
import { PendingPage } from './pending.page.tsx'
import type { PendingPageProps } from './pending-view.ts'
import { Closing, Confirmation, NewAttempt, OpenContact } from './pending.schema.ts'
import { listPending, loadPending } from './pending-store.ts'

const PATH = '/desk/pending-receipts'
const KEY = /^[A-Za-z0-9_-]{8,80}$/

/** 待确认收到: kept from the window's entry page, then confirmed, tried again or closed. */
export const pendingPages = new Hono<WebEnv>()
  .get(PATH, requireStaff, async (c) => {
    const ctx = registrar(c)
    const done = c.req.query('done') === 'closed' ? '已定为不登记' : null
    return deskPage(c, ctx, { title: '待确认收到', context: <a href="/desk/intake">录入纸质申请</a>, current: 'intake', children: <PendingListPage waiting={await listPending(ctx)} today={ctx.today} done={done} /> })
  })
  .post(PATH, requireStaff, (c) => keep(c))
  .get(`${PATH}/:id`, requireStaff, (c) => show(c, registrar(c), { told: c.req.query('done') === 'attempt' ? { tone: 'green', title: '记下来了' } : null }))
  .post(`${PATH}/:id/confirmation`, requireStaff, (c) => confirm(c))
  .post(`${PATH}/:id/attempts`, requireStaff, (c) => send(c, NewAttempt, recordAttempt, ({ id }) => c.redirect(`${pendingPath(id)}?done=attempt`, 303)))
  .post(`${PATH}/:id/closing`, requireStaff, (c) => send(c, Closing, closePending, () => c.redirect(`${PATH}?done=closed`, 303)))
  .post(`${PATH}/:id/contact`, requireStaff, (c) => send(c, OpenContact, openContact, ({ ctx, outcome }) => show(c, ctx, { opened: outcome.application })))

/** F9 on the entry page: the same form, kept instead of filed; what is wrong is shown on that page. */
async function keep(c: Context<WebEnv>): Promise<Response> {
  const ctx = registrar(c)
  const form = await formOf(c)
  const key = pageKey(ctx, form.values)
  const values = { ...form.values, key }
  const scans = await keepScans(ctx, form, key)
  const read = readUnconfirmed(values, ctx)
  if (!read.ok || scans.errors.length > 0) return showWindow(c, ctx, { values, errors: [...(read.ok ? [] : read.errors), ...scans.errors] })
  try {
    await keepPending(ctx, { ...read.value, key, scans: scansOwner(ctx, key) })
  } catch (error) {
    if (error instanceof AppError && error.options.fields) return showWindow(c, ctx, { values, errors: error.options.fields })
    throw error
  }
  rememberLast(c, ctx.actor, values, null)
  return c.redirect(`/desk/intake?kept=1&channel=${read.value.arrival.channel}`, 303)
}

async function confirm(c: Context<WebEnv>): Promise<Response> {
  const key = (await formOf(c)).text('key')
  return send(c, Confirmation, (ctx, id, input) => confirmPending(ctx, id, input, KEY.test(key) ? key : null), ({ ctx, outcome }) => {
    giveWindowPass(c, ctx.actor.id, outcome.filed)
    return c.redirect(`/desk/intake/receipt/${outcome.filed.number}`, 303)
  })
}

interface Done<R extends object> {
  readonly ctx: StaffCtx
  readonly id: string
  readonly outcome: { readonly ok: true } & R
}

/** One form of the page: read, carried out, or shown again with what is wrong. */
async function send<S extends z.ZodObject, R extends object>(
  c: Context<WebEnv>, schema: S, act: (ctx: StaffCtx, id: string, input: z.output<S>) => Promise<Outcome<R>>, done: (result: Done<R>) => Response | Promise<Response>,
): Promise<Response> {
  const ctx = registrar(c)
  const id = c.req.param('id') ?? ''
  const { values } = await formOf(c)
  const input = parse(schema, Object.fromEntries(Object.keys(schema.shape).map((name) => [name, values[name]])))
  if (!input.ok) return show(c, ctx, { values, errors: input.errors })
  try {
    const outcome = await act(ctx, id, input.value)
    if (outcome.ok) return await done({ ctx, id, outcome })
    return await show(c, ctx, { told: { tone: 'amber', title: outcome.refusal.message } }, outcome.refusal.code === 'case/not-permitted' ? 403 : 409)
  } catch (error) {
    if (error instanceof AppError && error.options.fields) return show(c, ctx, { values, errors: error.options.fields })
    throw error
  }
}

type Extra = Partial<Pick<PendingPageProps, 'values' | 'errors' | 'told'>> & { readonly opened?: FileApplication }

async function show(c: Context<WebEnv>, ctx: StaffCtx, { values = {}, errors = [], told = null, opened }: Extra, status: 200 | 403 | 409 = 200): Promise<Response> {
  const pending = await loadPending(ctx.db, ctx, c.req.param('id') ?? '')
  const papers = await uploadsOf(ctx, ctx.db, { kind: 'pending', id: pending.row.id })
  return deskPage(c, ctx, {
    title: '待确认收到',
    context: <a href={PATH}>全部待确认</a>,
    current: 'intake',
    status: errors.length > 0 ? 422 : status,
    error: errors.length > 0 || status !== 200,
    children: <PendingPage ctx={ctx} pending={pending} papers={papers} values={values} errors={errors} told={told} opened={opened ?? null} csrf={c.get('csrfToken')} />,
  })
}
