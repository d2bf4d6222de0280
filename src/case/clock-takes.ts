import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { clockEvent, clockEvents } from './clock.ts'
import type { CaseEvent } from './events.ts'
import type { Outcome } from './outcome.ts'
import type { CaseState, RecordedEvent } from './state.ts'

/** A case, the day, and the calendar in which its authority counts. */
export interface ClockSource {
  readonly state: CaseState
  readonly events: readonly RecordedEvent[]
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
}

/** The clock of a case once this happens too, or the refusal of the law with its article (law.md §12.3). */
export function clockTakes({ state, events, today, calendar }: ClockSource, event: CaseEvent): Outcome<{ readonly clock: Clock }> {
  const next = clockEvent(event)
  return foldClock({ receivedOn: state.receivedOn, events: [...clockEvents(events), ...(next === null ? [] : [next])], today, calendar })
}

/** The clock of a case as it is. */
export function clockNow({ state, events, today, calendar }: ClockSource): Outcome<{ readonly clock: Clock }> {
  return foldClock({ receivedOn: state.receivedOn, events: clockEvents(events), today, calendar })
}
