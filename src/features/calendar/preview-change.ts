import { sql } from 'drizzle-orm'
import type { DayChange } from '#law/calendar/day-changes.ts'
import { invalid } from '#platform/errors.ts'
import { listAuthorities } from '#store/authority.ts'
import { readCalendarHistory } from '#store/calendar-history.ts'
import type { Ctx } from '#store/context.ts'
import { movedDays, stepTo, type CalendarStep } from './calendar-step.ts'
import { nextCandidates } from './candidates.ts'
import { effectsBetween, type CaseEffect } from './case-effect.ts'
import { changeDigest } from './change-digest.ts'
import { planChange, type Plan } from './change.decide.ts'
import type { ChangeRequest } from './change.schema.ts'
import { onlyAdministrators } from './may-change.ts'

/** One case that would change; nothing of what it is about. */
export interface CasePreview extends CaseEffect {
  readonly number: string
  readonly authorityId: string
  readonly handlerName: string | null
}

export interface ChangePreview {
  readonly request: ChangeRequest
  readonly plan: Plan
  /** Comes back with the confirmation. */
  readonly digest: string
  /** Days that would be worked and are not now, or the other way round. */
  readonly days: readonly DayChange[]
  readonly total: number
  /** Of these so many get another due date; the others only lose or gain the mark of a provisional one. */
  readonly moved: number
  readonly byAuthority: readonly { readonly id: string; readonly name: string; readonly count: number }[]
  /** In the order in which the cases were filed. */
  readonly first: readonly CasePreview[]
}

const SHOWN = 50
const BATCH = 500

/**
 * What a change would do. Reads only, a batch at a time; what it counts is what the recomputation will do if nothing else
 * happens in between.
 * @throws AppError invalid, naming the fields that are wrong; forbidden
 */
export async function previewChange(ctx: Ctx, request: ChangeRequest): Promise<ChangePreview> {
  onlyAdministrators(ctx.actor)
  const [history, authorities] = await Promise.all([readCalendarHistory(ctx.db), listAuthorities(ctx.db)])
  const planned = planChange(request, { history, today: ctx.today, authorityIds: authorities.map(({ id }) => id) })
  if (!planned.ok) throw invalid(planned.errors)
  const { plan } = planned
  const step = stepTo(plan.after, { revision: plan.after.revision, id: '', reason: plan.reason, years: plan.years })
  const scope = request.kind === 'day_off' ? (request.authorityId ?? null) : request.kind === 'revocation' ? (history.daysOff.find(({ id }) => id === request.id)?.authorityId ?? null) : null
  const counted = plan.unchanged ? NOTHING : await countEffects(ctx, step)
  return {
    request,
    plan,
    digest: changeDigest(request, history),
    days: plan.unchanged ? [] : movedDays(step, plan.years, scope),
    ...counted,
    byAuthority: authorities.flatMap(({ id, name }) => (counted.counts.has(id) ? [{ id, name, count: counted.counts.get(id)! }] : [])),
  }
}

interface Counted {
  readonly total: number
  readonly moved: number
  readonly counts: ReadonlyMap<string, number>
  readonly first: readonly CasePreview[]
}

const NOTHING: Counted = { total: 0, moved: 0, counts: new Map(), first: [] }

async function countEffects(ctx: Ctx, { reach, before, after }: CalendarStep): Promise<Counted> {
  if (reach === null) return NOTHING
  const counts = new Map<string, number>()
  const comparisons = new Map<string, ReturnType<typeof effectsBetween>>()
  const first: CasePreview[] = []
  let [total, moved, last] = [0, 0, null as string | null]
  // While an earlier change is being carried out, stored due dates may still be older ones.
  const loose = sql`exists (select 1 from calendar_change where done_at is null)`
  for (;;) {
    const cases = await nextCandidates(ctx.db, { after: last, reach, loose, limit: BATCH })
    for (const { row, state, events } of cases) {
      const compare = comparisons.get(row.authorityId) ?? effectsBetween(before.of(row.authorityId), after.of(row.authorityId), ctx.today)
      comparisons.set(row.authorityId, compare)
      const effect = compare(state, events)
      if (effect === null) continue
      total += 1
      if (effect.oldDueOn !== effect.newDueOn) moved += 1
      counts.set(row.authorityId, (counts.get(row.authorityId) ?? 0) + 1)
      if (first.length < SHOWN) first.push({ ...effect, number: row.number, authorityId: row.authorityId, handlerName: state.handlerName })
    }
    if (cases.length < BATCH) return { total, moved, counts, first }
    last = cases.at(-1)!.row.id
  }
}
