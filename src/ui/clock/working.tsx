/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatShort } from '#law/civil-date.ts'
import type { WorkingStep } from '#law/clock-types.ts'
import { Cite } from '../cite.tsx'

/** How a date was reached, step by step, each with its article. */
export function Working({ steps, citeForm = 'short' }: { steps: readonly WorkingStep[]; citeForm?: 'short' | 'full' }) {
  return (
    <ol class="zx-working">
      {steps.map(({ on, text, cite }) => (
        <li><span class="zx-working-on">{formatShort(on)}</span><span>{text} <Cite of={cite} form={citeForm} /></span></li>
      ))}
    </ol>
  )
}
