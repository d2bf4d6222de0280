import { addDays, weekday, type CivilDate } from '../civil-date.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

/** Days off that the State Council declared outside 放假办法. */
const SPECIAL_NAMES: Readonly<Record<string, string>> = {
  '2015-09-03': '抗战胜利纪念日',
}

/**
 * Names every declared day off after the statutory holidays in its unbroken run of days off: 2025-10-01…08 holds 国庆 and
 * 中秋 and reads 国庆、中秋. A weekend beside a day off belongs to the run, so that a Friday off joins the holiday behind it.
 */
export function holidayNames(off: ReadonlySet<CivilDate>, work: ReadonlySet<CivilDate>): ReadonlyMap<CivilDate, string> {
  const isFree = (date: CivilDate): boolean =>
    off.has(date) || (!work.has(date) && (weekday(date) === 0 || weekday(date) === 6))
  const names = new Map<CivilDate, string>()
  for (const date of off) {
    if (names.has(date)) continue
    const run = runAround(date, isFree)
    const found = [...new Set(run.flatMap((day) => nameOf(day)?.split('、') ?? []))]
    for (const day of run) if (off.has(day) && found.length > 0) names.set(day, found.join('、'))
  }
  return names
}

function runAround(date: CivilDate, isFree: (date: CivilDate) => boolean): readonly CivilDate[] {
  let first = date
  while (isFree(addDays(first, -1))) first = addDays(first, -1)
  const run: CivilDate[] = []
  for (let day = first; isFree(day); day = addDays(day, 1)) run.push(day)
  return run
}

const statutoryByYear = new Map<number, ReadonlyMap<CivilDate, string>>()

function nameOf(date: CivilDate): string | null {
  return SPECIAL_NAMES[date] ?? statutoryNames(Number(date.slice(0, 4))).get(date) ?? null
}

/** Statutory names by date; when two fall on one day (2020-10-01 国庆 and 中秋) both are kept. */
export function statutoryNames(year: number): ReadonlyMap<CivilDate, string> {
  const known = statutoryByYear.get(year)
  if (known) return known
  const names = new Map<CivilDate, string>()
  for (const { date, name } of statutoryHolidays(year)) {
    const present = names.get(date)
    names.set(date, present === undefined ? name : `${present}、${name}`)
  }
  statutoryByYear.set(year, names)
  return names
}
