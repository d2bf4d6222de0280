import { mayRegister, type FileApplication } from '#features/intake/index.ts'
import { moveUploads, type UploadOwner } from '#features/uploads/index.ts'
import { receiptOf } from '#law/disclosure-regulation/art31-receipt.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { invalid } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { StaffCtx } from '#store/context.ts'
import { earlierAnswer, isTwin, keepAnswer, type IdempotentRequest } from '#store/idempotency.ts'
import { pendingReceipt } from '#store/tables/pending-receipt.table.ts'
import { noteFact, sealContent } from './pending-store.ts'
import type { PendingChannel } from './standing.decide.ts'

export interface Keeping {
  readonly application: FileApplication
  readonly arrival: { readonly channel: PendingChannel; readonly arrivedOn: CivilDate }
  /** Pressed twice, the same letter is kept once. */
  readonly key: string | null
  /** To whom the scans of the form belong until now. */
  readonly scans?: UploadOwner
}

/**
 * Keeps a letter or fax until the applicant has been reached: no case, no number, no clock before that.
 * @source 条例第三十一条第二项、第三项
 * @throws AppError invalid where the day of arrival lies in the future or before there was a right to ask
 */
export async function keepPending(ctx: StaffCtx, { application, arrival, key, scans }: Keeping): Promise<{ readonly id: string }> {
  mayRegister(ctx.actor)
  const day = receiptOf({ channel: 'ordinary_mail', arrivedOn: arrival.arrivedOn, confirmedOn: ctx.today, today: ctx.today })
  if (!day.ok) throw invalid([{ field: 'arrivedOn', message: day.refusal.message }])
  const asked: IdempotentRequest | null = key === null ? null : { scope: `pending-receipts/${ctx.actor.id}`, key, request: { application, arrival } }
  const earlier = asked && (await earlierAnswer<{ id: string }>(ctx.db, ctx, asked))
  if (earlier) return earlier
  try {
    return await ctx.db.transaction(async (tx) => {
      const id = newId(ctx.now)
      await tx.insert(pendingReceipt).values({
        id, authorityId: ctx.actor.authorityId, ...arrival, ...sealContent(ctx, id, application), status: 'waiting', createdBy: ctx.actor.id, createdAt: ctx.now,
      })
      await noteFact(tx, ctx, id, ctx.today, { type: 'kept' })
      if (scans) await moveUploads(tx, scans, { kind: 'pending', id, authorityId: ctx.actor.authorityId })
      if (asked) await keepAnswer(tx, ctx, asked, { id })
      return { id }
    })
  } catch (error) {
    const first = asked && isTwin(error) ? await earlierAnswer<{ id: string }>(ctx.db, ctx, asked) : null
    if (first) return first
    throw error
  }
}
