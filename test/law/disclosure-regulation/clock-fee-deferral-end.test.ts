import { describe, expect, it } from 'vitest'
import { clockOf, fold, refusalOf, rowOf, told } from '../given.ts'

const RECEIVED = '2026-03-02' // due 2026-03-30
const sent = { type: 'fee_notice_sent', on: '2026-03-10' } as const
const got = { type: 'fee_notice_received', on: '2026-03-12' } as const

describe('收费通知 (109号6条)', () => {
  it('stops the clock from sending, and the payment has twenty working days from its receipt', () => {
    expect(clockOf(RECEIVED, [sent], '2026-03-11')).toMatchObject({ status: 'awaiting_payment', dueOn: null, payBy: null, latestPossibleDueOn: null, ifResumedTodayDueOn: '2026-04-09' })
    const clock = clockOf(RECEIVED, [sent, got], '2026-03-16')
    expect(clock).toMatchObject({ status: 'awaiting_payment', payBy: '2026-04-10', ifResumedTodayDueOn: '2026-04-14', latestPossibleDueOn: '2026-05-12', countedWorkingDays: 6, respondBy: null })
    expect([rowOf(clock, '2026-03-10').count, rowOf(clock, '2026-03-11').count, rowOf(clock, '2026-04-13').count, rowOf(clock, '2026-05-12').count]).toEqual([6, null, 1, 20])
    expect(told(clock)).toContain('最晚2026年4月10日（周五）缴费')
  })

  it('payment starts the whole limit anew on the next day', () => {
    const clock = clockOf(RECEIVED, [sent, got, { type: 'fee_paid', on: '2026-03-20' }])
    expect(clock).toMatchObject({ status: 'running', originOn: '2026-03-20', dueOn: '2026-04-20', payBy: null })
    expect(rowOf(clock, '2026-03-23').count).toBe(1)
  })

  it('may be paid on the last day; after it the case has lapsed', () => {
    expect(clockOf(RECEIVED, [sent, got, { type: 'fee_paid', on: '2026-04-10' }]).status).toBe('running')
    expect(refusalOf(RECEIVED, [sent, got, { type: 'fee_paid', on: '2026-04-11' }])).toBe('clock/lapsed')
    const lapsed = clockOf(RECEIVED, [sent, got], '2026-04-11')
    expect(lapsed).toMatchObject({ status: 'lapsed', endedOn: '2026-04-10', payBy: '2026-04-10', dueOn: null })
    expect(lapsed.working.at(-1)?.cite).toEqual({ instrument: '109', article: 6 })
  })

  it('may be paid before its receipt is recorded', () => {
    expect(clockOf(RECEIVED, [sent, { type: 'fee_paid', on: '2026-03-11' }]).originOn).toBe('2026-03-11')
  })

  it('is sent within the limit, once, while the clock runs', () => {
    expect(refusalOf(RECEIVED, [{ ...sent, on: '2026-03-30' }])).toBeNull()
    expect(refusalOf(RECEIVED, [{ ...sent, on: '2026-03-31' }])).toBe('fee/after-deadline')
    expect(refusalOf(RECEIVED, [sent, sent])).toBe('fee/already-noticed')
    expect(refusalOf(RECEIVED, [{ type: 'correction_requested', on: '2026-03-05', respondBy: '2026-03-30' }, sent])).toBe('fee/not-running')
    expect(refusalOf(RECEIVED, [sent, { type: 'correction_requested', on: '2026-03-12', respondBy: '2026-03-30' }])).toBe('correction/not-running')
    expect(refusalOf(RECEIVED, [got])).toBe('fee/no-notice')
    expect(refusalOf(RECEIVED, [sent, got, got])).toBe('fee/already-received')
    expect(refusalOf(RECEIVED, [{ type: 'fee_paid', on: '2026-03-12' }])).toBe('fee/no-notice')
  })

  it('does not exist for an application received before 2021', () => {
    expect(fold('2020-12-31', [{ type: 'fee_notice_sent', on: '2021-01-05' }])).toMatchObject({ ok: false, refusal: { code: 'fee/not-in-force', cite: { instrument: '109', article: 12 } } })
    expect(refusalOf('2021-01-01', [{ type: 'fee_notice_sent', on: '2021-01-05' }])).toBeNull()
  })
})

