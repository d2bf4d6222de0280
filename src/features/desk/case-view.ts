import type { Clock } from '#law/clock-types.ts'
import { caseClock } from '#store/case-row.ts'
import { loadCase, type LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'

/** A case with its clock as of today: what every page about one case shows. */
export interface CaseView extends LoadedCase {
  readonly clock: Clock
}

/** @throws AppError not_found for a missing case and, in the same words, for one that the person may not see */
export async function viewCase(ctx: StaffCtx, number: string): Promise<CaseView> {
  const loaded = await loadCase(ctx.db, ctx.actor, number)
  return { ...loaded, clock: caseClock(loaded.state, loaded.events, ctx.today, ctx.calendar) }
}

/** `/desk/cases/2026-0159` or a page below it; numbers of old registers may hold anything. */
export function casePath(number: string, below = ''): string {
  return `/desk/cases/${encodeURIComponent(number)}${below === '' ? '' : `/${below}`}`
}
