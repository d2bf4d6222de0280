import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArrangements } from '#law/calendar/arrangements.ts'
import { addDays, fromEpochDay, epochDay, weekday } from '#law/civil-date.ts'
import {
  addWorkingDays,
  countWorkingDays,
  createCalendar,
  defaultCalendar,
  isWorkingDay,
  nextWorkingDay,
  rollForward,
  toDataVersion,
} from '#law/working-days.ts'
import { day } from './given.ts'

const calendar = defaultCalendar()
const knownDay = fc.integer({ min: epochDay(day('2008-01-01')), max: epochDay(day('2026-12-31')) }).map(fromEpochDay)

/** law.md §9: each holiday with its days off and its make-up days, as the State Council published them. */
const HOLIDAYS: readonly (readonly [name: string, first: string, last: string, makeUp: readonly string[]])[] = [
  ['元旦', '2024-01-01', '2024-01-01', []],
  ['春节', '2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']],
  ['清明', '2024-04-04', '2024-04-06', ['2024-04-07']],
  ['劳动', '2024-05-01', '2024-05-05', ['2024-04-28', '2024-05-11']],
  ['端午', '2024-06-10', '2024-06-10', []],
  ['中秋', '2024-09-15', '2024-09-17', ['2024-09-14']],
  ['国庆', '2024-10-01', '2024-10-07', ['2024-09-29', '2024-10-12']],
  ['元旦', '2025-01-01', '2025-01-01', []],
  ['春节', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
  ['清明', '2025-04-04', '2025-04-06', []],
  ['劳动', '2025-05-01', '2025-05-05', ['2025-04-27']],
  ['端午', '2025-05-31', '2025-06-02', []],
  ['国庆、中秋', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
  ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['清明', '2026-04-04', '2026-04-06', []],
  ['劳动', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['端午', '2026-06-19', '2026-06-21', []],
  ['中秋', '2026-09-25', '2026-09-27', ['2026-09-20']],
  ['国庆', '2026-10-01', '2026-10-07', ['2026-10-10']],
]

describe('the State Council calendar', () => {
  it.each(HOLIDAYS)('%s %s to %s is off, its make-up days are worked', (name, first, last, makeUp) => {
    for (let date = day(first); date <= day(last); date = addDays(date, 1)) {
      expect(calendar.kindOf(date)).toEqual({ working: false, kind: 'day_off', name, provisional: false })
    }
    for (const date of makeUp) {
      expect(calendar.kindOf(day(date))).toEqual({ working: true, kind: 'make_up', name: null, provisional: false })
    }
  })

  it('has 251, 248 and 248 working days in 2024, 2025 and 2026', () => {
    expect(['2024', '2025', '2026'].map((year) => countWorkingDays(calendar, addDays(day(`${year}-01-01`), -1), day(`${year}-12-31`)))).toEqual([251, 248, 248])
  })

  it('除夕 2024-02-09 was a working day', () => {
    expect(calendar.kindOf(day('2024-02-09'))).toEqual({ working: true, kind: 'working', name: null, provisional: false })
  })

  it('a plain weekend is no holiday', () => {
    expect(calendar.kindOf(day('2026-11-21'))).toEqual({ working: false, kind: 'weekend', name: null, provisional: false })
    expect(calendar.kindOf(day('2026-11-22')).kind).toBe('weekend')
  })

  it('outside the listed holidays of 2024 to 2026, Monday to Friday is worked and the weekend is not', () => {
    const listed = new Set(HOLIDAYS.flatMap(([, first, last, makeUp]) => [...range(first, last), ...makeUp]))
    for (const date of range('2024-01-01', '2026-12-31')) {
      if (!listed.has(date)) expect([date, isWorkingDay(calendar, date)]).toEqual([date, weekday(date) !== 0 && weekday(date) !== 6])
    }
  })

  it('a notice may name days of the year before (2007-12-31 off, 2011-12-31 worked)', () => {
    expect(calendar.kindOf(day('2007-12-31'))).toMatchObject({ kind: 'day_off', name: '元旦', provisional: false })
    expect(calendar.kindOf(day('2011-12-31'))).toMatchObject({ kind: 'make_up', provisional: false })
    expect(calendar.kindOf(day('2018-12-29')).kind).toBe('make_up')
  })
})

describe('the published facts', () => {
  it('are exactly those of the notices of 2008 to 2026: one day more or less is another version', () => {
    expect(toDataVersion(calendar)).toBe('2008-2026.d908d3a5')
  })
})

describe('past the edge of the published years (law.md §12.1.3)', () => {
  it('statutory holidays of 2027 are off, weekends too, everything is provisional', () => {
    const off = ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01', '2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03']
    const found = range('2027-01-01', '2027-12-31').filter((date) => calendar.kindOf(date).kind === 'day_off')
    expect(found).toEqual(off)
    expect(calendar.kindOf(day('2027-02-05'))).toEqual({ working: false, kind: 'day_off', name: '春节', provisional: true })
    expect(calendar.kindOf(day('2027-01-02'))).toEqual({ working: false, kind: 'weekend', name: null, provisional: true })
    expect(calendar.kindOf(day('2027-01-04'))).toEqual({ working: true, kind: 'working', name: null, provisional: true })
  })

  it('a holiday on a weekend is not made up by guess (放假办法6条 names no day)', () => {
    expect(isWorkingDay(calendar, day('2027-05-03'))).toBe(true)
    expect(isWorkingDay(calendar, day('2027-02-09'))).toBe(true)
  })

  it('a count is provisional exactly when a day on the way lies in an unpublished year', () => {
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false })
    expect(addWorkingDays(calendar, day('2026-12-31'), 1)).toEqual({ date: '2027-01-04', provisional: true })
    expect(rollForward(calendar, day('2027-01-01'))).toEqual({ date: '2027-01-04', provisional: true })
    expect(rollForward(calendar, day('2026-12-27'))).toEqual({ date: '2026-12-28', provisional: false })
  })

  it('publishing the year settles it', () => {
    const published = createCalendar(readArrangements({ '2027': { notice: [], off: ['2027-01-01', '2027-01-04'], work: ['2027-01-03'] } }))
    expect(nextWorkingDay(published, day('2027-01-01'))).toEqual({ date: '2027-01-03', provisional: false })
    expect(published.kindOf(day('2027-02-06')).kind).toBe('weekend')
  })
})

