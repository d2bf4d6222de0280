import type { Clock } from '#law/clock-types.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { clockEvents } from '#case/clock.ts'
import type { CaseState, RecordedEvent } from '#case/state.ts'
import { isOpen } from '#case/status.ts'

/** The statutory clock of a case as of `today`. A refusal here is a bug: commands keep illegal events out. */
export function caseClock(
  state: CaseState,
  events: readonly RecordedEvent[],
  today: CivilDate,
  calendar: WorkingCalendar,
): Clock {
  const folded = foldClock({ ...clockInput(state, events), today, calendar })
  if (!folded.ok) throw new Error(`clock of ${state.number}: ${folded.refusal.code}`)
  return folded.clock
}

/** All that a case brings to its clock: two cases with the same input have the same clock. */
export function clockInput(state: CaseState, events: readonly RecordedEvent[]) {
  return { receivedOn: state.receivedOn, events: clockEvents(events) }
}

/** The columns of `case_file` that are derived from the events. */
export function projection(state: CaseState, clock: Clock) {
  return {
    status: state.status,
    clockStatus: clock.status,
    dueOn: clock.dueOn,
    provisional: clock.provisional,
    open: isOpen(state.status),
    decisionKind: state.withdrawnOn === null ? (state.decision?.code ?? null) : 'withdrawn',
    unitId: state.unitId,
    handlerId: state.handlerId,
  }
}
