import type { CaseEventType } from '#case/events.ts'
import type { RecordedEvent } from '#case/state.ts'

/** Events whose letter is addressed to the applicant and is his from that moment on. */
const HIS: ReadonlySet<CaseEventType> = new Set(['receipt_issued', 'correction_requested', 'deadline_extended', 'fee_notice_issued', 'reply_delivered'])

/**
 * Ids of the letters that are addressed to the applicant and have reached him: receipt and notices, and the reply once it is delivered.
 * Letters to others (征求意见) and a reply that is still in the house are not among them. What was sent before the application was split
 * stands in the events of every part.
 */
export function applicantLetterIds(events: readonly RecordedEvent[]): readonly string[] {
  return events.flatMap(({ event }) => (HIS.has(event.type) && 'letterId' in event && event.letterId !== null ? [event.letterId] : []))
}
