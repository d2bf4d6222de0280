import { describe, expect, it } from 'vitest'
import { readArrangements } from '#law/calendar/arrangements.ts'
import { bookAt, EMPTY_HISTORY, knownUntil, type CalendarHistory } from '#law/calendar/calendar-book.ts'
import { dayChanges, spanOf } from '#law/calendar/day-changes.ts'
import { civilDate } from '#law/civil-date.ts'
import { defaultCalendar, isWorkingDay } from '#law/working-days.ts'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'

const day = civilDate
const [year2027] = readArrangements(ARRANGEMENT_2027)
const corrected = { ...year2027!, off: year2027!.off.filter((date) => date !== '2027-06-09') }

/** Revision 1 imports 2027, 2 gives 东城 a day off, 3 corrects 2027, 4 takes the day back, 5 gives everybody a day off. */
const HISTORY: CalendarHistory = {
  revision: 5,
  imports: [{ ...corrected, revision: 3 }, { ...year2027!, revision: 1 }],
  daysOff: [
    { id: 'a', date: day('2026-12-28'), name: '台风', authorityId: 'east', declaredRevision: 2, revokedRevision: 4 },
    { id: 'b', date: day('2026-12-29'), name: '暴雪', authorityId: null, declaredRevision: 5, revokedRevision: null },
  ],
}
const works = (revision: number, date: string, authorityId = 'city') => isWorkingDay(bookAt(HISTORY, revision).of(authorityId), day(date))

describe('the calendars of an installation', () => {
  it('are those that come with the software until something is declared', () => {
    const book = bookAt(EMPTY_HISTORY)
    expect(book).toMatchObject({ revision: 0, daysOff: [] })
    expect(book.common.version).toBe(defaultCalendar().version)
    expect(book.of('city')).toBe(book.common)
    expect(knownUntil(book.common)).toBe('2026-12-31')
  })

  it('know a year from its import on, and say so at the edge', () => {
    expect(bookAt(HISTORY, 0).common.kindOf(day('2027-02-09'))).toMatchObject({ working: true, provisional: true })
    expect(bookAt(HISTORY, 1).common.kindOf(day('2027-02-09'))).toMatchObject({ working: false, name: '春节', provisional: false })
    expect(knownUntil(bookAt(HISTORY, 1).common)).toBe('2027-12-31')
  })

  it('follow a later import of the same year, whatever the order of the rows', () => {
    expect([works(2, '2027-06-09'), works(3, '2027-06-09')]).toEqual([false, true])
    expect(bookAt(HISTORY).arrangements.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, index) => 2008 + index))
  })

  it('give a local day off to its authority alone, from its declaration to its revocation', () => {
    expect([1, 2, 3, 4].map((revision) => works(revision, '2026-12-28', 'east'))).toEqual([true, false, false, true])
    expect([1, 2, 3, 4].map((revision) => works(revision, '2026-12-28', 'city'))).toEqual([true, true, true, true])
    expect(bookAt(HISTORY, 2).of('east').kindOf(day('2026-12-28')).name).toBe('台风')
  })

  it('give a day off without a scope to everybody', () => {
    expect([works(5, '2026-12-29'), works(5, '2026-12-29', 'east')]).toEqual([false, false])
    expect(bookAt(HISTORY, 5).common.version).not.toBe(bookAt(HISTORY, 4).common.version)
  })
})

describe('the days that two calendars judge differently', () => {
  const changes = (from: number, to: number, years: number[]) => dayChanges(bookAt(HISTORY, from).of('east'), bookAt(HISTORY, to).of('east'), years)

  it('are all days of a year that became known, because none is provisional any more', () => {
    const found = changes(0, 1, [2027])
    expect(found).toHaveLength(365)
    expect(found.filter(({ before, after }) => before.working !== after.working).map(({ date }) => date)).toEqual([
      '2027-01-04', '2027-01-09', '2027-01-30', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12', '2027-02-20', '2027-05-03', '2027-05-04', '2027-05-05', '2027-05-08',
      '2027-09-26', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07', '2027-10-09',
    ])
  })

  it('are one day for a local day off, and none where nothing changed', () => {
    expect(changes(1, 2, [2026]).map(({ date }) => date)).toEqual(['2026-12-28'])
    expect(changes(1, 2, [2027]).map(({ date }) => date)).toEqual(['2026-12-28'])
    expect(changes(1, 2, [2024])).toEqual([])
    expect(changes(3, 3, [2027])).toEqual([])
  })

  it('reach from the first to the last', () => {
    expect(spanOf([day('2027-03-01'), day('2026-12-28'), day('2027-01-02')])).toEqual({ first: '2026-12-28', last: '2027-03-01' })
    expect(spanOf([])).toBeNull()
  })
})
