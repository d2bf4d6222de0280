import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_PARTS, proposeParts } from '#features/split/propose-parts.ts'

describe('the parts that a description seems to have (一事一申请)', () => {
  it.each([
    ['申请公开路口自动记录系统的：1. 设置和启用时间；2. 验收报告；3. 最近一次检定证书。', ['申请公开路口自动记录系统的：设置和启用时间', '申请公开路口自动记录系统的：验收报告', '申请公开路口自动记录系统的：最近一次检定证书。']],
    ['一、岗亭位置\n二、值守时间', ['岗亭位置', '值守时间']],
    ['请公开：（一）合同；（二）补充协议；（三）验收材料', ['请公开：合同', '请公开：补充协议', '请公开：验收材料']],
    ['公开①甲路监控；②乙路监控', ['公开甲路监控', '公开乙路监控']],
    ['(1)办理指南 (2)材料清单', ['办理指南', '材料清单']],
    ['甲路监控点位\n\n乙路监控点位\n', ['甲路监控点位', '乙路监控点位']],
    ['请公开下列信息：\n合同\n协议', ['请公开下列信息：合同', '请公开下列信息：协议']],
    ['养犬登记数；限行论证报告；停车规划', ['养犬登记数', '限行论证报告', '停车规划']],
    ['请公开2025年的：采购合同；验收报告', ['请公开2025年的：采购合同', '请公开2025年的：验收报告']],
    ['一、合同：1. 正本；2. 附件\n二、验收报告', ['合同：1. 正本；2. 附件', '验收报告']],
  ])('of %j', (description, parts) => {
    expect(proposeParts(description)).toEqual(parts)
  })

  it.each(['申请公开2026年1月至3.5月的统计表', '申请公开第2.1节和第2.2节', '请公开1.5万元以上的采购合同', '申请公开10、20两路公交的时刻表', '申请公开治安岗亭位置'])('is one for %j', (description) => {
    expect(proposeParts(description)).toEqual([description])
  })

  it('holds every item that was written, in its order, whatever the numbering', () => {
    const item = fc.stringMatching(/^[滨河路监控合同报告]{2,12}$/)
    const marks = [(n: number) => `${n}. `, (n: number) => `（${'一二三四五六七八九'[n - 1]}）`, (n: number) => `\n${'一二三四五六七八九'[n - 1]}、`, (n: number) => String.fromCodePoint(0x2460 + n - 1)]
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 9 }), fc.constantFrom(...marks), fc.constantFrom('', '请公开：'), (items, mark, lead) => {
        const parts = proposeParts(lead + items.map((text, index) => `${mark(index + 1)}${text}；`).join(''))
        expect(parts).toEqual(items.map((text) => lead + text))
      }),
    )
  })

  it('loses no word of any text', () => {
    const words = (text: string) => text.replace(/[\s；;，,、]|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十]+[）)]|[①-⑳]|\d+[.．、)]|第[一二三四五六七八九十]+[项，,：:]/gu, '')
    fc.assert(
      fc.property(fc.array(fc.constantFrom('监控', '合同', '；', '\n', '：', '1.', '2.', '3、', '一、', '二、', '（1）', '（2）', '。', '2025年', '，', ' '), { minLength: 1, maxLength: 30 }), (pieces) => {
        const description = pieces.join('')
        const parts = proposeParts(description)
        const all = words(parts.join(''))
        for (const piece of new Set(pieces)) if (words(piece) !== '') expect(all.split(words(piece)).length).toBeGreaterThanOrEqual(words(description).split(words(piece)).length)
      }),
    )
  })

  it('is never more than can be registered; the last takes the rest', () => {
    const parts = proposeParts(Array.from({ length: 30 }, (_, index) => `第${index}路监控`).join('\n'))
    expect(parts).toHaveLength(MOST_PARTS)
    for (let index = 0; index < 30; index += 1) expect(parts.join('')).toContain(`第${index}路监控`)
  })
})
