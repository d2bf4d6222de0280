import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate } from '#templates/_parts/paginate.ts'
import type { Row } from '#templates/_parts/rows.ts'

const row = (kind: Row['kind'], lines = 1): Row => ({ kind, lines, texts: [] })
const letter = (text: number, after = 0): Row[] => [
  ...Array.from({ length: text }, () => row('text')),
  row('blank'),
  row('signature', 2),
  ...Array.from({ length: after }, () => row('text')),
]
const kinds = (pages: Row[][]): string[] => pages.map((p) => p.map((r) => r.kind[0]).join(''))

describe('filling pages', () => {
  it('keeps a letter that fits on one page', () => {
    expect(kinds(paginate(letter(12), 15, 22))).toEqual(['ttttttttttttbs'])
  })

  it('takes two rows of text along when the signature does not fit any more (7.3.5.5)', () => {
    expect(kinds(paginate(letter(14), 15, 22))).toEqual(['tttttttttttt', 'ttbs'])
  })

  it('does not begin a page with a blank row', () => {
    const rows = [...Array.from({ length: 5 }, () => row('text')), row('blank'), row('text')]
    expect(kinds(paginate(rows, 5, 22))).toEqual(['ttttt', 't'])
  })

  it('keeps a short note below the date on its page', () => {
    expect(kinds(paginate(letter(11, 2), 15, 22))).toEqual(['ttttttttt', 'ttbstt'])
  })

  it('loses no row, overfills no page, and never leaves the signature without two rows of text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 0, max: 3 }), (text, after) => {
        const pages = paginate(letter(text, after), 15, 22)
        const kept = pages.flat().filter((r) => r.kind !== 'blank').length
        expect(kept).toBe(text + after + 1)
        pages.forEach((p, i) => {
          expect(p.reduce((sum, r) => sum + r.lines, 0)).toBeLessThanOrEqual(i === 0 ? 15 : 22)
        })
        const signed = pages.find((p) => p.some((r) => r.kind === 'signature'))!
        const at = signed.findIndex((r) => r.kind === 'signature')
        expect(signed.slice(0, at).filter((r) => r.kind === 'text').length).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})
