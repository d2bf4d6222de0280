import { describe, expect, test } from 'vitest'
import { planChange, type Known } from '#features/calendar/change.decide.ts'
import type { ChangeRequest } from '#features/calendar/change.schema.ts'
import published from '#law/calendar/arrangements.json' with { type: 'json' }
import { bookAt, EMPTY_HISTORY, type CalendarHistory } from '#law/calendar/calendar-book.ts'
import { civilDate } from '#law/civil-date.ts'
import { ARRANGEMENT_2027, INVENTED_2027 } from '#test/support/invented-2027.ts'

const TODAY = civilDate('2026-12-20')
const known = (history: CalendarHistory = EMPTY_HISTORY): Known => ({ history, today: TODAY, authorityIds: ['city', 'east'] })
const importing = (years: object): ChangeRequest => ({ kind: 'import', years }) as ChangeRequest
const dayOff = (date: string, more: { name?: string; authorityId?: string } = {}): ChangeRequest => ({ kind: 'day_off', date: civilDate(date), name: '暴雪', reason: '通告', authorityId: undefined, ...more })

function plan(request: ChangeRequest, history?: CalendarHistory) {
  const planned = planChange(request, known(history))
  if (!planned.ok) throw new Error(planned.errors.map(({ message }) => message).join())
  return planned.plan
}
function errors(request: ChangeRequest, history?: CalendarHistory) {
  const planned = planChange(request, known(history))
  return planned.ok ? [] : planned.errors
}

describe('an import', () => {
  test('of a year that nobody knew is one revision on, and says what it is', () => {
    const made = plan(importing(ARRANGEMENT_2027))
    expect(made).toMatchObject({ unchanged: false, years: [2027], reason: '国务院公布2027年放假安排', warnings: [], after: { revision: 1 } })
    expect(bookAt(made.after).common.lastYear).toBe(2027)
  })

  test('of the published file with one year more takes that year alone, though 2020 worked on a Monday', () => {
    expect(plan(importing({ ...published, ...ARRANGEMENT_2027 })).years).toEqual([2027])
    expect(plan(importing(published))).toMatchObject({ unchanged: true, years: [], after: { revision: 0 } })
  })

  test('of the same days in another order changes nothing; of other days corrects the year', () => {
    const once = plan(importing(ARRANGEMENT_2027)).after
    expect(plan(importing({ '2027': { ...INVENTED_2027, off: [...INVENTED_2027.off].reverse() } }), once).unchanged).toBe(true)
    const mended = plan(importing({ '2027': { ...INVENTED_2027, off: INVENTED_2027.off.filter((day) => day !== '2027-01-04'), work: INVENTED_2027.work.filter((day) => day !== '2027-01-09') } }), once)
    expect(mended).toMatchObject({ unchanged: false, reason: '2027年放假安排有更正', after: { revision: 2 } })
  })

  test('of several years checks each after the one before, so that they may come together', () => {
    const year2028 = { notice: [], off: ['2028-01-01'], work: [] }
    expect(plan(importing({ '2028': year2028, ...ARRANGEMENT_2027 }))).toMatchObject({ years: [2027, 2028], reason: '国务院公布2027年、2028年放假安排' })
    expect(errors(importing({ '2028': year2028 }))).toEqual([{ field: 'years.2028', message: '2027年的安排还没有，请先导入' }])
  })

  test('names every wrong day by its place, and passes on what only looks odd', () => {
    expect(errors(importing({ '2027': { notice: [], off: ['2027-01-01', '2027-13-01'], work: ['2027-01-05'] } })).map(({ field }) => field)).toEqual(['years.2027.off.1', 'years.2027.work.0'])
    expect(plan(importing({ '2027': { notice: [], off: ['2027-01-01'], work: [] } })).warnings).toHaveLength(2)
  })
})

describe('a local day off', () => {
  test('is named after its day, for one authority or for all', () => {
    expect(plan(dayOff('2026-12-28'))).toMatchObject({ years: [2026], reason: '2026年12月28日（周一）暴雪放假' })
    const east = plan(dayOff('2026-12-28', { authorityId: 'east' })).after
    expect([bookAt(east).of('east'), bookAt(east).of('city')].map((calendar) => calendar.kindOf(civilDate('2026-12-28')).working)).toEqual([false, true])
  })

  test('on a day that is off already is refused, and says why', () => {
    expect(errors(dayOff('2026-12-26'))).toEqual([{ field: 'date', message: '2026年12月26日（周六）是周末，本来就不上班' }])
    expect(errors(dayOff('2026-10-01'))).toEqual([{ field: 'date', message: '2026年10月1日（周四）国庆放假，本来就不上班' }])
    expect(plan(dayOff('2026-10-10')).unchanged).toBe(false)
  })

  test('declared for all covers every authority; under another name it must be taken back first', () => {
    const all = plan(dayOff('2026-12-28')).after
    expect(errors(dayOff('2026-12-28', { authorityId: 'east' }), all)[0]!.message).toBe('2026年12月28日（周一）全部机关都已经放假（暴雪）')
    expect(errors(dayOff('2026-12-28', { name: '停电' }), all)[0]!.message).toBe('2026年12月28日（周一）已经登记为暴雪放假；要改，先撤销')
    expect(plan(dayOff('2026-12-28'), all).unchanged).toBe(true)
  })

  test('is refused for an authority that is not there and for a day a year away', () => {
    expect(errors(dayOff('2026-12-28', { authorityId: 'west' }))).toEqual([{ field: 'authorityId', message: '没有这个机关，请重新选择' }])
    expect(errors(dayOff('2027-12-22'))[0]!.field).toBe('date')
    expect(errors(dayOff('2025-12-18'))[0]!.field).toBe('date')
    expect(errors(dayOff('2027-12-21'))).toEqual([])
  })

  test('is taken back by its id, once', () => {
    const made = plan(dayOff('2026-12-28')).after
    const history = { ...made, daysOff: made.daysOff.map((day) => ({ ...day, id: 'x' })) }
    const back = plan({ kind: 'revocation', id: 'x' }, history)
    expect(back).toMatchObject({ reason: '撤销2026年12月28日（周一）的暴雪放假', after: { revision: 2 } })
    expect(plan({ kind: 'revocation', id: 'x' }, back.after).unchanged).toBe(true)
    expect(errors({ kind: 'revocation', id: 'y' }, history)).toEqual([{ field: 'id', message: '没有这次临时放假' }])
  })
})
