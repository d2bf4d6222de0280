import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countChanges, diffText, type Piece } from '#features/reply/text-diff.ts'

const words = (pieces: readonly Piece[]) => pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join('')
const before = (pieces: readonly Piece[]) => pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')
const after = (pieces: readonly Piece[]) => pieces.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')

describe('what changed between two drafts', () => {
  test.each([
    ['nothing', '经检索，没有。', '经检索，没有。', '经检索，没有。'],
    ['a word that came', '公开合同。', '公开中标合同。', '公开[+中标]合同。'],
    ['a word that went', '公开中标合同。', '公开合同。', '公开[-中标]合同。'],
    ['a word in place of another', '予以公开。', '不予公开。', '[-予以][+不予]公开。'],
    ['a number is one thing', '共31页', '共310页', '共[-31][+310]页'],
    ['all of it', '甲', '乙', '[-甲][+乙]'],
    ['the first text', '', '公开。', '[+公开。]'],
    ['the last text', '公开。', '', '[-公开。]'],
    ['a line of its own', '一\n二', '一\n三\n二', '一\n[+三\n]二'],
    ['a lonely common character belongs to the change', '值班安排表', '人员安置名单', '[-值班安排表][+人员安置名单]'],
  ])('%s', (_, one, other, expected) => {
    expect(words(diffText(one, other))).toBe(expected)
  })

  test('what went and what came at one place count once', () => {
    expect(countChanges(diffText('公开中标合同，不公开成本表。', '公开合同，不公开成本构成表。'))).toBe(2)
    expect(countChanges(diffText('相同', '相同'))).toBe(0)
    expect(countChanges(diffText('甲', '乙'))).toBe(1)
  })

  test('long texts that share nothing still come to an end, by sentences', () => {
    const long = (word: string) => Array.from({ length: 300 }, (_, index) => `${word}第${index}句，说的是${word}。`).join('')
    const pieces = diffText(`${long('甲')}相同的一句。`, `${long('乙')}相同的一句。${long('丙')}`)
    expect(after(pieces)).toBe(`${long('乙')}相同的一句。${long('丙')}`)
    expect(pieces.some(({ kind, text }) => kind === 'same' && text.includes('相同的一句。'))).toBe(true)
  })

  test('both texts can be read from it, whatever they are', () => {
    const text = fc.array(fc.constantFrom('公', '开', '不', '予', '。', '\n', '12', 'AB', '𠮷', ' '), { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const pieces = diffText(one, other)
        expect(before(pieces)).toBe(one)
        expect(after(pieces)).toBe(other)
        expect(countChanges(pieces) === 0).toBe(one === other)
      }),
    )
  })
})
