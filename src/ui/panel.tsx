/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { cx } from './class-names.ts'
import { Glyph } from './glyph.tsx'

export interface PanelProps {
  readonly title?: Child
  /** Small text after the title. */
  readonly meta?: Child
  /** Links or badges at the right end of the head. */
  readonly end?: Child
  readonly children: Child
  /** Coloured upper edge: what stands out on the page. */
  readonly edge?: 'primary' | 'navy' | 'amber' | 'red'
  /** Ground-coloured panel (portal promise, receipt dates). */
  readonly tinted?: boolean
  /** Body without padding: tables and lists bring their own. */
  readonly flush?: boolean
  readonly level?: 2 | 3
  readonly id?: string
  readonly foot?: Child
}

/** White box with a hairline, the unit of both portal and workbench. A titled panel is a region named by its heading. */
export function Panel(props: PanelProps) {
  const { title, meta, end, children, edge, tinted, flush, level = 2, id, foot } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class={cx('card zx-panel', edge && `zx-edge-${edge}`, tinted && 'zx-tinted')} id={id}>
      {title !== undefined && (
        <div class="zx-panel-head">
          {edge === 'amber' && <span class="zx-ink-amber"><Glyph shape="triangle" /></span>}
          <Heading>{title}</Heading>
          {meta !== undefined && <span class="zx-meta">{meta}</span>}
          {end !== undefined && <span class="zx-push">{end}</span>}
        </div>
      )}
      <div class={cx('zx-panel-body', flush && 'zx-flush')}>{children}</div>
      {foot !== undefined && <div class="zx-panel-foot">{foot}</div>}
    </section>
  )
}

export type ColumnsKind = 'portal' | 'halves' | 'case' | 'review' | 'letter' | 'window' | 'precedents' | 'report'

/** The page grids of ui.md §3; columns fold into one where they no longer fit. */
export function Columns({ kind, children }: { kind: ColumnsKind; children: Child }) {
  return <div class={`zx-cols zx-cols-${kind}`}>{children}</div>
}

/** One column: its panels stand below each other with the page gap. */
export function Stack({ children, as = 'div' }: { children: Child; as?: 'div' | 'aside' }) {
  const Tag = as
  return <Tag class="zx-stack">{children}</Tag>
}
