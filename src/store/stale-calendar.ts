import type { Queryable } from '#platform/db/connect.ts'
import { calendarRevision } from './calendar-history.ts'
import type { Ctx } from './context.ts'
import { enqueue } from './outbox.ts'
import { recheckCaseJob } from './recheck-case.job.ts'

/**
 * Called after the rows of a case are written. A process learns of a new calendar a moment after it is declared; what it
 * wrote in between with the old one is put right by a job. Read after the write: whoever still sees the old revision here
 * wrote before the change was committed, and the recomputation waits for him.
 */
export async function noteStaleCalendar(tx: Queryable, ctx: Ctx, caseId: string): Promise<void> {
  if (ctx.calendars === undefined) return
  const since = ctx.calendars.revision
  if ((await calendarRevision(tx)) > since) await enqueue(tx, ctx, recheckCaseJob, { caseId, since })
}
