import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { listStaff } from '#features/accounts/index.ts'
import { formatDay, type CivilDate } from '#law/civil-date.ts'
import { notify } from '#store/notifications.ts'
import type { SweepTask } from '#store/outbox-sweep.ts'
import { pendingReceipt } from '#store/tables/pending-receipt.table.ts'
import { PENDING_CHANNELS } from './pending.schema.ts'

/** Tells the disclosure officers once of every letter or fax that was not confirmed on the day on which it came (31条第二项). */
export const overduePendingReceipts: SweepTask = {
  name: 'overdue-pending-receipts',
  async sweep(tx, ctx) {
    const late = await tx
      .select({ id: pendingReceipt.id, authorityId: pendingReceipt.authorityId, channel: pendingReceipt.channel, arrivedOn: pendingReceipt.arrivedOn })
      .from(pendingReceipt)
      .where(and(eq(pendingReceipt.status, 'waiting'), isNull(pendingReceipt.overdueToldAt), lt(pendingReceipt.arrivedOn, ctx.today)))
      .orderBy(asc(pendingReceipt.arrivedOn), asc(pendingReceipt.id))
      .limit(500)
      .for('update', { skipLocked: true })
    if (late.length === 0) return []
    const officers = new Map<string, readonly string[]>()
    for (const authorityId of new Set(late.map((one) => one.authorityId))) {
      officers.set(authorityId, (await listStaff(tx, authorityId, { role: 'disclosure_officer' })).map(({ id }) => id))
    }
    await notify(tx, ctx, late.flatMap(({ authorityId, channel, arrivedOn }) =>
      officers.get(authorityId)!.map((userId) => ({ userId, caseId: null, text: overdueText(PENDING_CHANNELS[channel], arrivedOn) }))))
    await tx.update(pendingReceipt).set({ overdueToldAt: ctx.now }).where(inArray(pendingReceipt.id, late.map(({ id }) => id)))
    return late.map(({ id }) => `pending receipt ${id}`)
  },
}

function overdueText(channel: string, arrivedOn: CivilDate): string {
  return `${formatDay(arrivedOn)}到的${channel}当天没有与申请人确认，还在“录入—待确认收到”里等着（条例31条）`
}
