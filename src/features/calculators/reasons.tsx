/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { WorkingStep } from '#law/clock-types.ts'
import { ArticleText } from '#ui/article-text.tsx'

/** Working whose steps are reasons rather than events: no day in front. */
export function Reasons({ steps }: { steps: readonly WorkingStep[] }) {
  return <ol class="zx-working">{steps.map(({ text, cite }) => <li>{text}。 <ArticleText of={cite} form="full" /></li>)}</ol>
}
