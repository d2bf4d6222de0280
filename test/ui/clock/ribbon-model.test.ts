import { describe, expect, it } from 'vitest'
import { civilDate } from '#law/civil-date.ts'
import { lateDays } from '#ui/clock/cells.ts'
import { ribbonModel } from '#ui/clock/ribbon-model.ts'
import { AWAITING, EXTENDED, OVERDUE, PLAIN, REPLIED, RESTARTED, sampleClock, TODAY } from '#test/tools/gallery/sample.ts'

const brackets = (clock: typeof PLAIN, today = TODAY) => ribbonModel(clock, today).runs.flatMap(({ bracket }) => (bracket === null ? [] : [bracket.text]))
const flags = (clock: typeof PLAIN, today = TODAY) => ribbonModel(clock, today).flags.map(({ kind, text }) => `${kind} ${text}`)

describe('ribbon', () => {
  it('names each run under the cells', () => {
    expect(brackets(EXTENDED)).toEqual(['计入14日', '征求第三方意见，不计10日', '计入6日', '延长10日'])
    expect(brackets(PLAIN)).toEqual(['已计14日，还有6日'])
    expect(brackets(REPLIED)).toEqual(['已计12日，未用8日'])
    expect(brackets(AWAITING)).toEqual(['计入6日', '等补正，不计9日'])
    expect(brackets(RESTARTED)).toEqual(['重新计算以前，不计10日', '已计4日，还有16日'])
    expect(brackets(sampleClock('2026-10-23', [], '2026-12-30'), civilDate('2026-12-30'))).toEqual(['计入20日', '超期28日'])
  })

  it('says the true number of late days of a case that is years overdue, though its rows are cut', () => {
    const today = civilDate('2026-11-20')
    const clock = sampleClock('2021-03-01', [], '2026-11-20')
    expect(clock.days.at(-1)!.date < '2022-05-01').toBe(true)
    expect(brackets(clock, today).at(-1)).toBe(`超期${-clock.remainingWorkingDays!}日`)
    expect(-clock.remainingWorkingDays!).toBeGreaterThan(1300)
  })

  it('counts no late day on the weekend right behind the last day', () => {
    const clock = sampleClock('2026-11-06', [], '2026-12-05')
    expect({ dueOn: clock.dueOn, overdue: clock.overdue, late: lateDays(clock) }).toEqual({ dueOn: '2026-12-04', overdue: true, late: 0 })
    expect(lateDays(sampleClock('2026-11-06', [], '2026-12-07'))).toBe(1)
  })

  it('flags due day, today and former due day, and the first cell of each month', () => {
    expect(flags(EXTENDED)).toEqual(['due 11月30日 最晚', 'today 今天 周六', 'former 原期限', 'month 9月', 'month 10月', 'month 11月'])
    expect(flags(REPLIED)).toContain('ended 已答复')
  })

  it('leaves the month name to the due flag when the due day begins the month', () => {
    const clock = sampleClock('2026-11-03', [], '2026-11-30')
    expect(flags(clock, civilDate('2026-11-30'))).toEqual(['due 12月1日 最晚', 'today 今天 周一', 'month 11月'])
  })

  it('puts labels that would touch on different lines', () => {
    const { flags: placed, flagLevels } = ribbonModel(OVERDUE, TODAY)
    const due = placed.find(({ kind }) => kind === 'due')!
    const today = placed.find(({ kind }) => kind === 'today')!
    expect(due.level).not.toBe(today.level)
    expect(flagLevels).toBe(2)
  })

  it('explains only the kinds that occur', () => {
    expect([...ribbonModel(PLAIN, TODAY).kinds].sort()).toEqual(['ahead', 'counted', 'due', 'gap', 'receipt', 'today'])
    expect(ribbonModel(EXTENDED, TODAY).kinds).toContain('make_up')
    expect(ribbonModel(EXTENDED, TODAY).reasons).toEqual(['征求第三方意见'])
  })

  it('narrows its cells only beyond 45 of them', () => {
    expect(ribbonModel(EXTENDED, TODAY).narrow).toBe(false)
    const long = sampleClock('2026-09-01', [
      { type: 'consultation_started', id: 'a', kind: 'third_party', on: civilDate('2026-09-07'), servedOn: civilDate('2026-09-09') },
      { type: 'consultation_ended', id: 'a', on: civilDate('2026-09-24') },
      { type: 'extended', on: civilDate('2026-10-09'), days: 20 },
    ])
    expect(ribbonModel(long, TODAY).narrow).toBe(true)
  })

  it('holds every cell exactly once and in order', () => {
    for (const clock of [EXTENDED, PLAIN, AWAITING, RESTARTED, OVERDUE, REPLIED]) {
      const order = ribbonModel(clock, TODAY).runs.flatMap(({ cells }) => cells.map(({ index }) => index))
      expect(order).toEqual(order.map((_, index) => index))
    }
  })
})
