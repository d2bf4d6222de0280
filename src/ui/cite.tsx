/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { citationParts, type Citation } from '#law/citation.ts'
import { ArticleLink } from './article-link.tsx'

/** 33条第二款 in the workbench (`short`), 条例第三十三条第二款 on the portal (`full`). */
export type CiteForm = 'short' | 'full'

/** Grey words after a 2 px bar: where the rule stands. */
export function Article({ children, block }: { children: Child; block?: boolean }) {
  return block ? <p class="zx-article">{children}</p> : <span class="zx-article">{children}</span>
}

/** One or more citations as an article line, each instrument named once, each a link to its words; nothing when there is none. */
export function Cite({ of, form = 'short', block }: { of: Citation | readonly Citation[] | null | undefined; form?: CiteForm; block?: boolean }) {
  const list = of === null || of === undefined ? [] : 'instrument' in of ? [of] : of
  if (list.length === 0) return null
  const names = citationParts(list, form === 'short' ? 'short' : 'portal')
  return <Article block={block}>{list.map((cite, index) => <>{index > 0 && '、'}<ArticleLink of={cite}>{names[index]}</ArticleLink></>)}</Article>
}
