import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  civilDate,
  civilDateOf,
  compareDates,
  dateOf,
  daysBetween,
  earlierOf,
  epochDay,
  formatDate,
  formatDateWithWeekday,
  formatDay,
  formatShort,
  formatTable,
  fromEpochDay,
  isCivilDate,
  laterOf,
  partsOf,
  weekday,
  weekdayName,
  yearOf,
} from '#law/civil-date.ts'
import { instant } from '#law/instant.ts'
import { day } from './given.ts'

const FIRST = epochDay(day('1900-01-01'))
const LAST = epochDay(day('2199-12-31'))
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(fromEpochDay)

describe('a civil date', () => {
  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '26-01-01', '0999-01-01', '2100-02-29', ''])(
    'does not exist as %j',
    (text) => {
      expect(isCivilDate(text)).toBe(false)
      expect(() => civilDate(text)).toThrow(RangeError)
    },
  )

  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '1000-01-01', '2026-04-30', '2026-06-30', '2026-09-30', '2026-11-30'])('exists as %s', (text) => {
    expect(civilDate(text)).toBe(text)
  })

  it('is never a number or nothing', () => {
    expect([20260101, null, undefined, {}].some(isCivilDate)).toBe(false)
  })

  it('counts 1970-01-01 as day zero and agrees with known distances', () => {
    expect(epochDay(day('1970-01-01'))).toBe(0)
    expect(epochDay(day('2000-03-01'))).toBe(11_017)
    expect(daysBetween(day('2026-01-01'), day('2027-01-01'))).toBe(365)
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2)
  })

  it('walks through every leap day of the four hundred years, and stops at its edges', () => {
    for (const leap of ['1600-02-29', '2000-02-29', '2024-02-29', '2096-02-29', '2400-02-29']) {
      expect(fromEpochDay(epochDay(day(leap)))).toBe(leap)
      expect(addDays(day(leap), 1)).toBe(`${leap.slice(0, 5)}03-01`)
    }
    for (const century of ['1900', '2100', '2200', '2300']) expect(addDays(day(`${century}-02-28`), 1)).toBe(`${century}-03-01`)
    expect(addDays(day('1000-01-02'), -1)).toBe('1000-01-01')
    expect(addDays(day('9999-12-30'), 1)).toBe('9999-12-31')
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(day('1000-01-01'), -1)).toThrow(RangeError)
  })

  it('agrees with the platform calendar on every day of three centuries it is asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (epoch) => {
        const platform = new Date(epoch * 86_400_000)
        const date = fromEpochDay(epoch)
        expect(date).toBe(platform.toISOString().slice(0, 10))
        expect(weekday(date)).toBe(platform.getUTCDay())
        expect(epochDay(date)).toBe(epoch)
      }),
    )
  })

  it('reads a moment in Asia/Shanghai: 23:59:59+08:00 belongs to its day, midnight to the next', () => {
    expect(civilDateOf(instant('2026-11-02T15:59:59.999Z'))).toBe('2026-11-02')
    expect(civilDateOf(instant('2026-11-02T16:00:00.000Z'))).toBe('2026-11-03')
    expect(civilDateOf(instant('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01')
    expect(civilDateOf(instant('2026-11-02T00:00:00.000Z'))).toBe('2026-11-02')
  })

  it('refuses a moment that is not in UTC with milliseconds', () => {
    expect(() => instant('2026-11-02T16:00:00Z')).toThrow(RangeError)
    expect(() => instant('x2026-11-02T16:00:00.000Z')).toThrow(RangeError)
    expect(() => instant('2026-11-02T16:00:00.000Z+08:00')).toThrow(RangeError)
  })

  it('adds months to the same day, or to the last day of a shorter month (民法典202条)', () => {
    expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28')
    expect(addMonths(day('2023-08-31'), 6)).toBe('2024-02-29')
    expect(addMonths(day('2026-06-15'), 6)).toBe('2026-12-15')
    expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15')
    expect(addMonths(day('2026-01-31'), -2)).toBe('2025-11-30')
    expect(addMonths(day('2026-05-31'), 1)).toBe('2026-06-30')
  })

  it('orders, splits and compares', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (date, n) => {
        const moved = addDays(date, n)
        expect(daysBetween(date, moved)).toBe(n)
        expect(Math.sign(compareDates(moved, date))).toBe(Math.sign(n))
        expect(laterOf(date, moved)).toBe(n > 0 ? moved : date)
        expect(earlierOf(date, moved)).toBe(n < 0 ? moved : date)
        const { year, month, day: dayOfMonth } = partsOf(date)
        expect(dateOf(year, month, dayOfMonth)).toBe(date)
        expect(yearOf(date)).toBe(year)
      }),
    )
  })

  it('reads as the pages and letters write it', () => {
    const monday = day('2026-11-30')
    expect(formatDate(monday)).toBe('2026年11月30日')
    expect(formatDateWithWeekday(monday)).toBe('2026年11月30日（周一）')
    expect(formatShort(monday)).toBe('11月30日（周一）')
    expect(formatDay(day('2026-01-05'))).toBe('1月5日')
    expect(formatTable(monday)).toBe('11-30 周一')
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map((text) => weekdayName(day(text)))).toEqual([
      '周日', '周一', '周二', '周三', '周四', '周五', '周六',
    ])
  })
})
