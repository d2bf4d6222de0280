import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakOpportunities } from '#templates/_parts/breaks.ts'

/** The text with a bar wherever a line may end. */
function bars(text: string): string {
  let result = ''
  let from = 0
  for (const at of [...breakOpportunities(text), text.length]) {
    result += `${from > 0 ? '|' : ''}${text.slice(from, at)}`
    from = at
  }
  return result
}

describe('places where a line may end', () => {
  it.each([
    ['between Chinese characters', '信息公开', '信|息|公|开'],
    ['not before stops and closing marks (GB/T 15834 5.1.1–5.1.3)', '公开，保密。', '公|开，|保|密。'],
    ['not after opening marks', '（见附件）的', '（见|附|件）|的'],
    ['before an opening and after a closing quotation mark', '申请“某某”的', '申|请|“某|某”|的'],
    ['book titles keep their marks', '依《条例》办', '依|《条|例》|办'],
    ['a document number is one piece', '公开〔2026〕12号', '公|开|〔2026〕12号'],
    ['a year keeps its figures and its 年', '于2026年11月2日收', '于|2026年|11月|2日|收'],
    ['an article keeps its figure', '第12条第3款', '第12条|第3款'],
    ['amounts and shares', '共54,700元占12.5%', '共|54,700元|占|12.5%'],
    ['a dash is not cut and may begin a line', '某——含', '某|——|含'],
    ['a connecting dash does not begin a line', '2012—2020', '2012—|2020'],
    ['an ellipsis is not cut and does not begin a line', '等……的', '等……|的'],
    ['the point in a name does not begin a line', '买提·买提', '买|提·|买|提'],
    ['Latin words stay whole', 'public security', 'public |security'],
    ['a case number stays whole', '编号2026-0159', '编|号|2026-0159'],
    ['a character beyond the basic plane stays whole', '甲𠮀乙', '甲|𠮀|乙'],
  ])('%s', (_, text, expected) => {
    expect(bars(text)).toBe(expected)
  })

  it('never allows a line to begin with a stop or to end with an opening mark, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙a1 ，。）》”“（《〔〕—…、：；？！·-/') })
    fc.assert(
      fc.property(text, (t) => {
        for (const at of breakOpportunities(t)) {
          expect('，。）》”〕…、：；？！·').not.toContain(t[at])
          expect('“（《〔').not.toContain(t[at - 1])
        }
      }),
    )
  })
})
