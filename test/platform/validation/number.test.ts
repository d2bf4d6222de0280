import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeNumber, yuanInFen } from '#platform/validation/number.ts'

const days = wholeNumber({ label: '天数', example: 20, max: 999 })
const amount = yuanInFen({ label: '数额' })
const told = (schema: typeof days | typeof amount, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

describe('a whole number that somebody types', () => {
  it('is read from a text with blanks, and from JSON', () => {
    expect(days.parse(' 20 ')).toBe(20)
    expect(days.parse(20)).toBe(20)
  })

  it.each(['', undefined])('is asked for where there is %j', (value) => expect(told(days, value)).toBe('请填写天数，例如20'))

  it.each(['十', '2.5', '-1', '0', 0, 1000, true, null, [20]])('is refused with what is expected: %j', (value) => expect(told(days, value)).toBe('天数要填1至999的整数，例如20'))
})

describe('an amount of money that somebody types in yuan', () => {
  it.each([['54,700', 5_470_000], ['54700.5', 5_470_050], ['54，700元', 5_470_000], [0.01, 1], [700, 70_000]])('%j is %i fen', (typed, fen) => expect(amount.parse(typed)).toBe(fen))

  it.each(['一百', '1.005', '0', -1, '1e5', 1.001])('%j is no amount', (typed) => expect(told(amount, typed)).toBe('数额按元填写，最多两位小数，例如54,700'))

  it('every amount in fen comes back from its text in yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_900 }), (fen) => {
        expect(amount.parse(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)).toBe(fen)
      }),
    )
  })
})
