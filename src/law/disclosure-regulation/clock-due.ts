import { compareDates, type CivilDate } from '../civil-date.ts'
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
  const union = unionOf(windows.filter(({ endedOn }) => endedOn === null || endedOn > originOn))
  let day = calendar.dayOn(originOn)
  let provisional = false
  let at = 0
  for (let left = quota; left > 0; ) {
    day = day.next()
    const { date, info } = day
    while (endsBefore(union[at], date)) at += 1
    const window = union[at]
    const within = window !== undefined && window.startedOn < date
    if (within && window.endedOn === null) return { date: null, provisional }
    provisional ||= info.provisional
    if (info.working && !within) left -= 1
  }
  return { date: day.date, provisional }
}

function endsBefore(window: Window | undefined, date: CivilDate): boolean {
  return window !== undefined && window.endedOn !== null && window.endedOn < date
}

/**
 * The same days as a few windows in order that do not touch: a count walks along them once, however many parties were asked.
 * A window that is open swallows everything behind its beginning.
 */
function unionOf(windows: readonly Window[]): readonly Window[] {
  const union: Window[] = []
  for (const next of windows.toSorted((a, b) => compareDates(a.startedOn, b.startedOn))) {
    const last = union.at(-1)
    if (last === undefined || (last.endedOn !== null && last.endedOn < next.startedOn)) union.push(next)
    else if (last.endedOn !== null && (next.endedOn === null || next.endedOn > last.endedOn)) union[union.length - 1] = { ...last, endedOn: next.endedOn }
  }
  return union
}

/** Ends every open consultation on a day; one that has not begun by then ends as it begins. */
export function closeWindows(windows: readonly Window[], on: CivilDate): readonly Window[] {
  return windows.map(({ startedOn, endedOn }) => ({ startedOn, endedOn: endedOn ?? (on > startedOn ? on : startedOn) }))
}
