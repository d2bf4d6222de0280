import { sql } from 'drizzle-orm'
import { plusSeconds } from '#platform/clock.ts'
import type { Instant } from '#law/instant.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { Ctx } from '#store/context.ts'
import { enqueueMany } from '#store/outbox.ts'
import type { SweepTask } from '#store/outbox-sweep.ts'
import { sendMessageJob } from './send-message.job.ts'

/** SMS whose quiet hours are over go on their way. */
export const messagesAfterQuietHours: SweepTask = {
  name: 'messages-after-quiet-hours',
  async sweep(tx, ctx) {
    const due = await tx.execute<{ id: string }>(sql`
      update message set state = 'sending', not_before = null
      where id in (
        select id from message where state = 'waiting_quiet_hours' and not_before <= ${ctx.now}::timestamptz
        order by not_before limit 500 for update skip locked)
      returning id`)
    return order(tx, ctx, due)
  },
}

/** A message that waits this long without a job was forgotten: a restored backup, or an outbox row erased by hand. */
const FORGOTTEN_AFTER_SECONDS = 600

/** Messages that nobody is going to send get a job again. */
export const messagesWithoutJob: SweepTask = {
  name: 'messages-without-job',
  async sweep(tx, ctx) {
    const old: Instant = plusSeconds(ctx.now, -FORGOTTEN_AFTER_SECONDS)
    const forgotten = await tx.execute<{ id: string }>(sql`
      select id from message
      where state = 'sending' and created_at <= ${old}::timestamptz
        and not exists (
          select 1 from outbox
          where job = ${sendMessageJob.name} and done_at is null and payload ->> 'messageId' = message.id::text)
      order by created_at limit 500 for update skip locked`)
    return order(tx, ctx, forgotten)
  },
}

async function order(tx: Queryable, ctx: Ctx, rows: readonly { readonly id: string }[]): Promise<string[]> {
  await enqueueMany(tx, ctx, sendMessageJob, rows.map(({ id }) => ({ messageId: id })))
  return rows.map(({ id }) => `message ${id}`)
}
