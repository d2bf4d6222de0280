import type { RecordedEvent } from '#case/state.ts'
import type { LetterFacts } from '#features/letters/index.ts'

/**
 * The letters that are addressed to the applicant and have reached him: the receipt, and the reply once it is delivered.
 * Letters to others (征求意见) and a reply that is still in the house are not among them.
 */
export function applicantLetters(events: readonly RecordedEvent[], letters: readonly LetterFacts[]): readonly LetterFacts[] {
  const told = new Set(
    events.flatMap(({ event }) => (event.type === 'receipt_issued' || event.type === 'reply_delivered' ? [event.letterId] : [])),
  )
  return letters.filter(({ id }) => told.has(id))
}
