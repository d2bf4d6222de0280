import { describe, expect, it } from 'vitest'
import { chineseNumeral } from '#law/chinese-numeral.ts'
import { art, formatCitation, formatCitations } from '#law/citation.ts'

describe('a citation', () => {
  it.each([
    [art('711', 33, 2), '33条第二款', '条例第三十三条第二款', '《中华人民共和国政府信息公开条例》第三十三条第二款'],
    [art('711', 31, undefined, 3), '31条第三项', '条例第三十一条第三项', '《中华人民共和国政府信息公开条例》第三十一条第三项'],
    [art('711', 30), '30条', '条例第三十条', '《中华人民共和国政府信息公开条例》第三十条'],
    [art('492', 24, 2), '2007年条例24条第二款', '2007年条例第二十四条第二款', '《中华人民共和国政府信息公开条例》（国务院令第492号）第二十四条第二款'],
    [art('109', 6), '109号6条', '信息处理费管理办法第六条', '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条'],
    [art('reconsideration', 23, 1, 4), '行政复议法23条第一款第四项', '行政复议法第二十三条第一款第四项', '《中华人民共和国行政复议法》第二十三条第一款第四项'],
    [art('litigation', 46, 1), '行政诉讼法46条第一款', '行政诉讼法第四十六条第一款', '《中华人民共和国行政诉讼法》第四十六条第一款'],
  ])('%j reads in the workbench, on the portal and in letters', (cite, short, portal, letter) => {
    expect([formatCitation(cite, 'short'), formatCitation(cite, 'portal'), formatCitation(cite, 'letter')]).toEqual([short, portal, letter])
  })

  it('several places name each instrument once', () => {
    const cites = [art('711', 37), art('711', 36, undefined, 3), art('109', 6), art('711', 51)]
    expect(formatCitations(cites, 'letter')).toBe(
      '《中华人民共和国政府信息公开条例》第三十七条、第三十六条第三项、《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条、《中华人民共和国政府信息公开条例》第五十一条',
    )
    expect(formatCitations([], 'short')).toBe('')
  })

  it('holds only the parts that were given', () => {
    expect(art('711', 30)).toEqual({ instrument: '711', article: 30 })
    expect(Object.keys(art('711', 31, undefined, 3))).toEqual(['instrument', 'article', 'item'])
  })
})

describe('Chinese numerals', () => {
  it.each([
    [1, '一'], [9, '九'], [10, '十'], [11, '十一'], [19, '十九'], [20, '二十'], [33, '三十三'], [99, '九十九'], [100, '一百'],
    [101, '一百零一'], [110, '一百一十'], [111, '一百一十一'], [205, '二百零五'], [999, '九百九十九'],
  ])('%i is %s', (n, text) => {
    expect(chineseNumeral(n)).toBe(text)
  })

  it.each([0, 1000, -1, 1.5])('%d has none', (n) => {
    expect(() => chineseNumeral(n)).toThrow(RangeError)
  })
})
