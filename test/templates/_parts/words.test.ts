import { describe, expect, it } from 'vitest'
import { chineseDate, sentence, undatedMonth, you } from '#templates/_parts/words.ts'

describe('words of letters', () => {
  it('writes dates in full without leading noughts (7.3.5.4)', () => {
    expect(chineseDate('2026-09-05')).toBe('2026年9月5日')
    expect(chineseDate('2026-11-20')).toBe('2026年11月20日')
  })

  it('leaves the day open before the letter is signed', () => {
    expect(undatedMonth('2026-11-02')).toBe('2026年11月　日')
  })

  it.each([
    ['公开三份材料', '公开三份材料。'],
    ['公开三份材料。', '公开三份材料。'],
    ['公开三份材料，', '公开三份材料。'],
    ['见附件（共三份）', '见附件（共三份）。'],
    ['他说“可以。”', '他说“可以。”'],
    ['', ''],
  ])('ends %s as one sentence', (text, expected) => expect(sentence(text)).toBe(expected))

  it('speaks to organizations as 你单位', () => {
    expect([you('person'), you('organization')]).toEqual(['你', '你单位'])
  })
})
