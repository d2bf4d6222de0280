/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import type { FieldError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { mayRegister } from './may-register.ts'
import { inPageOrder, type WindowValues } from './window-form.ts'
import { lastForm } from './window-last.ts'
import { scansOf } from './window-scans.ts'
import { WindowPage, type Told } from './window.page.tsx'

/** Keys that pages are given; anything else that is sent is not used. */
export const KEY = /^[A-Za-z0-9_-]{8,80}$/

/** The key of a page as sent, or a new one. */
export function pageKey(ctx: StaffCtx, values: WindowValues): string {
  const key = values['key'] ?? ''
  return KEY.test(key) ? key : newId(ctx.now)
}

/** @throws AppError forbidden for those who do not register */
export function registrar(c: Context<WebEnv>): StaffCtx {
  const ctx = staffCtx(c)
  mayRegister(ctx.actor)
  return ctx
}

export interface Shown {
  readonly values: WindowValues
  readonly errors?: readonly FieldError[]
  readonly told?: Told | null
  readonly start?: string
  readonly status?: 200 | 409
}

/** Draws the entry page with what was typed, whatever became of it. */
export async function showWindow(c: Context<WebEnv>, ctx: StaffCtx, { values, errors = [], told = null, start = 'channel', status = 200 }: Shown): Promise<Response> {
  const key = pageKey(ctx, values)
  const scans = await scansOf(ctx, key)
  return deskPage(c, ctx, {
    title: '录入纸质申请',
    context: (
      <>
        <span class="no-print"><KeyHint keys="Tab" label="下一格" />　<KeyHint keys="1–6" label="选" />　<KeyHint keys="Ctrl Enter" label="存并打印回执" /></span>
        <a href="/desk/pending-receipts">待确认收到</a>
        {ctx.actor.roles.includes('disclosure_officer') && <a href="/desk/imports">导入旧登记</a>}
      </>
    ),
    current: 'intake',
    status: errors.length > 0 ? 422 : status,
    error: errors.length > 0,
    children: (
      <WindowPage
        ctx={ctx} values={values} errors={inPageOrder(errors)} scans={scans} told={told} start={start}
        last={lastForm(c, ctx.actor)} idempotencyKey={key} csrf={c.get('csrfToken')}
      />
    ),
  })
}
