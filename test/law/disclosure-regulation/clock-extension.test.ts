import { describe, expect, it } from 'vitest'
import { clockOf, fold, refusalOf, rowOf, told } from '../given.ts'

const RECEIVED = '2026-09-24'
const extend = (on: string, days: number) => ({ type: 'extended', on, days }) as const

describe('延长答复期限 (33条第二款)', () => {
  it('counts on from the original due date', () => {
    const clock = clockOf(RECEIVED, [extend('2026-10-20', 10)])
    expect(clock).toMatchObject({ status: 'running', quota: 30, dueOn: '2026-11-12', originalDueOn: '2026-10-29' })
    expect([rowOf(clock, '2026-10-29'), rowOf(clock, '2026-10-30'), rowOf(clock, '2026-11-12')].map(({ count, extension }) => [count, extension])).toEqual([[20, false], [21, true], [30, true]])
    expect(told(clock)).toContain('10月20日（周二）延长10个工作日，一共30个工作日，最晚2026年11月12日（周四）答复')
  })

  it('is at least one and at most twenty working days', () => {
    expect(refusalOf(RECEIVED, [extend('2026-10-20', 0)])).toBe('extension/too-short')
    expect(refusalOf(RECEIVED, [extend('2026-10-20', 1.5)])).toBe('extension/too-short')
    expect(clockOf(RECEIVED, [extend('2026-10-20', 1)]).dueOn).toBe('2026-10-30')
    expect(clockOf(RECEIVED, [extend('2026-10-20', 20)]).dueOn).toBe('2026-11-26')
    expect(refusalOf(RECEIVED, [extend('2026-10-20', 21)])).toBe('extension/too-long')
  })

  it('was at most fifteen under the 2007 text', () => {
    expect(clockOf('2015-06-25', [extend('2015-07-16', 15)])).toMatchObject({ quota: 30, dueOn: '2015-08-06' })
    expect(refusalOf('2015-06-25', [extend('2015-07-16', 16)])).toBe('extension/too-long')
  })

  it('may be decided on the last day, not after it', () => {
    expect(refusalOf(RECEIVED, [extend('2026-10-29', 10)])).toBeNull()
    expect(refusalOf(RECEIVED, [extend('2026-10-30', 10)])).toBe('extension/after-deadline')
  })

  it('happens once per case, with the article', () => {
    expect(fold(RECEIVED, [extend('2026-10-20', 5), extend('2026-10-21', 5)])).toMatchObject({
      ok: false,
      refusal: { code: 'extension/already-extended', cite: { instrument: '711', article: 33, paragraph: 2 } },
    })
  })

  it('is possible while an opinion is awaited, not while a correction, a payment or a deferral is', () => {
    const consulting = clockOf(RECEIVED, [{ type: 'consultation_started', id: 'a', kind: 'third_party', on: '2026-10-12' }, extend('2026-11-20', 5)])
    expect(consulting).toMatchObject({ status: 'consulting', quota: 25 })
    expect(refusalOf(RECEIVED, [{ type: 'correction_requested', on: '2026-09-30', respondBy: '2026-10-30' }, extend('2026-10-20', 5)])).toBe('extension/not-running')
    expect(refusalOf(RECEIVED, [{ type: 'fee_notice_sent', on: '2026-09-30' }, extend('2026-10-20', 5)])).toBe('extension/not-running')
    expect(refusalOf(RECEIVED, [{ type: 'deferred', on: '2026-09-30', until: '2026-12-30' }, extend('2026-10-20', 5)])).toBe('extension/not-running')
  })

  it('the original due date moves with an exclusion as the due date does', () => {
    const events = [{ type: 'consultation_started', id: 'a', kind: 'third_party', on: '2026-10-12' }, { type: 'consultation_ended', id: 'a', on: '2026-10-16' }, extend('2026-10-20', 10)] as const
    expect(clockOf(RECEIVED, events)).toMatchObject({ originalDueOn: '2026-11-04', dueOn: '2026-11-18' })
  })
})

