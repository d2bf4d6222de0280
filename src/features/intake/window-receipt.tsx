/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { findAuthority } from '#store/authority.ts'
import { applicationOf } from '#store/application.ts'
import { loadCase } from '#store/case-store.ts'
import type { WebEnv } from '#store/web-env.ts'
import { signedFormMissing } from './oral-form.ts'
import { receiptClock } from './receipt-clock.ts'
import { decideReceipt, type ReceiptFacts } from './receipt.decide.ts'
import { ReceiptGonePage, ReceiptPrintPage } from './receipt-print.page.tsx'
import { windowPass } from './window-pass.ts'
import { registrar } from './window-show.tsx'

/** The receipt to be handed over, as long as its query code is known here. */
export async function windowReceipt(c: Context<WebEnv>, number: string): Promise<Response> {
  const ctx = registrar(c)
  const { row, state, events } = await loadCase(ctx.db, ctx.actor, number)
  c.header('Cache-Control', 'no-store')
  const pass = windowPass(c, ctx.actor.id, number)
  if (!pass) return c.html(<ReceiptGonePage number={row.number} />)
  const [authority, asked] = await Promise.all([findAuthority(ctx.db, row.authorityId), applicationOf(ctx.db, row.applicationId)])
  const received = decideReceipt(asked.receipt as unknown as ReceiptFacts, ctx)
  if (!authority || !received.ok) throw new Error(`case ${row.id}: its authority is missing, or its receipt date is not allowed any more`)
  const clock = receiptClock(state.receivedOn, ctx.calendar)
  const statusUrl = `${ctx.publicUrl}/status?number=${number}`
  const toSign = signedFormMissing(row.channel, events) ? c.get('csrfToken') : null
  return c.html(<ReceiptPrintPage authority={authority} row={row} asked={asked} queryCode={pass.queryCode} receipt={received} clock={clock} statusUrl={statusUrl} toSign={toSign} />)
}