describe('local days off', () => {
  const flood = createCalendar(readArrangements({ '2026': { notice: [], off: [], work: ['2026-07-18'] } }), [
    { date: day('2026-07-17'), name: '台风停工' },
    { date: day('2026-07-18') },
  ])

  it('beat the national arrangement, even a make-up day', () => {
    expect(flood.kindOf(day('2026-07-17'))).toEqual({ working: false, kind: 'day_off', name: '台风停工', provisional: false })
    expect(flood.kindOf(day('2026-07-18'))).toEqual({ working: false, kind: 'day_off', name: null, provisional: false })
    expect(nextWorkingDay(flood, day('2026-07-16')).date).toBe('2026-07-20')
  })

  it('change the version of the calendar, as does one day of an arrangement', () => {
    const base = { notice: [], off: ['2026-01-01'], work: ['2026-01-03'] }
    const versions = [
      createCalendar(readArrangements({ '2026': base })),
      createCalendar(readArrangements({ '2026': base }), [{ date: day('2026-07-17') }]),
      createCalendar(readArrangements({ '2026': { ...base, off: ['2026-01-02'] } })),
      createCalendar(readArrangements({ '2026': { ...base, work: [] } })),
    ].map(toDataVersion)
    expect(new Set(versions).size).toBe(4)
    expect(toDataVersion(createCalendar(readArrangements({ '2026': { ...base } })))).toBe(versions[0])
  })
})

describe('counting', () => {
  it('the day itself is never day 1, a make-up Saturday counts', () => {
    expect(addWorkingDays(calendar, day('2026-10-09'), 1).date).toBe('2026-10-10')
    expect(addWorkingDays(calendar, day('2026-09-30'), 1).date).toBe('2026-10-08')
    expect(addWorkingDays(calendar, day('2026-10-03'), 1).date).toBe('2026-10-08')
    expect(addWorkingDays(calendar, day('2026-11-21'), 0)).toEqual({ date: '2026-11-21', provisional: false })
  })

  it('refuses a count that is no natural number', () => {
    expect(() => addWorkingDays(calendar, day('2026-11-21'), -1)).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, day('2026-11-21'), 1.5)).toThrow(RangeError)
  })

  it('adding n working days and counting them again agree, and the end is worked', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const end = addWorkingDays(calendar, date, n).date
        expect(isWorkingDay(calendar, end)).toBe(true)
        expect(countWorkingDays(calendar, date, end)).toBe(n)
        expect(countWorkingDays(calendar, date, addDays(end, -1))).toBe(n - 1)
      }),
      { numRuns: 60 },
    )
  })

  it('counting to the same or an earlier day is zero', () => {
    expect(countWorkingDays(calendar, day('2026-11-20'), day('2026-11-20'))).toBe(0)
    expect(countWorkingDays(calendar, day('2026-11-20'), day('2026-11-10'))).toBe(0)
  })

  it('rolling forward keeps a working day and leaves a day off', () => {
    expect(rollForward(calendar, day('2026-10-10')).date).toBe('2026-10-10')
    expect(rollForward(calendar, day('2026-10-01')).date).toBe('2026-10-08')
  })
})

describe('a calendar without any year', () => {
  it('answers by weekday and statutory holidays, all provisional', () => {
    const empty = createCalendar([])
    expect(empty.version).toMatch(/^0-0\./)
    expect(empty.kindOf(day('2026-10-01'))).toEqual({ working: false, kind: 'day_off', name: '国庆', provisional: true })
  })
})

function range(first: string, last: string) {
  const days = []
  for (let date = day(first); date <= day(last); date = addDays(date, 1)) days.push(date)
  return days
}
