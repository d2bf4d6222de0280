import { eq } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { mayRegister, type FileApplication } from '#features/intake/index.ts'
import { formatDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'
import { invalid } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import { pendingReceipt } from '#store/tables/pending-receipt.table.ts'
import type { Closing, NewAttempt, OpenContact } from './pending.schema.ts'
import { loadPending, noteFact, type Pending } from './pending-store.ts'

/** Records that the applicant could not be reached. Only a trial on the day of arrival lets the receipt date wait (31条第二项). */
export function recordAttempt(ctx: StaffCtx, id: string, { on = ctx.today, way, result, note }: NewAttempt): Promise<Outcome> {
  return attend(ctx, id, async (pending, tx) => {
    if (on > ctx.today) throw invalid([{ field: 'on', message: `${formatDate(on)}还没有到，联系的日期不能晚于今天` }])
    if (on < pending.row.arrivedOn) throw invalid([{ field: 'on', message: `联系的日期${formatDate(on)}早于到达的日期${formatDate(pending.row.arrivedOn)}` }])
    await noteFact(tx, ctx, id, on, { type: 'attempt', way, result, note: note ?? null })
    return { ok: true }
  })
}

/** Shows the full numbers once, to reach the applicant; who opened them, when and why stays on record. */
export function openContact(ctx: StaffCtx, id: string, { reason }: OpenContact): Promise<Outcome<{ readonly application: FileApplication }>> {
  return attend(ctx, id, async (pending, tx) => {
    await noteFact(tx, ctx, id, ctx.today, { type: 'opened', reason })
    return { ok: true, application: pending.application! }
  })
}

/** Takes something from the list that is no application after all, for example a copy of one that is registered. Officers of disclosure only. */
export function closePending(ctx: StaffCtx, id: string, { reason }: Closing): Promise<Outcome> {
  return attend(ctx, id, async (_, tx) => {
    if (!ctx.actor.roles.includes('disclosure_officer')) return refuse('case/not-permitted', '不登记要由公开办经办人决定')
    await tx.update(pendingReceipt).set({ status: 'closed', endedAt: ctx.now }).where(eq(pendingReceipt.id, id))
    await noteFact(tx, ctx, id, ctx.today, { type: 'closed', reason })
    return { ok: true }
  })
}

type Tx = Parameters<Parameters<StaffCtx['db']['transaction']>[0]>[0]

/** The shell of all three: locked, and only while it waits. */
async function attend<T extends object>(ctx: StaffCtx, id: string, act: (pending: Pending, tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  mayRegister(ctx.actor)
  return ctx.db.transaction(async (tx) => {
    const pending = await loadPending(tx, ctx, id, { lock: true })
    return pending.row.status === 'waiting' ? act(pending, tx) : endedAlready(pending)
  })
}

/** In place of a deed that comes too late: who ended it, and how. */
export function endedAlready({ events }: Pending) {
  const last = events.findLast(({ type }) => type === 'confirmed' || type === 'closed')
  if (last?.type === 'confirmed') return refuse('pending-receipts/already-confirmed', `${last.actorName}已经确认过，登记为${last.number}`)
  return refuse('pending-receipts/already-closed', `${last?.actorName ?? '别人'}已经定为不登记`)
}
