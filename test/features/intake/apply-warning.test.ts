import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked, nameOf, personalNumbers, withoutPersonalNumbers } from '#features/intake/apply-warning.ts'

const kinds = (text: string) => personalNumbers(text).map(({ kind }) => kind)

describe('numbers in a description', () => {
  it.each([
    ['我的身份证号000000190001010009，被处罚过', '身份证号码'],
    ['000000 19000101 000X', '身份证号码'],
    ['０００００００００００', undefined],
    ['００００００１９０００１０１０００９', '身份证号码'],
    ['电话13800000000', '手机号码'],
    ['138 0000 0000', '手机号码'],
    ['文号示例公交〔2025〕12号', undefined],
    ['2025年8月至2026年3月，共18处', undefined],
    ['银行账号6222000019000101000912', undefined],
    ['000000199913010009，第13个月不是生日', undefined],
  ])('%s → %s', (text, kind) => {
    expect(kinds(text)[0]).toBe(kind)
  })

  it('counts an identity number once, though eleven of its figures look like a mobile number', () => {
    expect(kinds('000013190001010009')).toEqual(['身份证号码'])
  })

  it('names the line and shows no more than four figures', () => {
    const [found] = personalNumbers('第一行\n第二行\n号码000000190001010009')
    expect(found?.line).toBe(3)
    expect(masked(found!)).toBe('00** **** **** **** 09')
  })

  it('takes out the numbers and nothing else', () => {
    expect(withoutPersonalNumbers('我的身份证号000000190001010009，电话１３８００００００００。第2行')).toBe('我的身份证号，电话。第2行')
  })

  it('asks again when another number appears', () => {
    expect(nameOf(personalNumbers('13800000000'))).not.toBe(nameOf(personalNumbers('13800000000 13900000000')))
  })

  it('leaves nothing to warn of, whatever the text', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('000000190001010009', '13800000000', '１', ' ', '\n', '，'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        let text = pieces.join('')
        for (let round = 0; round < 9 && personalNumbers(text).length > 0; round += 1) text = withoutPersonalNumbers(text)
        return personalNumbers(text).length === 0
      }),
    )
  })
})
