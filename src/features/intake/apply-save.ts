import type { Context } from 'hono'
import type { Instant } from '#law/instant.ts'
import type { WebEnv } from '#store/web-env.ts'
import { authorityFor, type ApplyContext } from './apply-context.ts'
import type { StepKey } from './apply-steps.ts'
import { nameOf, personalNumbers, withoutPersonalNumbers } from './apply-warning.ts'
import { mergeTyped, type Merged } from './draft-merge.ts'
import { openDraft } from './draft-session.ts'
import { changeDraft, type Draft, type Typed } from './draft-store.ts'

/** What a draft may hold at most, in characters; more is shown again but not kept. */
const DRAFT_LIMIT = 50_000

/** One POST of a step. */
export interface TypedStep {
  readonly step: StepKey
  readonly typed: Typed
  readonly action: string
  /** State of the fields when the page was shown. */
  readonly shown: string
  /** Findings about which the page has warned. */
  readonly warned: string
}

export interface SavedStep extends Merged {
  /** As stored. Filed already where another device was faster: then nothing was changed. */
  readonly draft: Draft
  /** When the texts that were overwritten had been written. */
  readonly overwrittenAt: Instant
}

/** Keeps what was typed, beginning a draft where there is none or where it has been thrown away meanwhile. */
export async function saveStep(c: Context<WebEnv>, { ctx, draft, authorities }: ApplyContext, posted: TypedStep): Promise<SavedStep> {
  const changeOf = (merged: Merged, stored: Typed) => {
    const values = answered(posted, merged.values)
    const kept = JSON.stringify(values).length <= DRAFT_LIMIT ? values : stored
    return { values, kept: { values: kept, authorityId: authorityFor(kept, authorities).id } }
  }
  const before = { values: draft?.values ?? {}, at: draft?.updatedAt ?? ctx.now }
  let merged = mergeTyped('', before.values, posted.typed)
  let change = changeOf(merged, before.values)
  if (draft) {
    const changed = await changeDraft(ctx, draft.name, (old) => {
      merged = mergeTyped(posted.shown, old.values, posted.typed)
      before.at = old.updatedAt
      change = changeOf(merged, old.values)
      return change.kept
    })
    if (changed) return { ...merged, values: change.values, draft: changed, overwrittenAt: before.at }
  }
  const begun = await openDraft(c, ctx, change.kept.authorityId, change.kept.values)
  return { overwritten: [], values: change.values, draft: begun, overwrittenAt: before.at }
}

/** What a POST of step 3 says about numbers in the description: taken out, or kept because they are none. */
function answered({ step, action, warned }: TypedStep, values: Typed): Typed {
  if (step !== 'what') return values
  const description = values['description'] ?? ''
  if (action === 'remove') return { ...values, description: withoutPersonalNumbers(description) }
  const found = personalNumbers(description)
  return found.length > 0 && warned === nameOf(found) ? { ...values, keptNumbers: warned } : values
}

/** Numbers in the description of which nobody has said that they may stay. */
export function asksAboutNumbers(values: Typed): boolean {
  const found = personalNumbers(values['description'] ?? '')
  return found.length > 0 && values['keptNumbers'] !== nameOf(found)
}
