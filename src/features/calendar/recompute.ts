import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { SYSTEM } from '#case/actor.ts'
import { bookAt } from '#law/calendar/calendar-book.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { readCalendarHistory } from '#store/calendar-history.ts'
import { contextFor, type Services } from '#store/context.ts'
import { calendarChange } from '#store/tables/calendar.table.ts'
import { stepTo } from './calendar-step.ts'
import { nextCandidates } from './candidates.ts'
import { recomputeCases } from './recompute-cases.ts'
import { writersSettled } from './writers-settled.ts'

export interface RecomputeOptions {
  /** Cases per transaction: what memory and locks are held for. */
  readonly batch?: number
  /** Called after each committed transaction. */
  readonly afterBatch?: (progress: Progress) => void | Promise<void>
}

/** How far one change has come. */
export interface Progress {
  readonly revision: number
  readonly looked: number
  readonly changed: number
  readonly done: boolean
}

const BATCH = 500
/** Any fixed number: whoever recomputes waits for the same lock, so that changes take effect in their order. */
const LOCK = 7_110_033

/**
 * Carries out the changes of the calendar up to a revision, oldest first, a batch of open cases per transaction. Each
 * transaction also writes how far it came, so whoever goes on after a crash begins where it stopped, and several at once
 * share the work.
 */
export async function recomputeOpenCases(services: Services, upTo: number, { batch = BATCH, afterBatch }: RecomputeOptions = {}): Promise<void> {
  await writersSettled(services)
  for (;;) {
    const progress = await services.db.transaction((tx) => oneBatch(tx, services, upTo, batch))
    if (progress === null) return
    await afterBatch?.(progress)
  }
}

async function oneBatch(tx: Queryable, services: Services, upTo: number, limit: number): Promise<Progress | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
  const [change] = await tx
    .select()
    .from(calendarChange)
    .where(and(isNull(calendarChange.doneAt), lte(calendarChange.revision, upTo)))
    .orderBy(asc(calendarChange.revision))
    .limit(1)
  if (!change) return null
  const history = await readCalendarHistory(tx)
  const calendars = bookAt(history)
  const ctx = contextFor({ ...services, calendar: calendars.common, calendars }, SYSTEM)
  const step = stepTo(history, change)
  // Rows that were written since a newer change carry due dates of a calendar beyond this step.
  const loose = sql`exists (select 1 from calendar_change newer where newer.revision > ${change.revision})`
  const cases = step.reach === null ? [] : await nextCandidates(tx, { after: change.lastCaseId, reach: step.reach, loose, limit }, { lock: true })
  const changed = await recomputeCases(tx, ctx, step, cases)
  const done = cases.length < limit
  const progress = { looked: change.looked + cases.length, changed: change.changed + changed }
  await tx
    .update(calendarChange)
    .set({ ...progress, lastCaseId: cases.at(-1)?.row.id ?? change.lastCaseId, ...(done ? { doneAt: ctx.now } : {}) })
    .where(eq(calendarChange.revision, change.revision))
  return { revision: change.revision, ...progress, done }
}
