/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { formatCitations, type Citation } from '#law/citation.ts'

/** 33条第二款 in the workbench (`short`), 条例第三十三条第二款 on the portal (`full`). */
export type CiteForm = 'short' | 'full'

/** Grey words after a 2 px bar: where the rule stands. */
export function Article({ children, block }: { children: Child; block?: boolean }) {
  return block ? <p class="zx-article">{children}</p> : <span class="zx-article">{children}</span>
}

/** One or more citations as an article line, each instrument named once; nothing when there is none. */
export function Cite({ of, form = 'short', block }: { of: Citation | readonly Citation[] | null | undefined; form?: CiteForm; block?: boolean }) {
  const list = of === null || of === undefined ? [] : 'instrument' in of ? [of] : of
  if (list.length === 0) return null
  return <Article block={block}>{formatCitations(list, form === 'short' ? 'short' : 'portal')}</Article>
}
