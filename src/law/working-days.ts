import { PUBLISHED_ARRANGEMENTS, type YearArrangement } from './calendar/arrangements.ts'
import { fingerprint } from './calendar/fingerprint.ts'
import { holidayNames, statutoryNames } from './calendar/holiday-names.ts'
import { addDays, weekday, yearOf, type CivilDate } from './civil-date.ts'

/** A day off in one place only, by order of a local government (storm, flood): it beats the national arrangement. */
export interface LocalDayOff {
  readonly date: CivilDate
  readonly name?: string
}

/** What one day is. `provisional` marks a day of a year whose arrangement is not published. */
export interface DayInfo {
  readonly working: boolean
  readonly kind: 'working' | 'make_up' | 'weekend' | 'day_off'
  /** The holiday of a `day_off` (国庆, 国庆、中秋), else null. */
  readonly name: string | null
  readonly provisional: boolean
}

/** A day of a calendar, with its neighbour: counting walks from day to day without reading dates again. */
export interface CalendarDay {
  readonly date: CivilDate
  readonly info: DayInfo
  next(): CalendarDay
}

/** A calendar to count in. Immutable; make one with `createCalendar`. */
export interface WorkingCalendar {
  readonly firstYear: number
  readonly lastYear: number
  /** Identifies the facts: first and last year, and a fingerprint of every declared day. */
  readonly version: string
  kindOf(date: CivilDate): DayInfo
  dayOn(date: CivilDate): CalendarDay
}

/** A counted date; `provisional` when any day on the way belongs to a year whose arrangement is not published. */
export interface CountedDate {
  readonly date: CivilDate
  readonly provisional: boolean
}

/** Days of these years are kept once read; stray years of a public calculator must not fill the memory. */
const MEMO_FROM = 2000
const MEMO_TO = 2099

/**
 * Builds a calendar from yearly arrangements and local days off.
 *
 * Reading: a year is known when its own arrangement is in the list. A notice for year Y may also name days of Y−1 (2008's
 * names 2007-12-29…31); those days hold as declared, but they do not make Y−1 known. Conversely the last days of a known
 * year are taken as settled although the next notice may still move one; importing it recomputes every open case.
 */
export function createCalendar(
  arrangements: readonly YearArrangement[],
  localDaysOff: readonly LocalDayOff[] = [],
): WorkingCalendar {
  const years = new Set(arrangements.map(({ year }) => year))
  const off = new Set(arrangements.flatMap((each) => each.off))
  const work = new Set(arrangements.flatMap((each) => each.work))
  const local = new Map(localDaysOff.map(({ date, name }) => [date, name ?? null]))
  const names = holidayNames(off, work)
  const memo = new Map<CivilDate, CalendarDay>()

  const infoOf = (date: CivilDate): DayInfo => {
    const weekend = weekday(date) === 0 || weekday(date) === 6
    const localName = local.get(date)
    if (localName !== undefined) return { working: false, kind: 'day_off', name: localName, provisional: false }
    if (off.has(date)) return { working: false, kind: 'day_off', name: names.get(date) ?? null, provisional: false }
    if (work.has(date)) return { working: true, kind: weekend ? 'make_up' : 'working', name: null, provisional: false }
    const provisional = !years.has(yearOf(date))
    const statutory = provisional ? statutoryNames(yearOf(date)).get(date) : undefined
    if (statutory !== undefined) return { working: false, kind: 'day_off', name: statutory, provisional }
    return { working: !weekend, kind: weekend ? 'weekend' : 'working', name: null, provisional }
  }

  const dayOn = (date: CivilDate): CalendarDay => {
    const known = memo.get(date)
    if (known) return known
    let following: CalendarDay | undefined
    const made: CalendarDay = { date, info: infoOf(date), next: () => (following ??= dayOn(addDays(date, 1))) }
    if (yearOf(date) >= MEMO_FROM && yearOf(date) <= MEMO_TO) memo.set(date, made)
    return made
  }

  const [firstYear, lastYear] = years.size === 0 ? [0, 0] : [Math.min(...years), Math.max(...years)]
  return {
    firstYear,
    lastYear,
    version: `${firstYear}-${lastYear}.${fingerprint([[...years].sort(), [...off].sort(), [...work].sort(), [...local].sort()])}`,
    kindOf: (date) => dayOn(date).info,
    dayOn,
  }
}

let published: WorkingCalendar | undefined

/** The calendar of the arrangements that come with the software, without local days off. */
export function defaultCalendar(): WorkingCalendar {
  published ??= createCalendar(PUBLISHED_ARRANGEMENTS)
  return published
}

/** The text that identifies the calendar a date was computed with, e.g. `2008-2026.1c9e77a0`. */
export function toDataVersion(calendar: WorkingCalendar): string {
  return calendar.version
}

/** True when the day is worked: a weekday that is not off, or a make-up day. */
export function isWorkingDay(calendar: WorkingCalendar, date: CivilDate): boolean {
  return calendar.kindOf(date).working
}

/**
 * The n-th working day strictly after a date (law.md §12.1): the day itself is never day 1, make-up days count.
 * @throws RangeError when n is not a non-negative integer
 */
export function addWorkingDays(calendar: WorkingCalendar, date: CivilDate, n: number): CountedDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  let day = calendar.dayOn(date)
  let provisional = false
  for (let left = n; left > 0; ) {
    day = day.next()
    provisional ||= day.info.provisional
    if (day.info.working) left -= 1
  }
  return { date: day.date, provisional }
}

/** The first working day strictly after a date. */
export function nextWorkingDay(calendar: WorkingCalendar, date: CivilDate): CountedDate {
  return addWorkingDays(calendar, date, 1)
}

/** The date itself when it is worked, else the next working day: the rule for limits in days and months (law.md §12.1.4). */
export function rollForward(calendar: WorkingCalendar, date: CivilDate): CountedDate {
  let day = calendar.dayOn(date)
  let { provisional } = day.info
  while (!day.info.working) {
    day = day.next()
    provisional ||= day.info.provisional
  }
  return { date: day.date, provisional }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function countWorkingDays(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): number {
  let count = 0
  for (let day = calendar.dayOn(from); day.date < to; ) {
    day = day.next()
    if (day.info.working) count += 1
  }
  return count
}
