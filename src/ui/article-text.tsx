/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { articleText } from '#law/article-text.ts'
import { formatCitation, type Citation } from '#law/citation.ts'
import { Article } from './cite.tsx'
import { articleHref } from './article-link.tsx'

/** How a citation is written on the workbench and on the portal. */
interface ArticleTextProps {
  readonly of: Citation | null | undefined
  readonly form?: 'short' | 'full'
}

/** A citation that opens to the words of the law, without script. Where the text is not at hand it stays a plain citation. */
export function ArticleText({ of, form = 'short' }: ArticleTextProps) {
  if (!of) return null
  const name = formatCitation(of, form === 'short' ? 'short' : 'portal')
  const lines = articleText(of)
  const href = articleHref(of)
  if (lines === null || href === null) return <Article>{name}</Article>
  return (
    <details class="zx-statute">
      <summary><span class="zx-article">{name}</span></summary>
      <blockquote cite={href}>
        {lines.map((line) => <p>{line}</p>)}
        <p class="no-print"><a href={href} target="_blank" rel="noopener">看全条（新窗口）</a></p>
      </blockquote>
    </details>
  )
}
