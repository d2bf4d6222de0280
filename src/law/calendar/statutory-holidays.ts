import { addDays, dateOf, type CivilDate } from '../civil-date.ts'
import { lunarDays, qingming } from './lunar-days.ts'

/** One day on which everybody is off by 全国年节及纪念日放假办法, with the name the ribbon prints. */
export interface StatutoryHoliday {
  readonly date: CivilDate
  readonly name: string
}

/*
 * @statute holidays 2（二） from 2025-01-01
 * 春节，放假4天（农历除夕、正月初一至初三）；
 *
 * @statute holidays 2（四） from 2025-01-01
 * 劳动节，放假2天（5月1日、2日）；
 *
 * LEGAL(question): the earlier versions are known from the arrangements alone: 春节3天 (2008–2013 除夕至初二, 2014–2024 初一至初三),
 * 劳动节1天.
 */
const SPRING_FESTIVAL_OFFSETS: readonly (readonly [fromYear: number, offsets: readonly number[]])[] = [
  [2025, [-1, 0, 1, 2]],
  [2014, [0, 1, 2]],
  [0, [-1, 0, 1]],
]

/**
 * @statute holidays 6 from 2025-01-01
 * 全体公民放假的假日，如果适逢周六、周日，应当在工作日补假。
 *
 * The holidays of one civil year by their own date, in date order. Used where a year's arrangement is not published, and to
 * name the days off of the years that are.
 *
 * Reading (law.md §12.1.3): only days with a fixed or computable date count. 第六条 promises that a holiday on a weekend is
 * made up on a working day but does not say on which; that day is chosen by the arrangement, so nothing is guessed here. The
 * provisional date is then the earlier one: an office that keeps it is never late.
 */
export function statutoryHolidays(year: number): readonly StatutoryHoliday[] {
  const lunar = lunarDays(year)
  const days: StatutoryHoliday[] = [
    { date: dateOf(year, 1, 1), name: '元旦' },
    { date: qingming(year), name: '清明' },
    { date: dateOf(year, 5, 1), name: '劳动' },
    ...(year >= 2025 ? [{ date: dateOf(year, 5, 2), name: '劳动' }] : []),
    ...[1, 2, 3].map((day) => ({ date: dateOf(year, 10, day), name: '国庆' })),
  ]
  if (lunar) {
    const offsets = SPRING_FESTIVAL_OFFSETS.find(([from]) => year >= from)?.[1] ?? []
    days.push(...offsets.map((offset) => ({ date: addDays(lunar.springFestival, offset), name: '春节' })))
    days.push({ date: lunar.dragonBoat, name: '端午' }, { date: lunar.midAutumn, name: '中秋' })
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
