/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'

/** A row of dashed day cells, what is empty, the nearest next thing, one or two buttons. */
export function EmptyState({ title, next, children, level = 2 }: { title: string; next?: Child; children?: Child; level?: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div class="zx-empty">
      <svg width={174} height={28} viewBox="0 0 174 28" aria-hidden="true" focusable="false">
        {[0, 1, 2, 3, 4, 5, 6].map((index) => <rect x={index * 25 + 1} y={1} width={21} height={25} rx={3} fill="none" stroke="#7d8ba1" stroke-dasharray="3 2" />)}
      </svg>
      <Heading>{title}</Heading>
      {next !== undefined && <p class="zx-meta">{next}</p>}
      {children !== undefined && <div class="zx-buttons">{children}</div>}
    </div>
  )
}
