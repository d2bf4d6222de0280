import { sql } from 'drizzle-orm'
import { plusSeconds } from '#platform/clock.ts'
import { enqueue } from '#store/outbox.ts'
import type { SweepTask } from '#store/outbox-sweep.ts'
import { renderLetterJob } from './render-letter.job.ts'

/** A letter that waits this long without a job was forgotten: a restored backup, or an outbox row erased by hand. */
const FORGOTTEN_AFTER_SECONDS = 60

/** Letters that nobody is going to make get a job again. */
export const lettersWithoutJob: SweepTask = {
  name: 'letters-without-job',
  async sweep(tx, ctx) {
    const forgotten = await tx.execute<{ id: string }>(sql`
      select id from letter
      where status = 'queued' and created_at <= ${plusSeconds(ctx.now, -FORGOTTEN_AFTER_SECONDS)}::timestamptz
        and not exists (
          select 1 from outbox
          where job = ${renderLetterJob.name} and done_at is null and payload ->> 'letterId' = letter.id::text)
      order by created_at limit 500 for update skip locked`)
    for (const { id } of forgotten) await enqueue(tx, ctx, renderLetterJob, { letterId: id })
    return forgotten.map(({ id }) => `letter ${id}`)
  },
}
