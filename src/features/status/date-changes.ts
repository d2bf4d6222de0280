import type { RecordedEvent } from '#case/state.ts'
import { art, type Citation } from '#law/citation.ts'
import { formatDateWithWeekday, formatShort, yearOf, type CivilDate } from '#law/civil-date.ts'
import { answerLimit } from '#law/disclosure-regulation/art33-time-limit.ts'

/** Word to the applicant that the last day he was told has moved. */
export interface DateChange {
  readonly on: CivilDate
  readonly from: CivilDate
  readonly to: CivilDate
  /** One sentence; the article of the limit goes with it. */
  readonly text: string
  readonly cites: readonly Citation[]
}

/**
 * The changes of the last day since the receipt named one, newest first. Only where a date stands against a date: while the
 * limit does not run nobody was told one.
 */
export function dateChanges(events: readonly RecordedEvent[], receivedOn: CivilDate): readonly DateChange[] {
  const told = events.findIndex(({ event }) => event.type === 'receipt_issued')
  if (told < 0) return []
  const { cite } = answerLimit(receivedOn)
  return events
    .slice(told)
    .flatMap(({ event }): DateChange[] => {
      if (event.type !== 'calendar_recomputed' || event.oldDueOn === null || event.newDueOn === null || event.oldDueOn === event.newDueOn) return []
      const { oldDueOn: from, newDueOn: to, reason, provisional, on } = event
      const day = (date: CivilDate) => (yearOf(from) === yearOf(on) && yearOf(to) === yearOf(on) ? formatShort(date) : formatDateWithWeekday(date))
      const later = provisional ? '。有的日子还没有公布放假安排，公布后可能还会变' : ''
      return [{ on, from, to, text: `最晚答复日从${day(from)}改为${day(to)}，因为${reason}${later}`, cites: [cite, ...(reason.includes('放假安排') ? [art('holidays', 7)] : [])] }]
    })
    .reverse()
}
