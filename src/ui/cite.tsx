/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { INSTRUMENTS, type Citation } from '#law/citation.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–999 in Chinese figures: 33 is 三十三. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value)
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10]
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : ''
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : ''
  return head + middle + (ones > 0 ? DIGITS[ones] : '')
}

/** 33条第二款 in the workbench (`short`), 条例第三十三条第二款 on the portal (`full`). */
export function citeText(citation: Citation, form: 'short' | 'full' = 'short'): string {
  const { instrument, article, paragraph, item } = citation
  const below = `${paragraph === undefined ? '' : `第${chineseNumber(paragraph)}款`}${item === undefined ? '' : `第${chineseNumber(item)}项`}`
  if (form === 'full') return `${INSTRUMENTS[instrument].short}第${chineseNumber(article)}条${below}`
  return `${instrument === '711' ? '' : INSTRUMENTS[instrument].short}${article}条${below}`
}

/** Grey words after a 2 px bar: where the rule stands. */
export function Article({ children, block }: { children: Child; block?: boolean }) {
  return block ? <p class="zx-article">{children}</p> : <span class="zx-article">{children}</span>
}

/** One or more citations as an article line, joined with 、. */
export function Cite({ of, form = 'short', block }: { of: Citation | readonly Citation[] | null | undefined; form?: 'short' | 'full'; block?: boolean }) {
  const list = of === null || of === undefined ? [] : Array.isArray(of) ? (of as readonly Citation[]) : [of as Citation]
  if (list.length === 0) return null
  return <Article block={block}>{list.map((citation) => citeText(citation, form)).join('、')}</Article>
}
