/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatShort } from '#law/civil-date.ts'
import type { WorkingStep } from '#law/clock-types.ts'
import { ArticleText } from '../article-text.tsx'
import type { CiteForm } from '../cite.tsx'

/** How a date was reached, step by step, each with its day in front and its article behind, which opens to the words of the law. */
export function Working({ steps, citeForm = 'short' }: { steps: readonly WorkingStep[]; citeForm?: CiteForm }) {
  return (
    <ol class="zx-working">
      {steps.map(({ on, text, cite }) => {
        const day = formatShort(on)
        const said = text.startsWith(day)
        return <li><b>{day}</b>{said ? text.slice(day.length) : `：${text}`} <ArticleText of={cite} form={citeForm} /></li>
      })}
    </ol>
  )
}
