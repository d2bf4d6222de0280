import type { RecordedEvent } from '#case/state.ts'

/** An oral application is written down by the clerk (29条第一款): until the signed paper is scanned the case shows 待附签字件. */
export function signedFormMissing(channel: string, events: readonly RecordedEvent[]): boolean {
  return channel === 'oral' && !events.some(({ event }) => event.type === 'paper_added' && event.purpose === 'scan')
}
