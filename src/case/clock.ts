import type { ClockEvent } from '#law/disclosure-regulation/clock.ts'
import type { RecordedEvent } from './state.ts'

/** What of a case moves its statutory clock (law.md §12.3). Receipt is the clock's own origin, not an event of it. */
export function clockEvents(events: readonly RecordedEvent[]): ClockEvent[] {
  return events.flatMap(({ event }): ClockEvent[] => (event.type === 'reply_delivered' ? [{ type: 'replied', on: event.on }] : []))
}
