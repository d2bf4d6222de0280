/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { articleText } from '#law/article-text.ts'
import type { Citation } from '#law/citation.ts'

/** Longer texts are cut in the tip; the page has all of it. */
const MOST_IN_TIP = 240

/** Public address of the words of an article, at the paragraph cited; null where the text is not at hand. */
export function articleHref(cite: Citation): string | null {
  if (articleText(cite) === null) return null
  const place = cite.paragraph === undefined ? '' : `#p${cite.paragraph}`
  return `/articles/${cite.instrument}/${cite.article}${place}`
}

/** The name of a place as a link to its words; pointing at it shows them. Opens beside the page, so that no form is lost. */
export function ArticleLink({ of, children }: { of: Citation; children: Child }) {
  const href = articleHref(of)
  if (href === null) return <>{children}</>
  return <a href={href} title={tipOf(of)} target="_blank" rel="noopener">{children}</a>
}

function tipOf(cite: Citation): string {
  const text = (articleText(cite) ?? []).join('\n')
  return `${text.length > MOST_IN_TIP ? `${text.slice(0, MOST_IN_TIP)}……` : text}\n（点开看全条，新窗口）`
}
