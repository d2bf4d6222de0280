import { and, eq, isNull, sql } from 'drizzle-orm'
import { SYSTEM, type SystemActor } from '#case/actor.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { contextFor, type Ctx, type Services } from './context.ts'
import type { JobDefinition } from './outbox.ts'
import { operatorText } from './outbox-failure.ts'
import { outbox } from './tables/letter.table.ts'

/** What a job comes to: written in one transaction, together with the mark that it is done. */
export type Effect = (tx: Queryable, ctx: Ctx<SystemActor>) => Promise<void>

/**
 * First half of a job: reads, renders, asks. It may run more than once and at the same time, so it changes nothing; the
 * effect that it returns takes place once.
 */
export type JobHandler<P extends Record<string, unknown>> = (services: Services, payload: P) => Promise<Effect>

/** Handlers by job name. */
export type JobHandlers = ReadonlyMap<string, JobHandler<Record<string, unknown>>>

/** One entry of {@link JobHandlers}, checked against the payload of its definition. */
export function handle<P extends Record<string, unknown>>(
  job: JobDefinition<P>,
  handler: JobHandler<P>,
): readonly [string, JobHandler<Record<string, unknown>>] {
  return [job.name, handler as unknown as JobHandler<Record<string, unknown>>]
}

/** Somebody may change the case between reading and writing so often before a job gives up its turn. */
const STALE_TRIES = 5

/**
 * Carries out one outbox row. A row that is done already, or gone, is no error: the queue delivers at least once.
 * @throws JobFailed, with a text free of personal data, after writing the failure to the row
 */
export async function runOutboxRow(services: Services, handlers: JobHandlers, id: number): Promise<void> {
  try {
    const [row] = await services.db.select().from(outbox).where(eq(outbox.id, id))
    if (!row || row.doneAt) return
    const handler = handlers.get(row.job)
    if (!handler) throw new AppError('unavailable', '没有处理程序', { code: 'job/no-handler', internal: row.job })
    await once(services, id, await handler(services, row.payload))
  } catch (error) {
    const failure = operatorText(error)
    services.log.error('job failed', { outboxId: id, failure })
    await noteFailure(services, id, failure).catch(() => {})
    throw new JobFailed(failure)
  }
}

async function noteFailure({ db }: Services, id: number, failure: string): Promise<void> {
  const failures = sql`${outbox.failures} + 1`
  await db.update(outbox).set({ failures, lastError: failure }).where(and(eq(outbox.id, id), isNull(outbox.doneAt)))
}

/** Marks the row and takes effect together; of two deliveries at once the second waits at the row, then finds it done. */
async function once(services: Services, id: number, effect: Effect): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const ctx = contextFor(services, SYSTEM)
    try {
      return await services.db.transaction(async (tx) => {
        const mine = await tx
          .update(outbox)
          .set({ doneAt: ctx.now })
          .where(and(eq(outbox.id, id), isNull(outbox.doneAt)))
          .returning({ id: outbox.id })
        if (mine.length > 0) await effect(tx, ctx)
      })
    } catch (error) {
      const stale = error instanceof AppError && error.options.code === 'case/stale-version'
      if (!stale || tries === STALE_TRIES) throw error
    }
  }
}

/** Goes to the queue, which keeps its text. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed'
}