describe('说明理由与延迟答复 (35条)', () => {
  const reasons = { type: 'reasons_requested', on: '2026-03-05' } as const

  it('asking for reasons does not stop the clock', () => {
    const clock = clockOf(RECEIVED, [reasons])
    expect(clock).toMatchObject({ status: 'running', dueOn: '2026-03-30' })
    expect(clock.working.at(-1)).toEqual({ on: '2026-03-05', text: '3月5日（周四）要求申请人说明理由，答复期限照常走', cite: { instrument: '711', article: 35 } })
  })

  it('a deferral replaces the due date by the day that was told', () => {
    const clock = clockOf(RECEIVED, [reasons, { type: 'deferred', on: '2026-03-20', until: '2026-05-15' }], '2026-04-01')
    expect(clock).toMatchObject({ status: 'deferred', dueOn: '2026-05-15', remainingWorkingDays: 29, overdue: false, countedWorkingDays: 22, ifResumedTodayDueOn: null })
    expect(rowOf(clock, '2026-03-31')).toMatchObject({ count: 21, extension: false })
    expect(clockOf(RECEIVED, [{ type: 'deferred', on: '2026-03-20', until: '2026-05-15' }], '2026-05-16')).toMatchObject({ overdue: true, status: 'deferred' })
  })

  it('is decided within the limit, for a later day, once', () => {
    const defer = (on: string, until: string) => ({ type: 'deferred', on, until }) as const
    expect(refusalOf(RECEIVED, [defer('2026-03-30', '2026-03-31')])).toBeNull()
    expect(refusalOf(RECEIVED, [defer('2026-03-31', '2026-05-15')])).toBe('deferral/after-deadline')
    expect(refusalOf(RECEIVED, [defer('2026-03-20', '2026-03-30')])).toBe('deferral/not-later')
    expect(refusalOf(RECEIVED, [defer('2026-03-20', '2026-03-20')])).toBe('clock/out-of-order')
    expect(refusalOf(RECEIVED, [defer('2026-03-20', '2026-05-15'), defer('2026-03-21', '2026-06-15')])).toBe('deferral/already-deferred')
    expect(refusalOf(RECEIVED, [sent, defer('2026-03-20', '2026-05-15')])).toBe('deferral/not-running')
    expect(refusalOf(RECEIVED, [{ type: 'correction_requested', on: '2026-03-05', respondBy: '2026-03-30' }, defer('2026-03-20', '2026-05-15')])).toBe('deferral/not-running')
  })

  it('ends with a restart: after payment the ordinary limit runs', () => {
    const events = [{ type: 'deferred', on: '2026-03-06', until: '2026-05-15' }, sent, { type: 'fee_paid', on: '2026-03-20' }] as const
    expect(clockOf(RECEIVED, events)).toMatchObject({ status: 'running', dueOn: '2026-04-20' })
  })

  it('did not exist under the 2007 text', () => {
    expect(refusalOf('2015-06-25', [{ type: 'reasons_requested', on: '2015-06-26' }])).toBe('law/not-in-force')
    expect(refusalOf('2015-06-25', [{ type: 'deferred', on: '2015-06-26', until: '2015-12-31' }])).toBe('law/not-in-force')
    expect(refusalOf('2019-05-15', [{ type: 'reasons_requested', on: '2019-05-16' }])).toBeNull()
  })
})

describe('the end', () => {
  it('a reply on the last day is timely, one day later it is not, and the due date stays', () => {
    expect(clockOf(RECEIVED, [{ type: 'replied', on: '2026-03-30' }], '2026-06-01')).toMatchObject({ status: 'ended', dueOn: '2026-03-30', timely: true, overdue: false, endedOn: '2026-03-30', remainingWorkingDays: null, countedWorkingDays: 20 })
    const late = clockOf(RECEIVED, [{ type: 'replied', on: '2026-03-31' }])
    expect(late).toMatchObject({ timely: false, overdue: false, dueOn: '2026-03-30' })
    expect(late.working.at(-1)?.text).toBe('3月31日（周二）答复，已过最晚答复日3月30日（周一）')
    expect(late.days.at(-1)?.date).toBe('2026-03-31')
  })

  it('counts only up to the reply', () => {
    const clock = clockOf(RECEIVED, [{ type: 'replied', on: '2026-03-10' }], '2026-06-01')
    expect(clock.countedWorkingDays).toBe(6)
    expect(clock.days.at(-1)?.date).toBe('2026-03-30')
    expect(told(clock)).toContain('3月10日（周二）答复，在期限内')
  })

  it('a reply keeps the extended or deferred date', () => {
    expect(clockOf(RECEIVED, [{ type: 'extended', on: '2026-03-10', days: 10 }, { type: 'replied', on: '2026-04-14' }])).toMatchObject({ dueOn: '2026-04-14', originalDueOn: '2026-03-30', timely: true })
    expect(clockOf(RECEIVED, [{ type: 'deferred', on: '2026-03-06', until: '2026-05-15' }, { type: 'replied', on: '2026-05-18' }])).toMatchObject({ dueOn: '2026-05-15', timely: false })
  })

  it('a reply while nothing runs, or after a lapse, has no due date to keep', () => {
    expect(clockOf(RECEIVED, [sent, { type: 'replied', on: '2026-03-12' }])).toMatchObject({ status: 'ended', dueOn: null, timely: null })
    expect(clockOf(RECEIVED, [sent, got, { type: 'lapsed', on: '2026-04-13' }, { type: 'replied', on: '2026-04-15' }])).toMatchObject({ status: 'ended', dueOn: null, timely: null, endedOn: '2026-04-15', provisional: false })
  })

  it('withdrawal ends the case without a verdict', () => {
    expect(clockOf(RECEIVED, [{ type: 'withdrawn', on: '2026-03-12' }], '2026-06-01')).toMatchObject({ status: 'ended', timely: null, endedOn: '2026-03-12', dueOn: '2026-03-30', overdue: false })
  })

  it('a lapse is recorded only once the dates have brought it about', () => {
    expect(refusalOf(RECEIVED, [sent, got, { type: 'lapsed', on: '2026-04-10' }])).toBe('clock/not-lapsed')
    expect(clockOf(RECEIVED, [sent, got, { type: 'lapsed', on: '2026-04-11' }]).status).toBe('lapsed')
  })

  it('after the end, and after a lapse, nothing moves any more', () => {
    const replied = { type: 'replied', on: '2026-03-12' } as const
    expect(refusalOf(RECEIVED, [replied, replied])).toBe('clock/ended')
    expect(refusalOf(RECEIVED, [{ type: 'withdrawn', on: '2026-03-12' }, { type: 'extended', on: '2026-03-13', days: 1 }])).toBe('clock/ended')
    expect(refusalOf(RECEIVED, [sent, got, { type: 'extended', on: '2026-04-13', days: 1 }])).toBe('clock/lapsed')
    expect(refusalOf(RECEIVED, [sent, got, { type: 'correction_received', on: '2026-04-13', goodCause: true }])).toBe('clock/lapsed')
    const correction = { type: 'correction_requested', on: '2026-03-05', respondBy: '2026-03-20' } as const
    expect(refusalOf(RECEIVED, [correction, { type: 'reasons_requested', on: '2026-03-23' }])).toBe('clock/lapsed')
    expect(clockOf(RECEIVED, [correction], '2026-03-23').provisional).toBe(false)
    expect(clockOf(RECEIVED, [sent, got], '2026-04-13').provisional).toBe(false)
  })
})

