import { describe, expect, it } from 'vitest'
import { articleText, statuteOf } from '#law/article-text.ts'
import { art } from '#law/citation.ts'
import { parseStatute } from '#law/statute-text.ts'

describe('the text of an article', () => {
  it('is the whole article, a paragraph, or an item', () => {
    expect(articleText(art('711', 33))).toHaveLength(3)
    expect(articleText(art('711', 33, 1))).toEqual(['行政机关收到政府信息公开申请，能够当场答复的，应当当场予以答复。'])
    expect(articleText(art('711', 36, undefined, 4))).toEqual(['(四)经检索没有所申请公开信息的，告知申请人该政府信息不存在；'])
    expect(articleText(art('711', 29, 2))).toHaveLength(4)
    expect(articleText(art('reconsideration', 23, 1, 4))).toEqual(['（四）申请政府信息公开，行政机关不予公开；'])
    expect(articleText(art('litigation', 46, 1))?.[0]).toContain('六个月内提出')
    expect(articleText(art('holidays', 6))?.[0]).toContain('应当在工作日补假')
  })

  it('is null where the text is not at hand or there is no such place', () => {
    expect(articleText(art('492', 24, 2))).toBeNull()
    expect(articleText(art('711', 57))).toBeNull()
    expect(articleText(art('711', 33, 4))).toBeNull()
    expect(articleText(art('711', 36, undefined, 8))).toBeNull()
  })

  it('holds all 56 articles of the Regulation', () => {
    expect([...(statuteOf('711')?.keys() ?? [])]).toEqual(Array.from({ length: 56 }, (_, index) => index + 1))
  })

  it('keeps a paragraph that follows items as a paragraph of its own (50条)', () => {
    expect(statuteOf('711')?.get(50)?.map(({ items }) => items.length)).toEqual([5, 0])
  })

  it('cannot be read from lines that belong to no article', () => {
    expect(() => parseStatute('为了保障公民')).toThrow(RangeError)
  })
})
