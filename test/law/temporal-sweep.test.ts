import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, type CivilDate } from '#law/civil-date.ts'
import { correctionNoticeDue } from '#law/disclosure-regulation/art30-correction.ts'
import { receiptOf } from '#law/disclosure-regulation/art31-receipt.ts'
import { opinionDue } from '#law/disclosure-regulation/art32-consultation.ts'
import { decisionKinds, groundOf } from '#law/disclosure-regulation/decision-kind.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { FEE_MEASURES_FROM, paymentDue } from '#law/processing-fee-measures/art6-payment.ts'
import { feeFor } from '#law/processing-fee-measures/fee.ts'
import { remedyFor } from '#law/remedies/remedy.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { day } from './given.ts'

const calendar = defaultCalendar()

/** The first of every month from the Regulation of 2007 to the end of the last published year. */
const MONTHS: CivilDate[] = []
for (let date = day('2008-05-01'); date <= day('2026-12-31'); date = addMonths(date, 1)) MONTHS.push(date)

describe('every public rule on the first of each month from 2008-05 to the calendar edge', () => {
  it('walks 224 months', () => {
    expect(MONTHS).toHaveLength(224)
  })

  it('the clock has a limit of 15 or 20, and a settled date some weeks later', () => {
    for (const receivedOn of MONTHS) {
      const folded = foldClock({ receivedOn, events: [], today: receivedOn, calendar })
      if (!folded.ok) throw new Error(`${receivedOn}: ${folded.refusal.code}`)
      const { quota, dueOn, provisional, correctionNoticeDueOn } = folded.clock
      expect([receivedOn, quota]).toEqual([receivedOn, receivedOn < '2019-05-15' ? 15 : 20])
      expect(provisional).toBe(false)
      const span = daysBetween(receivedOn, dueOn ?? receivedOn)
      expect([receivedOn, span >= 18 && span <= 44]).toEqual([receivedOn, true])
      expect(correctionNoticeDueOn === null).toBe(receivedOn < '2019-05-15')
    }
  })

  it('every step of the clock has its article', () => {
    for (const receivedOn of MONTHS) {
      const on = addDays(receivedOn, 3)
      const folded = foldClock({
        receivedOn,
        events: [
          { type: 'consultation_started', id: 'a', kind: 'third_party', on, servedOn: on },
          { type: 'extended', on, days: 5 },
          { type: 'consultation_ended', id: 'a', on: addDays(on, 4) },
          { type: 'correction_requested', on: addDays(on, 5), respondBy: addDays(on, 9) },
          { type: 'correction_received', on: addDays(on, 6) },
          { type: 'replied', on: addDays(on, 8) },
        ],
        today: addDays(on, 8),
        calendar,
      })
      if (!folded.ok) throw new Error(`${receivedOn}: ${folded.refusal.code}`)
      expect(folded.clock.working.map(({ cite }) => cite?.instrument)).toEqual(Array.from({ length: 7 }, () => (receivedOn < '2019-05-15' ? '492' : '711')))
      expect(folded.clock.timely).toBe(true)
    }
  })

  it('receipt, notices, opinions and payments have a date', () => {
    for (const on of MONTHS) {
      expect(receiptOf({ channel: 'in_person', arrivedOn: on, today: on })).toMatchObject({ ok: true, receivedOn: on })
      expect(correctionNoticeDue(calendar, on) === null).toBe(on < '2019-05-15')
      expect(opinionDue(calendar, on, on).date > on).toBe(true)
      expect(paymentDue(calendar, on).date > on).toBe(true)
    }
  })

  it('every decision kind of the day has a ground and a remedy', () => {
    for (const on of MONTHS) {
      const kinds = decisionKinds(on)
      expect([on, kinds.length]).toEqual([on, on < '2019-05-15' ? 12 : on < FEE_MEASURES_FROM ? 23 : 24])
      for (const { code } of kinds) {
        expect(groundOf(code, on).ok).toBe(true)
        const remedy = remedyFor({ decision: code, issuedOn: on, deliveredOn: on, lawAsOf: on, calendar })
        expect(remedy.ok && (remedy.route === 'none') === (remedy.clause === '')).toBe(true)
      }
    }
  })

  it('a fee exists from 2021 on, without a gap', () => {
    for (const receivedOn of MONTHS) {
      expect(feeFor({ basis: 'per_case', receivedOn, ordinalInMonth: 11 }).ok).toBe(receivedOn >= FEE_MEASURES_FROM)
      expect(feeFor({ basis: 'per_page', receivedOn, pages: 31 }).ok).toBe(receivedOn >= FEE_MEASURES_FROM)
    }
  })
})
