import { describe, expect, it } from 'vitest'
import { clockOf, refusalOf, rowOf, told } from '../given.ts'

const RECEIVED = '2026-11-02'
const requested = { type: 'correction_requested', on: '2026-11-05', respondBy: '2026-11-20' } as const

describe('补正 (30条)', () => {
  it('stops the clock: the due date is withdrawn, the end of the correction is named', () => {
    expect(clockOf(RECEIVED, [requested], '2026-11-10')).toMatchObject({
      status: 'awaiting_correction',
      dueOn: null,
      originalDueOn: null,
      respondBy: '2026-11-20',
      payBy: null,
      remainingWorkingDays: null,
      overdue: false,
      timely: null,
      ifResumedTodayDueOn: '2026-12-08',
      latestPossibleDueOn: '2026-12-18',
      countedWorkingDays: 3,
      endedOn: null,
    })
  })

  it('starts the whole limit anew on the day of the correction', () => {
    const clock = clockOf(RECEIVED, [requested, { type: 'correction_received', on: '2026-11-16' }], '2026-11-18')
    expect(clock).toMatchObject({ status: 'running', originOn: '2026-11-16', dueOn: '2026-12-14', quota: 20, respondBy: null, countedWorkingDays: 2, receivedOn: RECEIVED })
    expect(rowOf(clock, '2026-11-03')).toMatchObject({ kind: 'working', count: null })
    expect(rowOf(clock, '2026-11-16').count).toBeNull()
    expect(rowOf(clock, '2026-11-17').count).toBe(1)
    expect(rowOf(clock, '2026-12-14').count).toBe(20)
    expect(told(clock)).toContain('11月16日（周一）收到补正，次日起重新数20个工作日，最晚2026年12月14日（周一）答复')
  })

  it('may still come on the last day, not after it', () => {
    expect(clockOf(RECEIVED, [requested, { type: 'correction_received', on: '2026-11-20' }]).dueOn).toBe('2026-12-18')
    expect(refusalOf(RECEIVED, [requested, { type: 'correction_received', on: '2026-11-21' }])).toBe('correction/lapsed')
  })

  it('lapses the day after the last day, unless there was good cause', () => {
    expect(clockOf(RECEIVED, [requested], '2026-11-20').status).toBe('awaiting_correction')
    const lapsed = clockOf(RECEIVED, [requested], '2026-11-21')
    expect(lapsed).toMatchObject({ status: 'lapsed', endedOn: '2026-11-20', dueOn: null, timely: null, overdue: false, ifResumedTodayDueOn: null, latestPossibleDueOn: null })
    expect(told(lapsed)).toContain('到2026年11月20日（周五）没有收到补正，视为放弃申请，不再处理')
    const revived = clockOf(RECEIVED, [requested, { type: 'correction_received', on: '2026-11-24', goodCause: true }])
    expect(revived).toMatchObject({ status: 'running', originOn: '2026-11-24', endedOn: null })
    expect(told(revived)).toContain('逾期有正当理由')
  })

  it('a late notice is recorded as late, not refused (law.md §12.3.2)', () => {
    const last = clockOf(RECEIVED, [{ type: 'correction_requested', on: '2026-11-11', respondBy: '2026-11-25' }])
    const late = clockOf(RECEIVED, [{ type: 'correction_requested', on: '2026-11-12', respondBy: '2026-11-25' }])
    expect(last.correctionNoticeDueOn).toBe('2026-11-11')
    expect(told(last)).not.toContain('晚于')
    expect(told(late)).toContain('晚于11月11日（周三）的告知期限')
  })

  it('is asked for once (一次性告知)', () => {
    const again = { type: 'correction_requested', on: '2026-11-17', respondBy: '2026-11-30' } as const
    expect(refusalOf(RECEIVED, [requested, again])).toBe('correction/already-requested')
    expect(refusalOf(RECEIVED, [requested, { type: 'correction_received', on: '2026-11-16' }, again])).toBe('correction/already-requested')
  })

  it('needs time to respond, and a request before it is received', () => {
    expect(refusalOf(RECEIVED, [{ ...requested, respondBy: '2026-11-05' }])).toBe('correction/no-time-to-respond')
    expect(refusalOf(RECEIVED, [{ type: 'correction_received', on: '2026-11-05' }])).toBe('correction/not-requested')
    expect(refusalOf(RECEIVED, [requested, { type: 'correction_received', on: '2026-11-16' }, { type: 'correction_received', on: '2026-11-17' }])).toBe('correction/not-requested')
  })

  it('the table counts up to the notice, not while waiting, and from the last day on if it came then', () => {
    const clock = clockOf(RECEIVED, [requested], '2026-11-10')
    expect(['2026-11-02', '2026-11-05', '2026-11-06', '2026-11-20', '2026-11-23', '2026-12-18'].map((date) => rowOf(clock, date).count)).toEqual([null, 3, null, null, 1, 20])
    expect(clock.days[0]).toEqual({ date: RECEIVED, kind: 'receipt', count: null, extension: false, name: null })
    expect(clock.days.at(-1)?.date).toBe('2026-12-18')
  })

  it('spends an extension granted before', () => {
    const clock = clockOf(RECEIVED, [{ type: 'extended', on: '2026-11-04', days: 10 }, requested, { type: 'correction_received', on: '2026-11-16' }])
    expect(clock).toMatchObject({ quota: 20, dueOn: '2026-12-14', originalDueOn: null })
    expect(refusalOf(RECEIVED, [{ type: 'extended', on: '2026-11-04', days: 10 }, requested, { type: 'correction_received', on: '2026-11-16' }, { type: 'extended', on: '2026-11-17', days: 1 }])).toBe('extension/already-extended')
  })

  it('under the 2007 text there is no term for the notice, and the limit of 15 starts anew', () => {
    const clock = clockOf('2015-06-25', [{ type: 'correction_requested', on: '2015-07-14', respondBy: '2015-07-31' }, { type: 'correction_received', on: '2015-07-20' }])
    expect(clock).toMatchObject({ dueOn: '2015-08-10', correctionNoticeDueOn: null, quota: 15 })
    expect(told(clock)).not.toContain('晚于')
    expect(clock.working.at(1)?.cite).toEqual({ instrument: '492', article: 21, item: 4 })
  })

  it('the opening sentences carry their articles', () => {
    const clock = clockOf(RECEIVED, [requested], '2026-11-10')
    expect(clock.working.map(({ cite }) => [cite?.instrument, cite?.article, cite?.paragraph])).toEqual([['711', 33, 2], ['711', 30, undefined], ['711', 30, undefined]])
    expect(clock.working.at(-1)?.text).toBe('正在等补正，答复期限现在不走。如果今天收到补正，最晚2026年12月8日（周二）答复；最迟不超过2026年12月18日（周五）')
  })
})
