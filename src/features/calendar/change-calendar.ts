import { eq, sql } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { bookAt } from '#law/calendar/calendar-book.ts'
import { refuse } from '#law/refusal.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { invalid } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { listAuthorities } from '#store/authority.ts'
import { readCalendarHistory } from '#store/calendar-history.ts'
import type { Ctx } from '#store/context.ts'
import { enqueue } from '#store/outbox.ts'
import { calendarArrangement, calendarChange, localDayOff } from '#store/tables/calendar.table.ts'
import { changeDigest } from './change-digest.ts'
import { planChange, type Plan } from './change.decide.ts'
import type { ChangeRequest } from './change.schema.ts'
import { onlyAdministrators } from './may-change.ts'
import { recomputeJob } from './recompute.job.ts'

/** Of a change that was made already there is only the calendar as it stands. */
export interface Changed {
  readonly changed: boolean
  readonly importId: string | null
  readonly revision: number
  readonly version: string
  readonly reason: string
}

/** Any fixed number: of two changes at once the second waits and then sees the first. */
const LOCK = 7_110_034

/**
 * Changes the calendar and orders the recomputation of open cases, in one transaction. Asked for what already holds it does
 * nothing and says so.
 * @param seen digest of the preview that was confirmed; null does without one
 * @throws AppError invalid, naming the fields that are wrong; forbidden
 */
export async function changeCalendar(ctx: Ctx, request: ChangeRequest, seen: string | null): Promise<Outcome<Changed>> {
  onlyAdministrators(ctx.actor)
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    const history = await readCalendarHistory(tx)
    const authorityIds = (await listAuthorities(tx)).map(({ id }) => id)
    const planned = planChange(request, { history, today: ctx.today, authorityIds })
    if (!planned.ok) throw invalid(planned.errors)
    const { plan } = planned
    const { revision } = plan.after
    const outcome = { ok: true as const, revision, reason: plan.reason, version: bookAt(plan.after).common.version }
    if (plan.unchanged) return { ...outcome, changed: false, importId: null }
    if (seen !== null && seen !== changeDigest(request, history)) return refuse('calendar/changed-meanwhile', '看过预览以后日历又变了，请重新预览')
    const importId = newId(ctx.now)
    await write(tx, ctx, request, plan, importId)
    await enqueue(tx, ctx, recomputeJob, { revision })
    return { ...outcome, changed: true, importId }
  })
}

async function write(tx: Queryable, ctx: Ctx, request: ChangeRequest, { kind, years, reason, arrangements, after: { revision } }: Plan, id: string): Promise<void> {
  const who = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  await tx.insert(calendarChange).values({ revision, id, kind, years: [...years], reason, madeBy: who, madeByName: ctx.actor.name, madeAt: ctx.now })
  switch (request.kind) {
    case 'import':
      await tx.insert(calendarArrangement).values(
        arrangements.map(({ year, notice, off, work }) => ({ year, revision, notice: [...notice], off: [...off], work: [...work], importedBy: who, importedAt: ctx.now })),
      )
      return
    case 'day_off': {
      const { date, name, reason: order, authorityId = null } = request
      await tx.insert(localDayOff).values({ id: newId(ctx.now), date, name, reason: order, authorityId, declaredRevision: revision, declaredBy: who, declaredAt: ctx.now })
      return
    }
    case 'revocation':
      await tx.update(localDayOff).set({ revokedRevision: revision, revokedBy: who, revokedAt: ctx.now }).where(eq(localDayOff.id, request.id))
  }
}
