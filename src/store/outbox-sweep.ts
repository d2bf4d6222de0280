import { sql } from 'drizzle-orm'
import { SYSTEM, type SystemActor } from '#case/actor.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { contextFor, type Ctx, type Services } from './context.ts'
import { operatorText } from './outbox-failure.ts'

/** Finds and repairs one kind of thing that was missed. Features bring their own; `jobs.ts` knows them all. */
export interface SweepTask {
  readonly name: string
  /** Repairs, and says what: ids or counts, no personal data. Runs again later, so a bounded number at a time is enough. */
  sweep(tx: Queryable, ctx: Ctx<SystemActor>): Promise<readonly string[]>
}

export interface SweepResult {
  readonly name: string
  /** What was repaired, or would be on a dry run. */
  readonly found: readonly string[]
  readonly failure: string | null
}

/**
 * Runs each task in a transaction of its own: one that fails stops no other. A dry run does the same and rolls back, so
 * its answer is what a real one would do.
 */
export async function runSweep(services: Services, tasks: readonly SweepTask[], { dryRun = false } = {}): Promise<SweepResult[]> {
  const results: SweepResult[] = []
  for (const task of tasks) {
    let found: readonly string[] = []
    try {
      await services.db.transaction(async (tx) => {
        found = await task.sweep(tx, contextFor(services, SYSTEM))
        if (dryRun) throw new DryRun()
      })
      results.push({ name: task.name, found, failure: null })
    } catch (error) {
      results.push({ name: task.name, found, failure: error instanceof DryRun ? null : operatorText(error) })
    }
  }
  return results
}

class DryRun extends Error {}

/** How long a dispatched row may stay unfinished the first time; doubles with every dispatch, up to the longest pause. */
const FIRST_PAUSE_MINUTES = 5
const LONGEST_PAUSE_MINUTES = 6 * 60

/** Rows whose job was lost or gave up go to the queue again, with growing pauses. */
export const lostDispatches: SweepTask = {
  name: 'lost-dispatches',
  async sweep(tx, ctx) {
    const rows = await tx.execute<{ id: string; job: string; failures: number }>(sql`
      update outbox set dispatched_at = null
      where id in (
        select id from outbox
        where done_at is null and dispatched_at is not null
          and dispatched_at <= ${ctx.now}::timestamptz - least(
            ${FIRST_PAUSE_MINUTES} * power(2, least(dispatches, 20) - 1), ${LONGEST_PAUSE_MINUTES}) * interval '1 minute'
        order by id limit 500 for update skip locked)
      returning id, job, failures`)
    if (rows.length > 0) await tx.execute(sql`select pg_notify('outbox', '')`)
    return rows.map((row) => `outbox ${row.id} ${row.job} failures ${row.failures}`)
  },
}
