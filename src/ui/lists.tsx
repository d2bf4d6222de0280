/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Glyph } from './glyph.tsx'

export interface LinkRow {
  readonly label: Child
  readonly href?: string
  readonly about?: Child
  /** A button at the right end, e.g. 下载. */
  readonly end?: Child
}

/** Links below each other, each with a line of explanation: 文书, 您随时可以, 先看看. */
export function LinkList({ rows }: { rows: readonly LinkRow[] }) {
  return (
    <ul class="zx-link-list">
      {rows.map(({ label, href, about, end }) => (
        <li>
          <div>{href === undefined ? <b>{label}</b> : <a href={href}>{label}</a>}{about !== undefined && <p class="zx-meta">{about}</p>}</div>
          {end}
        </li>
      ))}
    </ul>
  )
}

/** Facts that hold, each behind a tick. */
export function CheckList({ items }: { items: readonly Child[] }) {
  return <ul class="zx-check-list">{items.map((item) => <li><Glyph shape="tick" /><span>{item}</span></li>)}</ul>
}
