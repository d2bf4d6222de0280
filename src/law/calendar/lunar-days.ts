import { dateOf, type CivilDate } from '../civil-date.ts'

/**
 * Three days of the lunar calendar as civil dates: 正月初一, 五月初五, 八月十五, for 2007–2050.
 *
 * Reading: they are computable (GB/T 33661—2017) but not by a short formula, so the result is kept. The years 2008–2026 are
 * checked by a test against the State Council's arrangements; the new moons of 2027 and 2030 fall within minutes of midnight
 * in Asia/Shanghai, which is why some libraries give those two years one day off.
 */
const ROWS: readonly (readonly [year: number, newYear: string, dragonBoat: string, midAutumn: string])[] = [
  [2007, '02-18', '06-19', '09-25'],
  [2008, '02-07', '06-08', '09-14'],
  [2009, '01-26', '05-28', '10-03'],
  [2010, '02-14', '06-16', '09-22'],
  [2011, '02-03', '06-06', '09-12'],
  [2012, '01-23', '06-23', '09-30'],
  [2013, '02-10', '06-12', '09-19'],
  [2014, '01-31', '06-02', '09-08'],
  [2015, '02-19', '06-20', '09-27'],
  [2016, '02-08', '06-09', '09-15'],
  [2017, '01-28', '05-30', '10-04'],
  [2018, '02-16', '06-18', '09-24'],
  [2019, '02-05', '06-07', '09-13'],
  [2020, '01-25', '06-25', '10-01'],
  [2021, '02-12', '06-14', '09-21'],
  [2022, '02-01', '06-03', '09-10'],
  [2023, '01-22', '06-22', '09-29'],
  [2024, '02-10', '06-10', '09-17'],
  [2025, '01-29', '05-31', '10-06'],
  [2026, '02-17', '06-19', '09-25'],
  [2027, '02-06', '06-09', '09-15'],
  [2028, '01-26', '05-28', '10-03'],
  [2029, '02-13', '06-16', '09-22'],
  [2030, '02-03', '06-05', '09-12'],
  [2031, '01-23', '06-24', '10-01'],
  [2032, '02-11', '06-12', '09-19'],
  [2033, '01-31', '06-01', '09-08'],
  [2034, '02-19', '06-20', '09-27'],
  [2035, '02-08', '06-10', '09-16'],
  [2036, '01-28', '05-30', '10-04'],
  [2037, '02-15', '06-18', '09-24'],
  [2038, '02-04', '06-07', '09-13'],
  [2039, '01-24', '05-27', '10-02'],
  [2040, '02-12', '06-14', '09-20'],
  [2041, '02-01', '06-03', '09-10'],
  [2042, '01-22', '06-22', '09-28'],
  [2043, '02-10', '06-11', '09-17'],
  [2044, '01-30', '05-31', '10-05'],
  [2045, '02-17', '06-19', '09-25'],
  [2046, '02-06', '06-08', '09-15'],
  [2047, '01-26', '05-29', '10-04'],
  [2048, '02-14', '06-15', '09-22'],
  [2049, '02-02', '06-04', '09-11'],
  [2050, '01-23', '06-23', '09-30'],
]

/** The three lunar days of one civil year. */
export interface LunarDays {
  readonly springFestival: CivilDate
  readonly dragonBoat: CivilDate
  readonly midAutumn: CivilDate
}

const BY_YEAR = new Map<number, LunarDays>(
  ROWS.map(([year, newYear, dragonBoat, midAutumn]) => [
    year,
    { springFestival: day(year, newYear), dragonBoat: day(year, dragonBoat), midAutumn: day(year, midAutumn) },
  ]),
)

/** 正月初一, 端午 and 中秋 of a year, or null outside 2007–2050. */
export function lunarDays(year: number): LunarDays | null {
  return BY_YEAR.get(year) ?? null
}

/**
 * 清明: the day on which the sun reaches 15° of longitude. In this century it is the 4th or 5th of April, by the
 * mean-year formula ⌊0.2422·y + 4.81⌋ − ⌊y/4⌋ with y the last two digits (checked against every arrangement since 2008).
 */
export function qingming(year: number): CivilDate {
  const y = year % 100
  return dateOf(year, 4, Math.floor((y * 2422 + 48_100) / 10_000) - Math.floor(y / 4))
}

function day(year: number, monthDay: string): CivilDate {
  return dateOf(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)))
}
