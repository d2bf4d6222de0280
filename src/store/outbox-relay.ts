import { and, asc, inArray, isNull, sql } from 'drizzle-orm'
import { QueueDown, type JobQueue } from '#platform/queue/port.ts'
import { sparingly } from '#platform/queue/sparingly.ts'
import type { Services } from './context.ts'
import { operatorText } from './outbox-failure.ts'
import { outbox } from './tables/letter.table.ts'
import { wakeOn } from './wake.ts'

const BATCH = 100

/**
 * Hands waiting rows to the queue and marks them, a batch per transaction. Rows that another process holds are left to
 * it. A crash between adding and marking adds the same id again, which is harmless.
 * @returns how many went over
 * @throws QueueDown; the rows then wait as before
 */
export async function dispatchWaiting(services: Services, queue: Pick<JobQueue, 'add'>): Promise<number> {
  return services.db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: outbox.id, job: outbox.job, dispatches: outbox.dispatches })
      .from(outbox)
      .where(and(isNull(outbox.dispatchedAt), isNull(outbox.doneAt)))
      .orderBy(asc(outbox.id))
      .limit(BATCH)
      .for('update', { skipLocked: true })
    if (rows.length === 0) return 0
    await queue.add(rows.map(({ id, job, dispatches }) => ({ id: `outbox-${id}-${dispatches + 1}`, name: job, data: { outboxId: id } })))
    await tx
      .update(outbox)
      .set({ dispatchedAt: services.clock.now(), dispatches: sql`${outbox.dispatches} + 1` })
      .where(inArray(outbox.id, rows.map((row) => row.id)))
    return rows.length
  })
}

/** Between two looks without being called; also the wait after a failure. */
const POLL_SECONDS = 3

/** Moves rows to the queue until stopped: at once when one is announced, and by looking every few seconds. */
export function startRelay(services: Services, queue: Pick<JobQueue, 'add'>, pollSeconds = POLL_SECONDS): { stop(): Promise<void> } {
  const warn = sparingly((problem) => services.log.warn('relay', { problem, triesAgainIn: pollSeconds }))
  return wakeOn(services, { channel: 'outbox', pollSeconds }, async () => {
    try {
      return (await dispatchWaiting(services, queue)) < BATCH ? 'wait' : 'again'
    } catch (error) {
      warn(error instanceof QueueDown ? error : operatorText(error))
      return 'rest'
    }
  })
}
