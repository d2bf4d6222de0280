import { describe, expect, it } from 'vitest'
import { periodText, readRoughDate, withPeriod } from '#features/intake/period.ts'
import { itemsIn } from '#features/intake/items.ts'

describe('a date as roughly as it is known', () => {
  it.each([
    ['2025-03-01', '2025-03-01', '2025-03-01', '2025年3月1日'],
    ['2025年3月1日', '2025-03-01', '2025-03-01', '2025年3月1日'],
    ['２０２５年３月', '2025-03-01', '2025-03-31', '2025年3月'],
    ['2024-2', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2025', '2025-01-01', '2025-12-31', '2025年'],
    ['2025年', '2025-01-01', '2025-12-31', '2025年'],
  ])('%s', (text, first, last, words) => {
    expect(readRoughDate(text)).toEqual({ first, last, words })
  })

  it.each(['', '去年', '2025年13月', '2025-02-30', '25年', '0001', '2025年3月1日左右'])('%j is none', (text) => {
    expect(readRoughDate(text)).toBeNull()
  })
})

describe('the period of the information', () => {
  it.each([
    [{ periodFrom: '2025-1', periodTo: '2025年6月30日' }, '信息形成时间：2025年1月至2025年6月30日'],
    [{ periodFrom: '2025', periodTo: '2025年' }, '信息形成时间：2025年'],
    [{ periodFrom: '2025' }, '信息形成时间：2025年以后'],
    [{ periodTo: '2025' }, '信息形成时间：2025年以前'],
    [{}, null],
  ])('%j', (period, text) => {
    expect(periodText(period)).toBe(text)
  })

  it('becomes part of what is asked, and of nothing else', () => {
    expect(withPeriod({ description: '验收报告', periodFrom: '2025', name: '甲' })).toEqual({ description: '验收报告\n信息形成时间：2025年以后', name: '甲' })
    expect(withPeriod({ description: '验收报告' })).toEqual({ description: '验收报告' })
  })
})

describe('several things in one application', () => {
  it.each([
    ['验收报告', 1],
    ['请公开：1. 设置和启用时间；2. 验收报告；3. 最近一次检定证书。', 3],
    ['1、审批文件\n2、收费标准', 2],
    ['（1）甲 （2）乙', 2],
    ['2.5米宽，1.8米高的限高杆', 1],
    ['2024.3.1至2025.3.1的记录', 1],
    ['第2项，第3项', 1],
    ['', 1],
  ])('%s: %i', (description, count) => {
    expect(itemsIn(description)).toBe(count)
  })
})