describe('provisional dates of a clock that stands still', () => {
  it('are marked when only the latest date lies past the edge', () => {
    const fee = [{ type: 'fee_notice_sent', on: '2026-11-05' }, { type: 'fee_notice_received', on: '2026-11-06' }] as const
    expect(clockOf('2026-11-02', fee, '2026-11-10')).toMatchObject({ ifResumedTodayDueOn: '2026-12-08', latestPossibleDueOn: '2027-01-04', provisional: true })
    expect(clockOf('2026-11-02', fee.slice(0, 1), '2026-11-10')).toMatchObject({ ifResumedTodayDueOn: '2026-12-08', latestPossibleDueOn: null, provisional: false })
    expect(clockOf('2026-12-20', [{ type: 'replied', on: '2026-12-22' }])).toMatchObject({ dueOn: '2027-01-18', provisional: true })
    expect(clockOf('2026-12-20', [{ type: 'withdrawn', on: '2026-12-22' }]).provisional).toBe(true)
  })
})

describe('order of events', () => {
  it('an event before receipt or before an earlier event is refused', () => {
    expect(refusalOf(RECEIVED, [{ type: 'withdrawn', on: '2026-03-01' }])).toBe('clock/out-of-order')
    expect(refusalOf(RECEIVED, [{ type: 'reasons_requested', on: '2026-03-10' }, { type: 'withdrawn', on: '2026-03-09' }])).toBe('clock/out-of-order')
    expect(refusalOf(RECEIVED, [{ type: 'reasons_requested', on: '2026-03-10' }, { type: 'withdrawn', on: '2026-03-10' }])).toBeNull()
    expect(refusalOf(RECEIVED, [{ type: 'replied', on: RECEIVED }])).toBeNull()
  })

  it('dates more than forty years away are refused, and no table is endless', () => {
    expect(refusalOf('2200-01-01', [])).toBe('law/too-far')
    expect(clockOf('2199-12-31')).toMatchObject({ provisional: true })
    expect(refusalOf(RECEIVED, [], '2066-03-03')).toBe('clock/too-far')
    expect(refusalOf(RECEIVED, [{ type: 'replied', on: '2066-03-03' }], '2026-03-02')).toBe('clock/too-far')
    expect(refusalOf(RECEIVED, [{ type: 'correction_requested', on: '2026-03-05', respondBy: '9999-12-31' }])).toBe('clock/too-far')
    expect(refusalOf(RECEIVED, [{ type: 'deferred', on: '2026-03-05', until: '9999-12-31' }])).toBe('clock/too-far')
    expect(refusalOf(RECEIVED, [{ type: 'consultation_started', id: 'a', kind: 'third_party', on: '2026-03-05', servedOn: '9999-12-31' }])).toBe('clock/too-far')
    expect(clockOf(RECEIVED, [], '2066-03-02')).toMatchObject({ overdue: true })
    expect(clockOf(RECEIVED, [], '2030-03-02').days.at(-1)?.date).toBe('2027-03-31')
    expect(clockOf(RECEIVED, [{ type: 'deferred', on: '2026-03-05', until: '2046-03-02' }])).toMatchObject({ dueOn: '2046-03-02', days: { length: 1500 } })
  })

  it('nothing is computed before the Regulation (law/not-in-force)', () => {
    expect(fold('2008-04-30', [])).toEqual({
      ok: false,
      refusal: {
        code: 'law/not-in-force',
        message: '条例自2008年5月1日起施行，2008年4月30日还没有可以适用的规定',
        cite: { instrument: '492', article: 38 },
      },
    })
  })
})
