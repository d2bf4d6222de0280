import { describe, expect, it } from 'vitest'
import { PUBLISHED_ARRANGEMENTS, readArrangements } from '#law/calendar/arrangements.ts'
import { lunarDays, qingming } from '#law/calendar/lunar-days.ts'
import { statutoryHolidays } from '#law/calendar/statutory-holidays.ts'
import { addDays, weekday, yearOf } from '#law/civil-date.ts'
import { defaultCalendar } from '#law/working-days.ts'

const calendar = defaultCalendar()

describe('computed holidays', () => {
  it.each(PUBLISHED_ARRANGEMENTS.map(({ year }) => year))('in %i every statutory holiday falls on a day that the arrangement has off', (year) => {
    for (const { date, name } of statutoryHolidays(year)) {
      const info = calendar.kindOf(date)
      expect([name, date, info.working]).toEqual([name, date, false])
      if (info.kind === 'day_off') expect(info.name?.split('、')).toContain(name)
    }
  })

  it('every published day off bears the name of a holiday', () => {
    for (const { off } of PUBLISHED_ARRANGEMENTS) {
      for (const date of off) expect([date, calendar.kindOf(date).name]).not.toContain(null)
    }
  })

  it('the lunar days keep their distances: 五月初五 and 八月十五 follow 正月初一 by whole lunar months', () => {
    for (let year = 2007; year <= 2050; year++) {
      const days = lunarDays(year)
      if (!days) throw new Error(`no lunar days for ${year}`)
      // four or five (leap) months of 29 or 30 days and four days; seven or eight months and fourteen days
      expect(distance(days.springFestival, days.dragonBoat)).toSatisfy((n: number) => (n >= 120 && n <= 124) || (n >= 149 && n <= 153))
      expect(distance(days.dragonBoat, days.midAutumn)).toSatisfy((n: number) => (n >= 97 && n <= 100) || (n >= 126 && n <= 129))
      expect(yearOf(days.midAutumn)).toBe(year)
    }
  })

  it('knows the two years that approximate tables get wrong (2027 and 2030)', () => {
    expect(lunarDays(2027)?.springFestival).toBe('2027-02-06')
    expect(lunarDays(2030)?.springFestival).toBe('2030-02-03')
  })

  it('knows no lunar day outside its table', () => {
    expect(lunarDays(2006)).toBeNull()
    expect(lunarDays(2051)).toBeNull()
    expect(statutoryHolidays(2051).map(({ name }) => name)).toEqual(['元旦', '清明', '劳动', '劳动', '国庆', '国庆', '国庆'])
  })

  it('清明 of 2007 to 2050 is as the almanac has it', () => {
    const fifth = Array.from({ length: 44 }, (_, index) => 2007 + index).filter((year) => qingming(year).endsWith('-05'))
    expect(fifth).toEqual([2007, 2010, 2011, 2014, 2015, 2018, 2019, 2022, 2023, 2026, 2027, 2030, 2031, 2034, 2035, 2038, 2039, 2043, 2047])
  })

  it('清明 is the 4th or 5th of April', () => {
    expect([2008, 2009, 2010, 2011, 2026, 2027, 2044].map((year) => qingming(year))).toEqual([
      '2008-04-04', '2009-04-04', '2010-04-05', '2011-04-05', '2026-04-05', '2027-04-05', '2044-04-04',
    ])
  })

  it('follows the versions of 放假办法: 春节 and 劳动节 gained a day in 2025', () => {
    const count = (year: number, name: string) => statutoryHolidays(year).filter((holiday) => holiday.name === name).length
    expect([2013, 2014, 2024, 2025, 2027].map((year) => [count(year, '春节'), count(year, '劳动')])).toEqual([[3, 1], [3, 1], [3, 1], [4, 2], [4, 2]])
    expect(statutoryHolidays(2013).find(({ name }) => name === '春节')?.date).toBe('2013-02-09')
    expect(statutoryHolidays(2014).find(({ name }) => name === '春节')?.date).toBe('2014-01-31')
    expect(statutoryHolidays(2027).filter(({ name }) => name === '春节').map(({ date }) => date)).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'])
  })

  it('lists a year in the order of dates', () => {
    const dates = statutoryHolidays(2031).map(({ date }) => date)
    expect(dates).toEqual([...dates].sort())
    expect(dates).toHaveLength(13)
  })
})

describe('published arrangements', () => {
  it('hold the years 2008 to 2026 without a gap', () => {
    expect(PUBLISHED_ARRANGEMENTS.map(({ year }) => year)).toEqual(Array.from({ length: 19 }, (_, index) => 2008 + index))
  })

  it('declare weekends as make-up days, and no day both off and worked', () => {
    for (const { off, work } of PUBLISHED_ARRANGEMENTS) expect(work.filter((date) => off.includes(date))).toEqual([])
    const weekdays = PUBLISHED_ARRANGEMENTS.flatMap(({ work }) => work).filter((date) => weekday(date) !== 0 && weekday(date) !== 6)
    expect(weekdays).toEqual(['2020-02-03'])
  })

  it('the Monday on which work resumed in 2020 is a working day, not a make-up day', () => {
    expect(calendar.kindOf('2020-02-03' as never)).toEqual({ working: true, kind: 'working', name: null, provisional: false })
  })

  it('are refused with an impossible day or year', () => {
    expect(() => readArrangements({ '2027': { notice: [], off: ['2027-02-29'], work: [] } })).toThrow(RangeError)
    expect(() => readArrangements({ '2027': { notice: [], off: [], work: ['2027-2-1'] } })).toThrow(RangeError)
    expect(() => readArrangements({ next: { notice: [], off: [], work: [] } })).toThrow(RangeError)
  })

  it('are read in the order of years', () => {
    const none = { notice: [], off: [], work: [] }
    expect(readArrangements({ '2028': none, '2027': none }).map(({ year }) => year)).toEqual([2027, 2028])
  })
})

describe('names of days off', () => {
  it('two holidays in one run are both named, once each', () => {
    expect(calendar.kindOf('2020-10-08' as never).name).toBe('国庆、中秋')
    expect(calendar.kindOf('2012-10-07' as never).name).toBe('中秋、国庆')
  })

  it('the special holiday of 2015 has its own name', () => {
    expect(calendar.kindOf('2015-09-04' as never).name).toBe('抗战胜利纪念日')
  })
})

function distance(from: Parameters<typeof addDays>[0], to: string): number {
  let n = 0
  for (let date = from; date < to; date = addDays(date, 1)) n += 1
  return n
}
