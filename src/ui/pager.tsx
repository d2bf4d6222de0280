/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Glyph, type GlyphShape } from './glyph.tsx'

export interface PagerProps {
  readonly page: number
  /** Null where nobody counts them all: then `more` says whether there is another one. */
  readonly pages: number | null
  readonly more?: boolean
  readonly href: (page: number) => string
  readonly note?: Child
}

/** Pages of a long list: previous, where we are, next. Null when everything fits on one page. */
export function Pager({ page, pages, more = page < (pages ?? 0), href, note }: PagerProps) {
  if (page === 1 && !more) return null
  return (
    <nav class="zx-pager no-print" aria-label="翻页">
      {page > 1 ? <a href={href(page - 1)} rel="prev">上一页</a> : <span class="zx-meta">上一页</span>}
      <span>第{page}页{pages !== null && `，共${pages}页`}</span>
      {more ? <a href={href(page + 1)} rel="next">下一页</a> : <span class="zx-meta">下一页</span>}
      {note !== undefined && <span class="zx-push zx-meta">{note}</span>}
    </nav>
  )
}

/** Chips above a list: one chosen, each with its count. */
export function Chips({ items, label, end }: { items: ReadonlyArray<{ label: Child; href: string; current?: boolean }>; label: string; end?: Child }) {
  return (
    <div class="zx-chips-row no-print">
      <nav class="zx-chips" aria-label={label}>
        {items.map((item) => <a class="zx-chip" href={item.href} aria-current={item.current ? 'true' : undefined}>{item.label}</a>)}
      </nav>
      {end !== undefined && <div class="zx-chips-end">{end}</div>}
    </div>
  )
}

const CLOCK_CHIPS = { red: 'octagon', amber: 'triangle', green: 'ring', paused: 'bars' } as const satisfies Record<string, GlyphShape>

/** Label of a clock chip: shape, word and count, e.g. 红3. */
export function ClockChip({ tone, label, count }: { tone: keyof typeof CLOCK_CHIPS; label: string; count: number }) {
  return <><span class={`zx-ink-${tone}`}><Glyph shape={CLOCK_CHIPS[tone]} /></span>{label} {count}</>
}
