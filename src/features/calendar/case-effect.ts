import type { CaseEvent } from '#case/events.ts'
import type { CaseState, RecordedEvent } from '#case/state.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { caseClock, clockInput } from '#store/case-row.ts'

/** What another calendar makes of the limits of one case. */
export interface CaseEffect {
  readonly oldDueOn: CivilDate | null
  readonly newDueOn: CivilDate | null
  readonly wasProvisional: boolean
  readonly provisional: boolean
  /** Where the last day for the notice of correction moved and still matters. */
  readonly correctionNoticeDueOn: CivilDate | null
}

type Counted = Pick<Clock, 'dueOn' | 'provisional' | 'correctionNoticeDueOn'>

/** Cases of one day without events of their own share their clocks; so many are remembered. */
const REMEMBERED = 5000

/**
 * Compares two calendars over the same events on the same day, so that nothing but the calendar can make a difference.
 * Returns null for a case that both treat alike.
 */
export function effectsBetween(before: WorkingCalendar, after: WorkingCalendar, today: CivilDate) {
  const known = new Map<string, readonly [Counted, Counted]>()
  return (state: CaseState, events: readonly RecordedEvent[]): CaseEffect | null => {
    const key = JSON.stringify(clockInput(state, events))
    const [was, is] = known.get(key) ?? [caseClock(state, events, today, before), caseClock(state, events, today, after)]
    if (known.size >= REMEMBERED) known.clear()
    known.set(key, [counted(was), counted(is)])
    const mayStillAsk = state.status === 'registered' && was.correctionNoticeDueOn !== is.correctionNoticeDueOn
    if (was.dueOn === is.dueOn && was.provisional === is.provisional && !mayStillAsk) return null
    return {
      oldDueOn: was.dueOn,
      newDueOn: is.dueOn,
      wasProvisional: was.provisional,
      provisional: is.provisional,
      correctionNoticeDueOn: mayStillAsk ? is.correctionNoticeDueOn : null,
    }
  }
}

function counted({ dueOn, provisional, correctionNoticeDueOn }: Counted): Counted {
  return { dueOn, provisional, correctionNoticeDueOn }
}

/** The event that tells it. */
export function recomputedEvent(effect: CaseEffect, change: { readonly id: string; readonly reason: string }, on: CivilDate): Extract<CaseEvent, { type: 'calendar_recomputed' }> {
  const { oldDueOn, newDueOn, provisional, correctionNoticeDueOn } = effect
  return { type: 'calendar_recomputed', on, importId: change.id, oldDueOn, newDueOn, provisional, correctionNoticeDueOn, reason: change.reason }
}
