import { and, eq, sql } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { refuse } from '#law/refusal.ts'
import { notFound } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import { enqueue } from '#store/outbox.ts'
import { onlyAdministrators } from './may-read.ts'
import { message } from './message.table.ts'
import { sendMessageJob } from './send-message.job.ts'

/** Has a message sent that was given up, or for which nothing was connected at the time. The second of two clicks is refused. */
export function retryMessage(ctx: StaffCtx, id: string): Promise<Outcome> {
  onlyAdministrators(ctx.actor)
  return ctx.db.transaction(async (tx): Promise<Outcome> => {
    const [row] = await tx
      .select()
      .from(message)
      .where(and(eq(sql`${message.id}::text`, id), eq(message.authorityId, ctx.actor.authorityId)))
      .for('update')
    if (!row) throw notFound(`message ${id}`)
    if (!mayRetry(row)) return refuse('messages/not-failed', '只有没发出、没有接通的消息才要重发')
    await tx.update(message).set({ state: 'sending', attempts: 0, failure: null, claimedAt: null, notBefore: null }).where(eq(message.id, row.id))
    await enqueue(tx, ctx, sendMessageJob, { messageId: row.id })
    return { ok: true }
  })
}

/** Of an erased applicant there is no address left to send to. */
export function mayRetry({ state, failure }: Pick<typeof message.$inferSelect, 'state' | 'failure'>): boolean {
  return (state === 'failed' && failure !== 'erased') || state === 'unconfigured'
}
