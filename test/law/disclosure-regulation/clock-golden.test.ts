import { describe, expect, it } from 'vitest'
import { countWorkingDays, defaultCalendar } from '#law/working-days.ts'
import published from '../golden/published-cases.json' with { type: 'json' }
import { clockOf, day } from '../given.ts'

const calendar = defaultCalendar()

describe.each(published.map((matter) => [matter.id, matter.matter, matter] as const))('%s %s', (_id, _name, matter) => {
  it(`received ${matter.receivedOn} is due on ${matter.dueOn}`, () => {
    const clock = clockOf(matter.receivedOn)
    expect(clock).toMatchObject({
      status: 'running',
      dueOn: matter.dueOn,
      quota: matter.answerWorkingDays,
      correctionNoticeDueOn: matter.correctionNoticeDueOn,
      provisional: false,
      lawAsOf: matter.receivedOn,
    })
    expect(clock.days.at(-1)).toMatchObject({ date: matter.dueOn, count: matter.answerWorkingDays })
  })

  it('counts the days of what happened as the published decision does', () => {
    for (const { on, workingDay } of matter.events) {
      expect([on, countWorkingDays(calendar, day(matter.receivedOn), day(on))]).toEqual([on, workingDay])
    }
  })

  it('finds timely what was held timely, and late what was held late', () => {
    for (const { what, on, verdict } of matter.events.filter((event) => event.verdict !== null && !event.what.includes('补正'))) {
      const clock = clockOf(matter.receivedOn, [{ type: 'replied', on }])
      expect([what, clock.timely]).toEqual([what, verdict === '期内'])
      expect(clock.dueOn).toBe(matter.dueOn)
    }
  })
})

describe('C14 补正告知在第7个工作日发出，申请人逾期未补正', () => {
  it('the notice is not late, and the case lapses when nothing comes (30条)', () => {
    const events = [{ type: 'correction_requested', on: '2024-02-26', respondBy: '2024-03-11' }] as const
    expect(clockOf('2024-02-15', events).working.at(1)?.text).not.toContain('晚于')
    expect(clockOf('2024-02-15', events, '2024-03-11').status).toBe('awaiting_correction')
    expect(clockOf('2024-02-15', events, '2024-03-12')).toMatchObject({ status: 'lapsed', endedOn: '2024-03-11', dueOn: null, respondBy: '2024-03-11' })
  })
})

describe('boundaries of every holiday 2024 to 2026', () => {
  // received on the last working day before · on the first day off · on the first working day after → due
  it.each([
    ['2023-12-29', '2024-01-29'], ['2024-01-01', '2024-01-29'], ['2024-01-02', '2024-01-30'],
    ['2024-02-09', '2024-03-14'], ['2024-02-10', '2024-03-14'], ['2024-02-18', '2024-03-15'],
    ['2024-04-03', '2024-05-06'], ['2024-04-04', '2024-05-06'], ['2024-04-07', '2024-05-07'],
    ['2024-04-30', '2024-05-30'], ['2024-05-01', '2024-05-30'], ['2024-05-06', '2024-05-31'],
    ['2024-06-07', '2024-07-08'], ['2024-06-10', '2024-07-08'], ['2024-06-11', '2024-07-09'],
    ['2024-09-14', '2024-10-18'], ['2024-09-15', '2024-10-18'], ['2024-09-18', '2024-10-21'],
    ['2024-09-30', '2024-11-01'], ['2024-10-01', '2024-11-01'], ['2024-10-08', '2024-11-04'],
    ['2024-12-31', '2025-02-05'], ['2025-01-01', '2025-02-05'], ['2025-01-02', '2025-02-06'],
    ['2025-01-27', '2025-03-03'], ['2025-01-28', '2025-03-03'], ['2025-02-05', '2025-03-04'],
    ['2025-04-03', '2025-05-06'], ['2025-04-04', '2025-05-06'], ['2025-04-07', '2025-05-07'],
    ['2025-04-30', '2025-06-03'], ['2025-05-01', '2025-06-03'], ['2025-05-06', '2025-06-04'],
    ['2025-05-30', '2025-06-30'], ['2025-05-31', '2025-06-30'], ['2025-06-03', '2025-07-01'],
    ['2025-09-30', '2025-11-04'], ['2025-10-01', '2025-11-04'], ['2025-10-09', '2025-11-05'],
    ['2025-12-31', '2026-01-29'], ['2026-01-01', '2026-01-29'], ['2026-01-04', '2026-01-30'],
    ['2026-02-14', '2026-03-20'], ['2026-02-15', '2026-03-20'], ['2026-02-24', '2026-03-23'],
    ['2026-04-03', '2026-05-07'], ['2026-04-04', '2026-05-07'], ['2026-04-07', '2026-05-08'],
    ['2026-04-30', '2026-06-01'], ['2026-05-01', '2026-06-01'], ['2026-05-06', '2026-06-02'],
    ['2026-06-18', '2026-07-17'], ['2026-06-19', '2026-07-17'], ['2026-06-22', '2026-07-20'],
    ['2026-09-24', '2026-10-29'], ['2026-09-25', '2026-10-29'], ['2026-09-28', '2026-10-30'],
    ['2026-09-30', '2026-11-03'], ['2026-10-01', '2026-11-03'], ['2026-10-08', '2026-11-04'],
  ])('received %s is due on %s', (receivedOn, dueOn) => {
    expect(clockOf(receivedOn).dueOn).toBe(dueOn)
  })
})

describe('which law applies (law.md §12.2)', () => {
  it.each([
    ['2008-05-01', 15, null], ['2019-05-14', 15, null], ['2019-05-15', 20, '2019-05-24'],
  ])('received %s has %i working days', (receivedOn, quota, correctionNoticeDueOn) => {
    expect(clockOf(receivedOn)).toMatchObject({ quota, correctionNoticeDueOn, lawAsOf: receivedOn })
  })
})
