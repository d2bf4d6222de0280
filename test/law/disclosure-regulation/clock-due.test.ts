import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#law/civil-date.ts'
import { countDue, isExcluded, type Window } from '#law/disclosure-regulation/clock-due.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { day } from '../given.ts'

const calendar = defaultCalendar()
const ORIGIN = day('2026-03-02')

/** The definition of law.md §12.3.1 and 4, day by day, asking every window anew. */
function literally(quota: number, windows: readonly Window[]) {
  let date = ORIGIN
  for (let left = quota; left > 0; ) {
    date = addDays(date, 1)
    if (windows.some(({ startedOn, endedOn }) => endedOn === null && startedOn < date)) return null
    if (calendar.kindOf(date).working && !isExcluded(windows, date)) left -= 1
  }
  return date
}

const window = fc
  .record({ from: fc.integer({ min: -10, max: 60 }), length: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 8 }) })
  .map(({ from, length }): Window => ({ startedOn: addDays(ORIGIN, from), endedOn: length === null ? null : addDays(ORIGIN, from + length) }))

describe('counting with consultations (33条第三款)', () => {
  it('excludes the union of any windows, in whatever order they are given', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (windows, quota) => {
        expect(countDue(calendar, ORIGIN, quota, windows).date).toBe(literally(quota, windows))
      }),
      { numRuns: 400 },
    )
  })
})
