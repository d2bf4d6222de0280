import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createFontBook } from '#templates/_fonts/book.ts'
import { AREA, STANDARD } from '#templates/_parts/geometry.ts'
import { breakLines, type Line, widthOf } from '#templates/_parts/lines.ts'

const book = createFontBook({})
const measure = {
  size: STANDARD.size,
  first: AREA.width - 2 * STANDARD.cell,
  rest: AREA.width,
  spacing: STANDARD.spacing,
}
const ALPHABET = '甲乙丙信息公开条例abcXYZ0189 ，。、；：“”（）《》〔〕—…·-/.&?=%年月号'

beforeAll(async () => {
  await book.cover('body', `${ALPHABET}23456hpst:`, '')
})

const set = (text: string): Line[] => breakLines([{ text, role: 'body' }], measure, book)
const textOf = (line: Line): string => line.glyphs.map((g) => g.text).join('')

describe('breaking a paragraph in lines', () => {
  it('sets 28 characters on a line and 26 on the first, which is indented by two (5.2.3)', () => {
    expect(set('甲'.repeat(100)).map((l) => l.glyphs.length)).toEqual([26, 28, 28, 18])
  })

  it('brings the character before a stop down with it rather than begin a line with the stop', () => {
    const [first, second] = set(`${'甲'.repeat(25)}乙。${'丙'.repeat(3)}`)
    expect(textOf(first!)).toBe('甲'.repeat(25))
    expect(textOf(second!)).toBe('乙。丙丙丙')
  })

  it('does not cut a year', () => {
    const [first, second] = set(`${'甲'.repeat(24)}2018年`)
    expect([textOf(first!), textOf(second!)]).toEqual(['甲'.repeat(24), '2018年'])
  })

  it('cuts a Latin string without spaces at the edge of the page', () => {
    const lines = set('a'.repeat(300))
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.map(textOf).join('')).toBe('a'.repeat(300))
  })

  it('cuts a long address at its separators before it cuts it anywhere', () => {
    const lines = set(`https://${'abc/'.repeat(40)}`)
    expect(lines.slice(0, -1).every((l) => textOf(l).endsWith('/'))).toBe(true)
  })

  it('does not leave a hole where a long Latin word could go on', () => {
    const [first] = set(`${'甲'.repeat(10)}${'a'.repeat(60)}`)
    expect(first!.glyphs.length).toBeGreaterThan(20)
  })

  it('goes on when a run of stops is longer than a line', () => {
    expect(set('。'.repeat(90)).map(textOf).join('')).toBe('。'.repeat(90))
  })

  it('keeps every character in order, adds none, and no line is wider than its place', () => {
    const text = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(text, (t) => {
        const lines = set(t)
        // Blanks at the end of a line are the only thing that may go.
        expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(t.replaceAll(' ', ''))
        lines.forEach((line, i) => {
          const room = i === 0 ? measure.first : measure.rest
          const gaps = Math.max(0, line.glyphs.length - 1)
          expect(widthOf(line.glyphs, measure.spacing) - gaps * 0.22).toBeLessThanOrEqual(room + 1e-6)
        })
      }),
      { numRuns: 300 },
    )
  })
})
