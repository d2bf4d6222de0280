import { describe, expect, it } from 'vitest'
import { art } from '#law/citation.ts'
import { entryAt, parameter, valueAt } from '#law/parameter.ts'
import { day } from './given.ts'

const cite = art('711', 33, 2)
const values = [
  { from: day('2008-05-01'), value: 15, cite: art('492', 24, 2) },
  { from: day('2019-05-15'), value: 20, cite },
  { from: day('2030-01-01'), value: null, cite },
]
const limit = parameter({ name: '答复期限', unit: '个工作日', reviewedOn: day('2026-11-21'), values })

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
