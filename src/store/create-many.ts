import { sql } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { calendarRevision } from './calendar-history.ts'
import { begin, type Chapter, type NewCase } from './case-store.ts'
import type { Ctx } from './context.ts'
import { enqueueMany } from './outbox.ts'
import { recheckCaseJob } from './recheck-case.job.ts'
import { caseEvent, caseFile } from './tables/case.table.ts'

/** A case that begins with a history. */
export interface CaseWithHistory {
  readonly fresh: NewCase
  readonly history: readonly Chapter[]
}

/**
 * Writes many cases with the same rows as `createCase` and `appendEvents`, in two statements of the caller's transaction.
 * Afterwards {@link settleCalendar} is to be called once.
 */
export async function createMany(tx: Queryable, ctx: Ctx, cases: readonly CaseWithHistory[]): Promise<void> {
  if (cases.length === 0) return
  const made = cases.map(({ fresh, history }) => begin(ctx, fresh, history))
  await tx.insert(caseFile).values(made.map(({ loaded }) => loaded.row))
  await tx.insert(caseEvent).values(made.flatMap(({ links }) => links))
}

/** As for a single case: what was written with a calendar that has changed meanwhile is looked at again. */
export async function settleCalendar(tx: Queryable, ctx: Ctx, caseIds: readonly string[]): Promise<void> {
  if (ctx.calendars === undefined || caseIds.length === 0) return
  const since = ctx.calendars.revision
  if ((await calendarRevision(tx)) <= since) return
  const open = await tx.execute<{ id: string }>(sql`select id from case_file where open and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(caseIds)}::jsonb))`)
  await enqueueMany(tx, ctx, recheckCaseJob, open.map(({ id }) => ({ caseId: id, since })))
}
