/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { KeyHint } from '../key-hint.tsx'

/** A named part of a long form; `jump` is the digit that Alt jumps to. */
export function FormSection({ title, jump, children, id }: { title: string; jump?: 1 | 2 | 3 | 4; children: Child; id?: string }) {
  return (
    <fieldset class="zx-section" id={id} data-jump={jump}>
      <legend><span>{title}</span>{jump !== undefined && <KeyHint keys={`Alt ${jump}`} joined />}</legend>
      {children}
    </fieldset>
  )
}

/** Fields side by side: two or three in a row, folding where they do not fit. */
export function FieldRow({ children, of = 2 }: { children: Child; of?: 2 | 3 | '2-1' | '2-1-1' }) {
  return <div class={`zx-row zx-row-${of}`}>{children}</div>
}
