/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest'
import { art } from '#law/citation.ts'
import { articleHref } from '#ui/article-link.tsx'
import { ArticleText } from '#ui/article-text.tsx'
import { Cite } from '#ui/cite.tsx'
import { Working } from '#ui/clock/index.ts'
import { civilDate } from '#law/civil-date.ts'

const EXTENSION = '需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日。'

describe('a citation', () => {
  it('is a link to its article, and pointing at it shows the words of the paragraph', () => {
    const html = String(<Cite of={art('711', 33, 2)} />)
    expect(html).toMatch(/<a href="\/articles\/711\/33#p2" title="[^"]*"[^>]*>33条第二款<\/a>/)
    expect(/title="([^"]*)"/.exec(html)?.[1]).toContain(EXTENSION)
    expect(html).not.toContain('所需时间不计算')
  })

  it('names each instrument once, each place with its own link', () => {
    const html = String(<Cite of={[art('711', 30), art('711', 33, 3), art('109', 6)]} form="full" />)
    expect(html.replace(/<[^>]+>/g, '')).toBe('条例第三十条、第三十三条第三款、信息处理费管理办法第六条')
    expect(html.match(/<a /g)).toHaveLength(2)
  })

  it('of an instrument whose text is not at hand is no link (109号, 492号)', () => {
    for (const cite of [art('109', 4), art('492', 24, 2), art('711', 99)]) {
      expect(articleHref(cite)).toBeNull()
      expect(String(<Cite of={cite} />)).not.toContain('<a')
      expect(String(<ArticleText of={cite} />)).not.toContain('<details')
    }
  })

  it('cuts a long article in the tip', () => {
    expect(/title="([^"]*)"/.exec(String(<Cite of={art('711', 20)} />))?.[1]).toContain('……')
  })
})

describe('an article that opens', () => {
  it('holds the words of the item that is cited, and the way to the whole', () => {
    const html = String(<ArticleText of={art('711', 31, undefined, 3)} form="full" />)
    expect(html).toMatch(/^<details class="zx-statute"><summary>.*条例第三十一条第三项/)
    expect(html).toContain('以双方确认之日为收到申请之日')
    expect(html).not.toContain('以提交之日为收到申请之日')
    expect(html).toContain('href="/articles/711/31"')
  })

  it('stands behind every step of a working', () => {
    const steps = [{ on: civilDate('2026-10-20'), text: '10月20日（周二）延长10个工作日', cite: art('711', 33, 2) }, { on: civilDate('2026-10-21'), text: '申请人撤回申请', cite: null }]
    const html = String(<Working steps={steps} />)
    expect(html.match(/<details/g)).toHaveLength(1)
    expect(html).toContain(EXTENSION)
  })

  it('is nothing without a citation', () => {
    expect(String(<ArticleText of={null} />)).toBe('')
  })
})
