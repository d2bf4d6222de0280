import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeFor, type Fee, type FeeInput } from '#law/processing-fee-measures/fee.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { day } from '../given.ts'

const ON = day('2026-03-02')
const fee = (input: FeeInput): Fee => {
  const found = feeFor(input)
  if (!found.ok) throw new Error(found.refusal.code)
  return found
}
const pages = (n: number) => fee({ basis: 'per_page', receivedOn: ON, pages: n }).amountFen
const cases = (ordinalInMonth: number, n = 1) => fee({ basis: 'per_case', receivedOn: ON, ordinalInMonth, cases: n }).amountFen

describe('按量计收 (109号5条)', () => {
  it.each([
    [0, 0], [30, 0], [31, 10], [100, 700], [101, 720], [200, 2700], [201, 2740], [1500, 54_700], [2219, 83_460], [3182, 121_980], [4000, 154_700],
  ])('%i页 costs %i元', (n, yuan) => {
    expect(pages(n)).toBe(yuan * 100)
  })

  it('is made of the tiers it passes', () => {
    expect(fee({ basis: 'per_page', receivedOn: ON, pages: 1500 })).toEqual({
      ok: true,
      amountFen: 5_470_000,
      parts: [
        { from: 1, to: 30, unitFen: 0, amountFen: 0 },
        { from: 31, to: 100, unitFen: 1000, amountFen: 70_000 },
        { from: 101, to: 200, unitFen: 2000, amountFen: 200_000 },
        { from: 201, to: 1500, unitFen: 4000, amountFen: 5_200_000 },
      ],
      working: [
        { on: ON, text: '第1至30页，不收费', cite: { instrument: '109', article: 5 } },
        { on: ON, text: '第31至100页，每页10元，70页700元', cite: { instrument: '109', article: 5 } },
        { on: ON, text: '第101至200页，每页20元，100页2,000元', cite: { instrument: '109', article: 5 } },
        { on: ON, text: '第201至1500页，每页40元，1300页52,000元', cite: { instrument: '109', article: 5 } },
        { on: ON, text: '3月2日（周一）收到的申请，信息处理费一共54,700元', cite: { instrument: '109', article: 5 } },
      ],
    })
  })

  it('agrees with the formula of law.md §12.5, never falls, and rises by one page price at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), (p) => {
        const yuan = 10 * Math.min(Math.max(p - 30, 0), 70) + 20 * Math.min(Math.max(p - 100, 0), 100) + 40 * Math.max(p - 200, 0)
        expect(pages(p)).toBe(yuan * 100)
        expect([0, 1000, 2000, 4000]).toContain(pages(p + 1) - pages(p))
      }),
    )
  })
})

describe('按件计收 (109号4条)', () => {
  it.each([
    [1, 0], [10, 0], [11, 100], [30, 100], [31, 200], [40, 200], [41, 300], [50, 300], [51, 400], [100, 800], [101, 900],
  ])('the %ith case of the month costs %i元', (ordinal, yuan) => {
    expect(cases(ordinal)).toBe(yuan * 100)
  })

  it('a split application counts each part, across the tiers', () => {
    expect(cases(1, 50)).toBe((20 * 100 + 10 * 200 + 10 * 300) * 100)
    const nine = fee({ basis: 'per_case', receivedOn: ON, ordinalInMonth: 9, cases: 3 })
    expect(nine.parts).toEqual([
      { from: 9, to: 10, unitFen: 0, amountFen: 0 },
      { from: 11, to: 11, unitFen: 10_000, amountFen: 10_000 },
    ])
    expect(nine.working[1]?.text).toBe('本月第11件，每件100元，1件100元')
    expect(nine.working[0]?.cite).toEqual({ instrument: '109', article: 4 })
  })

  it('agrees with the formula of law.md §12.5, and charging together is charging one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 }), (k, n) => {
        const yuan = k <= 10 ? 0 : k <= 30 ? 100 : 100 * (1 + Math.ceil((k - 30) / 10))
        expect(cases(k)).toBe(yuan * 100)
        expect(cases(k, n)).toBe(Array.from({ length: n }, (_, index) => cases(k + index)).reduce((sum, fen) => sum + fen, 0))
        expect(cases(k) <= cases(k + 1)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('whether there is a fee', () => {
  it('none for an application received before 2021-01-01', () => {
    expect(feeFor({ basis: 'per_page', receivedOn: day('2020-12-31'), pages: 500 })).toEqual({
      ok: false,
      refusal: { code: 'fee/not-in-force', message: '信息处理费自2021年1月1日起才有规定，2020年12月31日收到的申请不收费', cite: { instrument: '109', article: 12 } },
    })
    expect(feeFor({ basis: 'per_page', receivedOn: day('2021-01-01'), pages: 31 })).toMatchObject({ ok: true, amountFen: 1000 })
  })

  it.each<[FeeInput, string]>([
    [{ basis: 'per_case', receivedOn: ON, ordinalInMonth: 0 }, 'fee/bad-ordinal'],
    [{ basis: 'per_case', receivedOn: ON, ordinalInMonth: 1.5 }, 'fee/bad-ordinal'],
    [{ basis: 'per_case', receivedOn: ON, ordinalInMonth: 1, cases: 0 }, 'fee/bad-count'],
    [{ basis: 'per_page', receivedOn: ON, pages: -1 }, 'fee/bad-pages'],
    [{ basis: 'per_page', receivedOn: ON, pages: 1_000_001 }, 'fee/bad-pages'],
  ])('%j is refused', (input, code) => {
    expect(feeFor(input)).toMatchObject({ ok: false, refusal: { code, cite: { instrument: '109', article: input.basis === 'per_case' ? 4 : 5 } } })
  })

  it('the largest count that is computed', () => {
    expect(pages(1_000_000)).toBe((2700 + 999_800 * 40) * 100)
  })
})

describe('money', () => {
  it.each([[0, '0元'], [100, '1元'], [1250, '12.50元'], [5, '0.05元'], [5_470_000, '54,700元'], [123_456_789_00, '123,456,789元']])('%i fen is %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text)
  })
})

describe('the edges of what may be asked (109号 4、5条)', () => {
  const receivedOn = day('2026-11-02')
  const amount = (input: Parameters<typeof feeFor>[0]) => {
    const fee = feeFor(input)
    return fee.ok ? fee.amountFen : fee.refusal.code
  }

  it('one case is meant where no number of cases is given', () => {
    expect(amount({ basis: 'per_case', receivedOn, ordinalInMonth: 31 })).toBe(20_000)
  })

  it('the first case of a month and a single case are counts; none is not', () => {
    expect(amount({ basis: 'per_case', receivedOn, ordinalInMonth: 1, cases: 1 })).toBe(0)
    expect(amount({ basis: 'per_case', receivedOn, ordinalInMonth: 0 })).toBe('fee/bad-ordinal')
    expect(amount({ basis: 'per_case', receivedOn, ordinalInMonth: 31, cases: 1 })).toBe(20_000)
    expect(amount({ basis: 'per_case', receivedOn, ordinalInMonth: 31, cases: 0 })).toBe('fee/bad-count')
  })

  it('no page costs nothing', () => {
    expect(amount({ basis: 'per_page', receivedOn, pages: 0 })).toBe(0)
    expect(amount({ basis: 'per_page', receivedOn, pages: -1 })).toBe('fee/bad-pages')
  })
})
