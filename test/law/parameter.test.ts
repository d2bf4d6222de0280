import { describe, expect, it } from 'vitest'
import { art, formatCitation } from '#law/citation.ts'
import { CORRECTION_NOTICE_LIMIT } from '#law/disclosure-regulation/art30-correction.ts'
import { OPINION_LIMIT } from '#law/disclosure-regulation/art32-consultation.ts'
import { ANSWER_LIMIT, EXTENSION_LIMIT } from '#law/disclosure-regulation/art33-time-limit.ts'
import { entryAt, parameter, valueAt } from '#law/parameter.ts'
import { PAYMENT_LIMIT } from '#law/processing-fee-measures/art6-payment.ts'
import { LITIGATION_LIMIT, RECONSIDERATION_FIRST, RECONSIDERATION_LIMIT, SUIT_AFTER_RECONSIDERATION_LIMIT } from '#law/remedies/remedy-parameters.ts'
import { day } from './given.ts'

const cite = art('711', 33, 2)
const values = [
  { from: day('2008-05-01'), value: 15, cite: art('492', 24, 2) },
  { from: day('2019-05-15'), value: 20, cite },
  { from: day('2030-01-01'), value: null, cite },
]
const limit = parameter({ name: '答复期限', unit: '个工作日', reviewedOn: day('2026-11-21'), values })

describe('the parameters of the library', () => {
  it('have these values from these days, by these articles', () => {
    const table = [ANSWER_LIMIT, EXTENSION_LIMIT, CORRECTION_NOTICE_LIMIT, OPINION_LIMIT, PAYMENT_LIMIT, RECONSIDERATION_LIMIT, LITIGATION_LIMIT, SUIT_AFTER_RECONSIDERATION_LIMIT, RECONSIDERATION_FIRST]
    expect(table.map(({ name, unit, values: each }) => [name, unit, ...each.map(({ from, value, cite: at }) => `${from} ${value} ${formatCitation(at, 'short')}`)])).toEqual([
      ['答复期限', '个工作日', '2008-05-01 15 2007年条例24条第二款', '2019-05-15 20 33条第二款'],
      ['延长期限上限', '个工作日', '2008-05-01 15 2007年条例24条第二款', '2019-05-15 20 33条第二款'],
      ['补正告知期限', '个工作日', '2008-05-01 null 2007年条例21条第四项', '2019-05-15 7 30条'],
      ['征求意见期限', '个工作日', '2008-05-01 15 2007年条例23条', '2019-05-15 15 32条'],
      ['缴费期限', '个工作日', '2021-01-01 20 109号6条'],
      ['申请行政复议的期限', '日', '2008-05-01 60 行政复议法20条第一款'],
      ['直接提起行政诉讼的期限', '个月', '2008-05-01 6 行政诉讼法46条第一款'],
      ['不服复议决定提起行政诉讼的期限', '日', '2008-05-01 15 行政诉讼法45条'],
      ['不予公开先复议', '是否', '2008-05-01 false 行政复议法23条第一款第四项', '2024-01-01 true 行政复议法23条第一款第四项'],
    ])
    expect(table.every(({ reviewedOn }) => reviewedOn >= '2026-11-21')).toBe(true)
  })
})

describe('a dated parameter', () => {
  it('holds each value from its first day until the day before the next', () => {
    expect(['2008-05-01', '2019-05-14', '2019-05-15', '2029-12-31'].map((date) => valueAt(limit, day(date)))).toEqual([15, 15, 20, 20])
    expect(entryAt(limit, day('2019-05-14'))?.cite).toEqual(art('492', 24, 2))
  })

  it('throws before its first value and after its repeal', () => {
    expect(() => valueAt(limit, day('2008-04-30'))).toThrow(RangeError)
    expect(() => valueAt(limit, day('2030-01-01'))).toThrow(RangeError)
    expect(entryAt(limit, day('2008-04-30'))).toBeNull()
    expect(entryAt(limit, day('2030-01-01'))).toBeNull()
  })

  it('cannot be declared with two values of one day, or out of order', () => {
    const twice = { name: 'x', unit: '日', reviewedOn: day('2026-11-21'), values: [values[0]!, values[0]!] }
    expect(() => parameter(twice)).toThrow(RangeError)
    expect(() => parameter({ ...twice, values: [values[1]!, values[0]!] })).toThrow(RangeError)
  })
})
