import { describe, expect, it } from 'vitest'
import { clockOf, refusalOf, rowOf, told, type Told } from '../given.ts'

const RECEIVED = '2026-11-02'
const start = (id: string, on: string, servedOn?: string, kind: 'third_party' | 'co_producer' | 'other_agency' = 'third_party'): Told =>
  servedOn === undefined ? { type: 'consultation_started', id, kind, on } : { type: 'consultation_started', id, kind, on, servedOn }
const end = (id: string, on: string): Told => ({ type: 'consultation_ended', id, on })

describe('征求意见 (32、33条第三款、34条)', () => {
  it('excludes the working days after the day of sending up to the day of the opinion', () => {
    const clock = clockOf(RECEIVED, [start('a', '2026-11-06'), end('a', '2026-11-13')])
    expect(clock).toMatchObject({ status: 'running', dueOn: '2026-12-07', quota: 20, countedWorkingDays: 4 })
    expect(['2026-11-06', '2026-11-09', '2026-11-13', '2026-11-14', '2026-11-16'].map((date) => [rowOf(clock, date).kind, rowOf(clock, date).count])).toEqual([
      ['working', 4], ['excluded', null], ['excluded', null], ['weekend', null], ['working', 5],
    ])
  })

  it('while open the clock does not run: what it would be today, and the latest it can become', () => {
    const clock = clockOf(RECEIVED, [start('a', '2026-11-06', '2026-11-09')], '2026-11-13')
    expect(clock).toMatchObject({
      status: 'consulting',
      dueOn: null,
      ifResumedTodayDueOn: '2026-12-07',
      latestPossibleDueOn: '2026-12-22',
      remainingWorkingDays: null,
      overdue: false,
      countedWorkingDays: 4,
    })
    expect(rowOf(clock, '2026-11-30').kind).toBe('excluded')
    expect(rowOf(clock, '2026-12-01').count).toBe(5)
    expect(clock.days.at(-1)).toMatchObject({ date: '2026-12-22', count: 20 })
    expect(told(clock)).toContain('对方最晚11月30日（周一）提出意见')
    expect(clock.working.at(-1)?.text).toContain('正在征求意见，答复期限现在不走。如果今天收到全部意见，最晚2026年12月7日（周一）答复')
  })

  it('without a day of service the fifteen days are counted from today at the earliest', () => {
    expect(clockOf(RECEIVED, [start('a', '2026-11-06')], '2026-11-06').latestPossibleDueOn).toBe('2026-12-21')
    expect(clockOf(RECEIVED, [start('a', '2026-11-06')], '2026-11-09').latestPossibleDueOn).toBe('2026-12-22')
    expect(clockOf(RECEIVED, [start('a', '2026-11-06')], '2027-03-01').status).toBe('consulting')
  })

  it('parallel consultations exclude their union, once', () => {
    const both = [start('a', '2026-11-06'), start('b', '2026-11-10'), end('a', '2026-11-13'), end('b', '2026-11-18')]
    const one = [start('a', '2026-11-06'), end('a', '2026-11-18')]
    expect(clockOf(RECEIVED, both).dueOn).toBe(clockOf(RECEIVED, one).dueOn)
    expect(clockOf(RECEIVED, both.slice(0, 3)).status).toBe('consulting')
  })

  it('a silent third party ends by itself on the fifteenth working day after service; the agency decides (32条)', () => {
    const events = [start('a', '2026-11-06', '2026-11-09')]
    expect(clockOf(RECEIVED, events, '2026-11-30').status).toBe('consulting')
    const resumed = clockOf(RECEIVED, events, '2026-12-01')
    expect(resumed).toMatchObject({ status: 'running', dueOn: '2026-12-22' })
    expect(told(resumed)).toContain('第三方到11月30日（周一）没有提出意见，由机关依照条例决定是否公开，次日起接着数，最晚2026年12月22日（周二）答复')
    expect(resumed.working.at(-1)?.cite).toEqual({ instrument: '711', article: 32 })
  })

  it('a silent co-producing agency is deemed to agree (34条), another agency is not', () => {
    const silent = (kind: 'co_producer' | 'other_agency') => clockOf(RECEIVED, [start('a', '2026-11-06', '2026-11-09', kind)], '2026-12-01').working.at(-1)
    expect(silent('co_producer')).toMatchObject({ cite: { instrument: '711', article: 34 } })
    expect(silent('co_producer')?.text).toContain('视为同意公开')
    expect(silent('other_agency')?.text).toContain('由机关依照条例决定')
    expect(silent('other_agency')).toMatchObject({ cite: { instrument: '711', article: 33, paragraph: 3 } })
  })

  it('an opinion after the fifteen days excludes no further day', () => {
    const late = clockOf(RECEIVED, [start('a', '2026-11-06', '2026-11-09'), end('a', '2026-12-03')])
    expect(late.dueOn).toBe('2026-12-22')
    expect(told(late)).toContain('已过提出意见的期限，不再停计')
    expect(clockOf(RECEIVED, [start('a', '2026-11-06', '2026-11-09'), end('a', '2026-11-30')]).dueOn).toBe('2026-12-22')
  })

  it('two silent parties resume in the order of their days', () => {
    const clock = clockOf(RECEIVED, [start('late', '2026-11-06', '2026-11-10'), start('early', '2026-11-06', '2026-11-09', 'co_producer')], '2026-12-31')
    expect(clock.working.slice(3).map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-01', '2026-12-31'])
    expect(clock.working.at(3)?.text).toBe('共同制作机关到11月30日（周一）没有提出意见，视为同意公开')
  })

  it('one that starts on the last day or later cannot move a due date that has been reached', () => {
    const clock = clockOf(RECEIVED, [start('a', '2026-11-30')], '2026-12-01')
    expect(clock).toMatchObject({ status: 'running', dueOn: '2026-11-30', overdue: true, remainingWorkingDays: -1 })
    expect(clockOf(RECEIVED, [start('a', '2026-11-27')], '2026-12-01').status).toBe('consulting')
  })

  it('has its own name, and ends once', () => {
    expect(refusalOf(RECEIVED, [start('a', '2026-11-06'), start('a', '2026-11-09')])).toBe('consultation/duplicate')
    expect(refusalOf(RECEIVED, [end('a', '2026-11-09')])).toBe('consultation/unknown')
    expect(refusalOf(RECEIVED, [start('a', '2026-11-06'), end('a', '2026-11-09'), end('a', '2026-11-09')])).toBe('consultation/already-ended')
    expect(refusalOf(RECEIVED, [start('a', '2026-11-06', '2026-11-05')])).toBe('clock/out-of-order')
    expect(refusalOf(RECEIVED, [start('a', '2026-11-06', '2026-11-06')])).toBeNull()
  })

  it('days before a correction do not matter, days after it do', () => {
    const events = [
      start('a', '2026-11-03'),
      { type: 'correction_requested', on: '2026-11-05', respondBy: '2026-11-20' },
      { type: 'correction_received', on: '2026-11-09' },
      end('a', '2026-11-11'),
    ] as const
    expect(clockOf(RECEIVED, events).dueOn).toBe('2026-12-09')
  })

  it('one still open while a correction is awaited goes on after it: the latest date reckons with both (30条, 33条第三款)', () => {
    const events = [start('a', '2026-11-03', '2026-11-03'), { type: 'correction_requested', on: '2026-11-05', respondBy: '2026-11-20' }] as const
    const waiting = clockOf(RECEIVED, events, '2026-11-09')
    expect(waiting).toMatchObject({ status: 'awaiting_correction', ifResumedTodayDueOn: '2026-12-07', latestPossibleDueOn: '2026-12-22' })
    expect(waiting.days.at(-1)).toMatchObject({ date: '2026-12-22', count: 20 })
    const atTheLatest = [...events, { type: 'correction_received', on: '2026-11-20' }, end('a', '2026-11-24')] as const
    expect(clockOf(RECEIVED, atTheLatest).dueOn).toBe('2026-12-22')
  })

  it('reply while it is open: the limit is the one as if the opinion came that day', () => {
    expect(clockOf(RECEIVED, [start('a', '2026-11-06'), { type: 'replied', on: '2026-11-13' }])).toMatchObject({
      status: 'ended', dueOn: '2026-12-07', timely: true, endedOn: '2026-11-13', ifResumedTodayDueOn: null, latestPossibleDueOn: null,
    })
  })

  it('under the 2007 text the excluded days cite 24条第三款', () => {
    expect(clockOf('2015-06-25', [start('a', '2015-06-29')]).working.at(1)?.cite).toEqual({ instrument: '492', article: 24, paragraph: 3 })
  })
})
