/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { cx } from './class-names.ts'

export interface Definition {
  readonly term: Child
  readonly value: Child
}

/** Facts with their names in a narrow left column, a line between them. `big` for portal contact data. */
export function DefinitionList({ items, big, tight }: { items: ReadonlyArray<Definition | false | null>; big?: boolean; tight?: boolean }) {
  return (
    <dl class={cx('zx-dl', big && 'zx-dl-big', tight && 'zx-dl-tight')}>
      {items.filter((item): item is Definition => item !== false && item !== null).map(({ term, value }) => (
        <div><dt>{term}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  )
}
