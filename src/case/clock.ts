import type { ClockEvent } from '#law/disclosure-regulation/clock.ts'
import type { CaseEvent } from './events.ts'
import type { RecordedEvent } from './state.ts'

/** What of a case moves its statutory clock (law.md §12.3). Receipt is the clock's own origin, not an event of it. */
export function clockEvents(events: readonly RecordedEvent[]): ClockEvent[] {
  return events.flatMap(({ event }) => clockEvent(event) ?? [])
}

/** The clock's word for an event of a case; null for what leaves the clock alone. */
export function clockEvent(event: CaseEvent): ClockEvent | null {
  const { on } = event
  switch (event.type) {
    case 'correction_requested':
      return { type: 'correction_requested', on, respondBy: event.respondBy }
    case 'correction_received':
      return { type: 'correction_received', on, ...(event.goodCause === null ? {} : { goodCause: true }) }
    case 'deadline_extended':
      return { type: 'extended', on, days: event.days }
    case 'fee_notice_issued':
      return { type: 'fee_notice_sent', on }
    case 'fee_notice_received':
      return { type: 'fee_notice_received', on }
    case 'fee_paid':
      return { type: 'fee_paid', on }
    case 'application_lapsed':
      return { type: 'lapsed', on }
    case 'application_withdrawn':
      return { type: 'withdrawn', on }
    case 'joined_back':
      return { type: 'withdrawn', on, joinedInto: event.into }
    case 'reply_delivered':
      return { type: 'replied', on }
    default:
      return null
  }
}
