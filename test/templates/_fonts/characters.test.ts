import { describe, expect, it } from 'vitest'
import { clusters, codePointName, isWide, printable } from '#templates/_fonts/characters.ts'

describe('printable text', () => {
  it('turns every kind of line end into one', () => {
    expect(printable('一\r\n二\r三\u2028四\u2029五\n六')).toBe('一\n二\n三\n四\n五\n六')
  })

  it('turns spaces of every width into a plain space and keeps the ideographic one', () => {
    expect(printable('a\u00A0b\u2003c\td\u3000e')).toBe('a b c d\u3000e')
  })

  it('drops invisible characters, so that a bidi override cannot turn a name round', () => {
    expect(printable('申\u202E请\u200B人\u2066甲\uFEFF\u00AD\u0007')).toBe('申请人甲')
  })

  it('drops variation selectors, which choose a shape of the same letter', () => {
    expect(printable('葛\u{E0100}某\uFE0F')).toBe('葛某')
  })

  it('composes a letter with its mark, and leaves compatibility ideographs of names alone', () => {
    expect(printable('e\u0301')).toBe('é')
    expect(printable('\uFA11\uF9DC')).toBe('\uFA11\uF9DC')
  })

  it('keeps a character beyond the basic plane whole', () => {
    expect(clusters('𠮷野')).toEqual(['𠮷', '野'])
    expect(clusters('m\u0300a')).toEqual(['m\u0300', 'a'])
  })
})

describe('names of characters', () => {
  it('writes the code point as people look it up', () => {
    expect(codePointName('𠮷')).toBe('U+20BB7')
    expect(codePointName('A')).toBe('U+0041')
    expect(codePointName('m\u0300')).toBe('U+006D U+0300')
    expect(codePointName('\uD842')).toBe('U+D842')
  })
})

describe('cells of the grid', () => {
  it.each(['国', '𠮷', '。', '“', '〔', '—', '…', '１'])('%s fills a cell', (c) => expect(isWide(c)).toBe(true))
  it.each(['a', '1', '-', ' ', '·', '.'])('%s does not', (c) => expect(isWide(c)).toBe(false))
})
