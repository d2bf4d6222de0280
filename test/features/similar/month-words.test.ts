import { expect, it } from 'vitest'
import { monthRule } from '#features/similar/month-words.ts'
import { civilDate } from '#law/civil-date.ts'

const today = civilDate('2026-11-21')
const rule = (ordinal: number, receivedOn = '2026-11-20') => monthRule(civilDate(receivedOn), ordinal, today)

it.each([
  [1, 0, '11月第1件；10件以内不收信息处理费'],
  [10, 0, '11月第10件；10件以内不收信息处理费'],
  [11, 100_00, '11月第11件；按件计收时，这一件100元；收不收由本机关决定'],
  [30, 100_00, '11月第30件；按件计收时，这一件100元；收不收由本机关决定'],
  [31, 200_00, '11月第31件；按件计收时，这一件200元；收不收由本机关决定'],
  [41, 300_00, '11月第41件；按件计收时，这一件300元；收不收由本机关决定'],
])('case %i of the month costs %i fen by case (109号第四条)', (ordinal, amountFen, text) => {
  expect(rule(ordinal)).toMatchObject({ amountFen, text, cite: { instrument: '109', article: 4 } })
})

it('names the year of a month of another year, and knows no fee before 2021', () => {
  expect(rule(2, '2025-12-31').month).toBe('2025年12月')
  expect(rule(12, '2020-12-31')).toMatchObject({ amountFen: null, text: expect.stringContaining('2020年12月第12件；信息处理费自2021年1月1日起才有规定') })
})
