import { asc, eq, gt } from 'drizzle-orm'
import { bookAt } from '#law/calendar/calendar-book.ts'
import { readCalendarHistory } from '#store/calendar-history.ts'
import { caseClock, projection } from '#store/case-row.ts'
import { loadCaseById } from '#store/case-store.ts'
import { calendarFor } from '#store/context.ts'
import { handle, type JobHandler } from '#store/outbox-run.ts'
import { recheckCaseJob } from '#store/recheck-case.job.ts'
import { calendarChange } from '#store/tables/calendar.table.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { stepTo } from './calendar-step.ts'
import { recomputeCases } from './recompute-cases.ts'
import { recomputeOpenCases } from './recompute.ts'
import { recomputeJob } from './recompute.job.ts'

/**
 * Unlike other jobs this one writes in its first half, in many transactions of its own, because one would be too large. What
 * it wrote is kept with the change, so that it may run again, and several times at once.
 */
const recompute: JobHandler<{ revision: number }> = async (services, { revision }) => {
  await recomputeOpenCases(services, revision)
  return async () => {}
}

/** Puts right one case that was written with an older calendar: first the events that it missed, then its row. */
const recheckCase: JobHandler<{ caseId: string; since: number }> = async (_services, { caseId, since }) => async (tx, given) => {
  await tx.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.id, caseId)).for('update')
  const history = await readCalendarHistory(tx)
  const calendars = bookAt(history)
  const ctx = { ...given, calendar: calendars.common, calendars }
  const missed = await tx.select().from(calendarChange).where(gt(calendarChange.revision, since)).orderBy(asc(calendarChange.revision))
  for (const change of missed) {
    const loaded = await loadCaseById(tx, caseId)
    if (loaded.row.open) await recomputeCases(tx, ctx, stepTo(history, change), [loaded])
  }
  const { row, state, events } = await loadCaseById(tx, caseId)
  await tx.update(caseFile).set(projection(state, caseClock(state, events, ctx.today, calendarFor(ctx, row.authorityId)))).where(eq(caseFile.id, caseId))
}

/** Every job of the calendar and who does it. */
export const calendarHandlers = [handle(recomputeJob, recompute), handle(recheckCaseJob, recheckCase)] as const
