import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked, nameOf, personalNumbers, withoutPersonalNumbers } from '#features/intake/apply-warning.ts'
import { INFORMATION } from '../../case/wording/sentences.ts'

const kinds = (text: string) => personalNumbers(text).map(({ kind }) => kind)

/** Completes a card number with its check digit. */
function card(body: string): string {
  return body + [...'0123456789'].find((check) => kinds(`卡${body}${check}`)[0] === '银行卡号')!
}

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
    ['编号6222000019000101000912', undefined],
    ['000000199913010009，第13个月不是生日', undefined],
    [`退到${card('622200000000000000')}`, '银行卡号'],
    [`卡号 ${card('622200000000000').replace(/(.{4})/g, '$1 ')}`, '银行卡号'],
    ['案件编号6222000000000000001', undefined],
    ['我的电话：0000-66281201', '电话号码'],
    ['联系电话66281201', '电话号码'],
    ['贵局咨询电话0000-66281201的通话记录', undefined],
    ['护照号E00000000', '护照号码'],
    ['贵局2024年签发的E护照数量', undefined],
    ['回复到 a.b@example.com', '电子邮箱'],
    ['ａ＠example．com', '电子邮箱'],
    ['我住在示例市滨河区江北大道8号3单元501室，楼下', '住址'],
    ['家庭住址：示例市东湖区环湖路73号205室', '住址'],
    ['户籍地址是示例市示例村12组', '住址'],
    ['示例市安定路8号一楼3号窗口的监控', undefined],
    ['江北大道66号改造项目的批复', undefined],
    ['某公司住所示例路1号的登记材料', undefined],
    ['12号楼消防检查情况', undefined],
  ])('%s → %s', (text, kind) => {
    expect(kinds(text)[0]).toBe(kind)
  })

  it('finds nothing in real requests', () => {
    const cases = JSON.parse(readFileSync(new URL('../../law/golden/published-cases.json', import.meta.url), 'utf8')) as { subject: string; matter: string }[]
    const texts = [...INFORMATION, ...cases.flatMap(({ subject, matter }) => [subject, matter])]
    expect(texts.filter((text) => kinds(text).length > 0)).toEqual([])
  })

  it('counts an identity number once, though eleven of its figures look like a mobile number', () => {
    expect(kinds('000013190001010009')).toEqual(['身份证号码'])
  })

  it('names the line and shows no more than four signs', () => {
    const [found] = personalNumbers('第一行\n第二行\n号码000000190001010009')
    expect(found?.line).toBe(3)
    expect(masked(found!)).toBe('00** **** **** **** 09')
    expect(masked(personalNumbers('我住在示例市滨河区江北大道8号')[0]!)).toMatch(/^示例\*+8号$/)
  })

  it('takes out what was found and nothing else', () => {
    expect(withoutPersonalNumbers('我的身份证号000000190001010009，电话１３８００００００００。第2行')).toBe('我的身份证号，电话。第2行')
    expect(withoutPersonalNumbers('我住在示例路8号2单元，请公开\n信箱a@example.com')).toBe('我住在，请公开\n信箱')
  })

  it('asks again when another number appears', () => {
    expect(nameOf(personalNumbers('13800000000'))).not.toBe(nameOf(personalNumbers('13800000000 13900000000')))
  })

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('000000190001010009', '13800000000', '6222000000000000008', 'a@example.com', '我住在', '示例路8号', '联系电话', '66281201', '护照E00000000', '１', ' ', '\n', '，'),
  )

  it('leaves nothing to warn of, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        let text = pieces.join('')
        for (let round = 0; round < 9 && personalNumbers(text).length > 0; round += 1) text = withoutPersonalNumbers(text)
        return personalNumbers(text).length === 0
      }),
    )
  })

  it('places never overlap, stand in the order of the text, and taking them out takes exactly them', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        const found = personalNumbers(text)
        const lines = found.map(({ line }) => line)
        expect(lines).toEqual(lines.toSorted((a, b) => a - b))
        expect(withoutPersonalNumbers(text).length).toBe(text.length - found.reduce((sum, one) => sum + one.text.length, 0))
      }),
    )
  })

  it('finds every identity number that stands alone, however it is grouped', () => {
    const year = fc.integer({ min: 1900, max: 2026 })
    const tail = fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0'))
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), tail, fc.constantFrom('X', 'x', '0', '7'), fc.constantFrom('', ' ', '-'), (y, m, d, order, check, blank) => {
        const number = ['000000', `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`, `${order}${check}`].join(blank)
        expect(kinds(`号码${number}，请公开`)).toEqual(['身份证号码'])
      }),
    )
  })

  it('is quick with a long text of digits', () => {
    expect(personalNumbers('1 2-3'.repeat(4000)).length + personalNumbers(`我住在${'示例'.repeat(2000)}`).length + personalNumbers('a.'.repeat(3000)).length).toBe(0)
  })
})
