import { describe, expect, it } from 'vitest'
import { civilDate } from '#law/civil-date.ts'
import { clockSentence, clockSentenceText, nearDate } from '#ui/clock/sentence.ts'
import { AWAITING, EXTENDED, OVERDUE, PLAIN, REPLIED, TODAY } from '#test/tools/gallery/sample.ts'

describe('the sentence of the clock', () => {
  it('ends in the due date, said once', () => {
    const said = clockSentenceText(EXTENDED, TODAY)
    expect(said.match(/最晚[^，。；]*答复/gu)).toEqual(['最晚11月30日（周一）答复'])
    expect(clockSentence(PLAIN, TODAY)).toMatchObject({ date: '11月30日（周一）' })
  })

  it('keeps what lay between: the days off and the make-up day', () => {
    expect(clockSentenceText(EXTENDED, TODAY)).toMatch(/答复。其间国庆10月1日至7日放假不计，10月10日（周六）调休上班计入。$/u)
  })

  it('names each article once', () => {
    const cites = clockSentence(EXTENDED, TODAY).cites.map((cite) => JSON.stringify(cite))
    expect(new Set(cites).size).toBe(cites.length)
    expect(cites.length).toBeGreaterThan(0)
  })

  it('promises no date while the clock stands, but says what it would be', () => {
    expect(clockSentence(AWAITING, TODAY).date).toBe('')
    expect(clockSentenceText(AWAITING, TODAY)).toMatch(/如果今天收到补正，最晚2026年12月18日（周五）答复/u)
  })

  it('says the outlook itself where the working does not', () => {
    const silent = { ...AWAITING, working: [] }
    expect(clockSentenceText(silent, TODAY)).toBe('期限不走。如果今天恢复，最晚12月18日（周五）；最迟不超过12月25日（周五）。')
  })

  it('does not promise a day that has passed', () => {
    expect(clockSentenceText(OVERDUE, TODAY)).not.toMatch(/所以最晚/u)
    expect(clockSentenceText(OVERDUE, TODAY)).toContain('已过最晚答复日')
    expect(clockSentenceText(REPLIED, TODAY)).toMatch(/在期限内。$/u)
  })

  it('gives the year only when it is another one', () => {
    expect(nearDate(civilDate('2027-01-04'), TODAY)).toBe('2027年1月4日（周一）')
    expect(nearDate(civilDate('2026-12-18'), TODAY)).toBe('12月18日（周五）')
  })
})
