import type { Instant } from './instant.ts'

/** A day in Asia/Shanghai, `YYYY-MM-DD`. Made only by the functions of this file. */
export type CivilDate = string & { readonly __civilDate: true }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const SHANGHAI_OFFSET_HOURS = 8
const WEEKDAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** Days of one month of the proleptic Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The text of a day that is known to exist in the years 1000 to 9999. */
function written(year: number, month: number, day: number): CivilDate {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CivilDate
}

/** True when the text names a day that exists, from year 1000 to 9999. */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string') return false
  const match = SHAPE.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * Brands a `YYYY-MM-DD` text.
 * @throws RangeError when there is no such day
 */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

/** Year, month (1–12) and day of a date. */
export function partsOf(date: CivilDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: yearOf(date), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The calendar year of a date. */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}

/**
 * Builds a date from its parts.
 * @throws RangeError when there is no such day
 */
export function dateOf(year: number, month: number, day: number): CivilDate {
  return civilDate(written(year, month, day))
}

/**
 * Days since 1970-01-01. Integer arithmetic only: the year is taken to begin in March, so that the leap day is its last,
 * and four hundred years always hold 146,097 days.
 */
export function epochDay(date: CivilDate): number {
  const { year, month, day } = partsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/**
 * The inverse of `epochDay`.
 * @throws RangeError outside the years 1000 to 9999
 */
export function fromEpochDay(epoch: number): CivilDate {
  const z = epoch + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (year < 1000 || year > 9999) throw new RangeError(`outside the years 1000 to 9999: ${year}`)
  return written(year, month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1)
}

/** The day in Asia/Shanghai on which a moment falls; 23:59:59+08:00 still belongs to its day. */
export function civilDateOf(moment: Instant): CivilDate {
  const utcDay = civilDate(moment.slice(0, 10))
  return Number(moment.slice(11, 13)) + SHANGHAI_OFFSET_HOURS >= 24 ? addDays(utcDay, 1) : utcDay
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day `months` later; where that month is shorter, its last day (民法典202条 reads months this way). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from)
}

/** Negative, zero or positive, for sorting. Text order is date order in this form. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The later of two dates. */
export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b
}

/** The earlier of two dates. */
export function earlierOf(a: CivilDate, b: CivilDate): CivilDate {
  return a <= b ? a : b
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: CivilDate): number {
  return (((epochDay(date) + 4) % 7) + 7) % 7
}

/** 周日 to 周六. */
export function weekdayName(date: CivilDate): string {
  return WEEKDAY_NAMES[weekday(date)] as string
}

/** 2026年11月30日. */
export function formatDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

/** 2026年11月30日（周一）. */
export function formatDateWithWeekday(date: CivilDate): string {
  return `${formatDate(date)}（${weekdayName(date)}）`
}

/** 11月30日. */
export function formatDay(date: CivilDate): string {
  const { month, day } = partsOf(date)
  return `${month}月${day}日`
}

/** 11月30日（周一）. */
export function formatShort(date: CivilDate): string {
  return `${formatDay(date)}（${weekdayName(date)}）`
}

/** 11-30 周一. */
export function formatTable(date: CivilDate): string {
  return `${date.slice(5)} ${weekdayName(date)}`
}
