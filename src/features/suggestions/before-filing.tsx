/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import type { Recognised } from '#case/wording/recognise.ts'
import type { Ctx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import type { WebEnv } from '#store/web-env.ts'
import { HiddenField } from '#ui/form/index.ts'
import { suggestFor, type Suggestions, type Wanted } from './suggest.ts'
import { SuggestionList, SuggestionPanel } from './suggestion-panel.tsx'
import { wordingOf, WordingWarning } from './wording-warning.tsx'

/** What is said beside a description before it is filed. */
export interface Before {
  readonly found: Suggestions
  readonly wording: Recognised | null
  readonly authority: Authority
}

/** Looks at a description: what may answer it, and whether another channel is the right one. */
export async function lookBefore(c: Context<WebEnv>, ctx: Ctx, wanted: Wanted, authority: Authority): Promise<Before> {
  const found = await suggestFor(c, ctx, wanted, authority.id, c.req.query('looked') !== undefined)
  return { found, wording: wordingOf(wanted), authority }
}

/** Under the description, inside the form of the step. */
export function BeforeFiling({ found, wording, authority }: Before) {
  return (
    <>
      <div id="wording" aria-live="polite"><WordingWarning found={wording} authority={authority} /></div>
      <HiddenField name="at" value={authority.id} />
      <SuggestionPanel found={found} />
    </>
  )
}

/** The same for the script, while somebody types. */
export function BeforeFilingPart({ found, wording, authority }: Before) {
  return (
    <>
      <SuggestionList found={found} />
      <template data-into="wording"><WordingWarning found={wording} authority={authority} /></template>
    </>
  )
}
