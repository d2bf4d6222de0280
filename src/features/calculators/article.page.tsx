/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { statuteOf } from '#law/article-text.ts'
import { chineseNumeral } from '#law/chinese-numeral.ts'
import { art, formatCitation, INSTRUMENTS, type Instrument } from '#law/citation.ts'
import type { StatuteParagraph } from '#law/statute-text.ts'

export interface ArticleView {
  readonly instrument: Instrument
  readonly article: number
  readonly paragraphs: readonly StatuteParagraph[]
  /** Numbers of the articles at hand before and after; null at either end. */
  readonly before: number | null
  readonly after: number | null
}

/** An article whose text is at hand, or null. */
export function articleView(instrument: string, number: string): ArticleView | null {
  if (!Object.hasOwn(INSTRUMENTS, instrument) || !/^[1-9]\d{0,2}$/.test(number)) return null
  const statute = statuteOf(instrument as Instrument)
  const article = Number(number)
  const paragraphs = statute?.get(article)
  if (!statute || !paragraphs) return null
  const numbers = [...statute.keys()]
  const at = numbers.indexOf(article)
  return { instrument: instrument as Instrument, article, paragraphs, before: numbers[at - 1] ?? null, after: numbers[at + 1] ?? null }
}

/** One article, as published; paragraphs have addresses of their own. */
export function ArticlePage({ instrument, article, paragraphs, before, after }: ArticleView) {
  const { name, number } = INSTRUMENTS[instrument]
  return (
    <div>
      <h1>{formatCitation(art(instrument, article), 'portal')}</h1>
      <p class="zx-lede">《{name.replace(/（.*）$/, '')}》{number !== '' && `（${number}）`}</p>
      <div class="zx-statute-page">
        {paragraphs.map(({ text, items }, index) => (
          <div id={`p${index + 1}`}>
            {paragraphs.length > 1 && <p class="zx-meta">第{chineseNumeral(index + 1)}款</p>}
            <p>{text}</p>
            {items.map((item) => <p class="zx-statute-item">{item}</p>)}
          </div>
        ))}
      </div>
      <nav class="zx-links zx-statute-nav no-print" aria-label="前后条文">
        {before !== null && <a href={`/articles/${instrument}/${before}`} rel="prev">{place(instrument, before)}</a>}
        {after !== null && <a href={`/articles/${instrument}/${after}`} rel="next">{place(instrument, after)}</a>}
      </nav>
    </div>
  )
}

function place(instrument: Instrument, article: number): string {
  return formatCitation(art(instrument, article), 'portal')
}