describe('running, last day, overdue', () => {
  it.each([
    ['2026-09-24', 20, 0, false],
    ['2026-10-12', 13, 7, false],
    ['2026-10-28', 1, 19, false],
    ['2026-10-29', 0, 20, false],
    ['2026-10-30', -1, 20, true],
    ['2026-11-02', -2, 20, true],
  ])('on %s there are %i working days left, %i counted', (today, remainingWorkingDays, countedWorkingDays, overdue) => {
    expect(clockOf(RECEIVED, [], today)).toMatchObject({ status: 'running', remainingWorkingDays, countedWorkingDays, overdue, dueOn: '2026-10-29' })
  })

  it('a weekend after the last day is already overdue', () => {
    const clock = clockOf('2026-10-30', [], '2026-11-28')
    expect(clock).toMatchObject({ dueOn: '2026-11-27', overdue: true, remainingWorkingDays: -1 })
    expect(clock.working.at(-1)?.text).toBe('到11月28日（周六）还没有答复，已过最晚答复日2026年11月27日（周五）')
  })

  it('an overdue table goes on to today without counting', () => {
    const clock = clockOf(RECEIVED, [], '2026-11-02')
    expect(clock.days.at(-1)).toEqual({ date: '2026-11-02', kind: 'working', count: null, extension: false, name: null })
    expect(clock.working.at(-1)?.text).toContain('超过2个工作日')
  })

  it('says in plain words what was counted', () => {
    expect(clockOf(RECEIVED).working).toEqual([
      {
        on: RECEIVED,
        text: '9月24日（周四）收到，次日起数20个工作日，所以最晚2026年10月29日（周四）答复。其间中秋9月25日至27日、国庆10月1日至7日放假不计，10月10日（周六）调休上班计入',
        cite: { instrument: '711', article: 33, paragraph: 2 },
      },
    ])
    expect(told(clockOf('2026-11-02'))).toBe('11月2日（周一）收到，次日起数20个工作日，所以最晚2026年11月30日（周一）答复')
  })

  it('names a make-up day that is itself the last day, and a first day that is off', () => {
    expect(told(clockOf('2026-09-07'))).toMatch(/最晚2026年10月10日（周六）答复。其间中秋9月25日至27日、国庆10月1日至7日放假不计，9月20日（周日）、10月10日（周六）调休上班计入$/)
    expect(told(clockOf('2026-06-18'))).toContain('其间端午6月19日至21日放假不计')
    expect(told(clockOf('2025-09-30'))).toContain('其间国庆、中秋10月1日至8日放假不计')
    expect(told(clockOf('2008-09-19'))).toContain('其间国庆9月29日至10月5日放假不计')
  })

  it('past the edge of the calendar the date is provisional and says so', () => {
    const clock = clockOf('2026-12-15')
    expect(clock).toMatchObject({ dueOn: '2027-01-13', provisional: true })
    expect(told(clock)).toBe(
      '2026年12月15日（周二）收到，次日起数20个工作日，所以最晚2027年1月13日（周三）答复。其间元旦1月1日放假不计。2027年的放假安排还没有公布，这个日期按周末和法定节日推算，公布后会重新计算',
    )
    expect(clockOf('2026-12-02')).toMatchObject({ dueOn: '2026-12-30', provisional: false })
  })

  it('the table names holidays and marks make-up days', () => {
    const clock = clockOf(RECEIVED)
    expect(rowOf(clock, '2026-10-01')).toEqual({ date: '2026-10-01', kind: 'day_off', count: null, extension: false, name: '国庆' })
    expect(rowOf(clock, '2026-10-10')).toEqual({ date: '2026-10-10', kind: 'make_up', count: 6, extension: false, name: null })
    expect(clock.days).toHaveLength(36)
  })
})
