import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import type { WorkingCalendar } from '#law/working-days.ts'

/** The clock as the receipt tells it: of the day of receipt, so that paper entered late does not speak of days gone by. */
export function receiptClock(receivedOn: CivilDate, calendar: WorkingCalendar): Clock {
  const folded = foldClock({ receivedOn, events: [], today: receivedOn, calendar })
  if (!folded.ok) throw new Error(folded.refusal.code)
  return folded.clock
}
