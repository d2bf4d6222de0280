import { and, eq } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { fileApplication, mayRegister, papersToCase, type Filed } from '#features/intake/index.ts'
import type { StaffCtx } from '#store/context.ts'
import { earlierAnswer, keepAnswer } from '#store/idempotency.ts'
import { pendingReceipt } from '#store/tables/pending-receipt.table.ts'
import { endedAlready } from './attend.ts'
import type { Confirmation } from './pending.schema.ts'
import { loadPending, noteFact, triedOn } from './pending-store.ts'
import { contactWasLost } from './standing.decide.ts'

/**
 * The applicant has been reached: the letter or fax becomes a case, with the receipt date that 条例第三十一条 gives it. Of two
 * people who confirm at once one files the case and the other is told its number; one who presses twice gets the same answer twice.
 * @throws AppError invalid where the day of confirmation is not possible
 */
export async function confirmPending(ctx: StaffCtx, id: string, { confirmedOn = ctx.today, way }: Confirmation, key: string | null): Promise<Outcome<{ readonly filed: Filed }>> {
  mayRegister(ctx.actor)
  const asked = key === null ? null : { scope: `pending-receipts/${id}/${ctx.actor.id}`, key, request: id }
  const pending = await loadPending(ctx.db, ctx, id)
  const earlier = asked && (await earlierAnswer<Filed>(ctx.db, ctx, asked))
  if (earlier) return { ok: true, filed: earlier }
  const { row, application } = pending
  if (row.status !== 'waiting' || application === null) return endedAlready(pending)
  const waiting = { channel: row.channel, arrivedOn: row.arrivedOn, triedOn: triedOn(pending) }
  try {
    const { filed } = await fileApplication(ctx, {
      authorityId: row.authorityId,
      application,
      receipt: { channel: row.channel, arrivedOn: row.arrivedOn, confirmedOn, ...(contactWasLost(waiting, confirmedOn) ? { contactLost: true } : {}) },
      idempotencyKey: null,
      alsoInTransaction: async (tx, made) => {
        const taken = await tx
          .update(pendingReceipt)
          .set({ status: 'confirmed', caseId: made.caseId, content: null, keyId: null, endedAt: ctx.now })
          .where(and(eq(pendingReceipt.id, id), eq(pendingReceipt.status, 'waiting')))
          .returning({ id: pendingReceipt.id })
        if (taken.length === 0) throw new TakenMeanwhile()
        await noteFact(tx, ctx, id, confirmedOn, { type: 'confirmed', way, number: made.number })
        await papersToCase(tx, ctx, { kind: 'pending', id }, made)
        if (asked) await keepAnswer(tx, ctx, asked, made)
      },
    })
    return { ok: true, filed }
  } catch (error) {
    if (!(error instanceof TakenMeanwhile)) throw error
    const first = asked && (await earlierAnswer<Filed>(ctx.db, ctx, asked))
    return first ? { ok: true, filed: first } : endedAlready(await loadPending(ctx.db, ctx, id))
  }
}

/** Rolls back the case that somebody else has filed a moment before. */
class TakenMeanwhile extends Error {}
