import { addDays, dateOf, earlierOf, laterOf, type CivilDate } from '../civil-date.ts'
import type { DayInfo, WorkingCalendar } from '../working-days.ts'

/** A day that counts differently in two calendars, or whose count became settled. */
export interface DayChange {
  readonly date: CivilDate
  readonly before: DayInfo
  readonly after: DayInfo
}

/**
 * The days of these years, and of the years beside them, that two calendars judge differently. An arrangement of year Y may
 * name days from Y−1 to Y+1, so nothing further away can have changed.
 */
export function dayChanges(before: WorkingCalendar, after: WorkingCalendar, years: readonly number[]): readonly DayChange[] {
  const all = [...new Set(years.flatMap((year) => [year - 1, year, year + 1]))].sort((a, b) => a - b)
  return all.flatMap((year) => changesIn(before, after, year))
}

function changesIn(before: WorkingCalendar, after: WorkingCalendar, year: number): DayChange[] {
  const changes: DayChange[] = []
  for (let date = dateOf(year, 1, 1); date <= dateOf(year, 12, 31); date = addDays(date, 1)) {
    const was = before.kindOf(date)
    const is = after.kindOf(date)
    if (was.working !== is.working || was.provisional !== is.provisional) changes.push({ date, before: was, after: is })
  }
  return changes
}

/** First and last of some dates: a limit that ends before the first or begins after the last is not touched by them. */
export function spanOf(dates: readonly CivilDate[]): { readonly first: CivilDate; readonly last: CivilDate } | null {
  const [one] = dates
  if (one === undefined) return null
  return { first: dates.reduce(earlierOf, one), last: dates.reduce(laterOf, one) }
}
