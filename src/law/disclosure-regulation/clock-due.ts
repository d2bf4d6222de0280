import type { CivilDate } from '../civil-date.ts'
import type { WorkingCalendar } from '../working-days.ts'

/** A consultation as the count sees it: working days after `startedOn` up to `endedOn` are not counted; null while open. */
export interface Window {
  readonly startedOn: CivilDate
  readonly endedOn: CivilDate | null
}

/** The result of a count; `date` is null when an open consultation stops it before the last day. */
export interface Due {
  readonly date: CivilDate | null
  readonly provisional: boolean
}

/** True when a working day is taken out of the count by a consultation (33条第三款; parallel ones exclude their union). */
export function isExcluded(windows: readonly Window[], date: CivilDate): boolean {
  return windows.some(({ startedOn, endedOn }) => startedOn < date && (endedOn === null || date <= endedOn))
}

/** The first working day by which `quota` working days after `originOn`, not excluded, have passed (law.md §12.3.1). */
export function countDue(calendar: WorkingCalendar, originOn: CivilDate, quota: number, windows: readonly Window[]): Due {
  const relevant = windows.filter(({ endedOn }) => endedOn === null || endedOn > originOn)
  const open = relevant.filter(({ endedOn }) => endedOn === null)
  let day = calendar.dayOn(originOn)
  let provisional = false
  for (let left = quota; left > 0; ) {
    day = day.next()
    const { date, info } = day
    if (open.some(({ startedOn }) => startedOn < date)) return { date: null, provisional }
    provisional ||= info.provisional
    if (info.working && !isExcluded(relevant, date)) left -= 1
  }
  return { date: day.date, provisional }
}

/** Ends every open consultation on a day; one that has not begun by then ends as it begins. */
export function closeWindows(windows: readonly Window[], on: CivilDate): readonly Window[] {
  return windows.map(({ startedOn, endedOn }) => ({ startedOn, endedOn: endedOn ?? (on > startedOn ? on : startedOn) }))
}
