import type { Queryable } from '#platform/db/connect.ts'
import type { DraftParts } from './draft.schema.ts'
import { submissions, type DraftView } from './draft-view.ts'
import { readDraft } from './drafts.ts'
import { PART_LABELS } from './gate.ts'
import { countChanges, diffText, type Piece } from './text-diff.ts'

export interface PartChange {
  readonly label: string
  readonly pieces: readonly Piece[]
  /** 0: nothing changed in this part. */
  readonly count: number
}

/** What changed since a revision that somebody has already seen. */
export interface Changes {
  readonly since: number
  readonly count: number
  readonly parts: readonly PartChange[]
}

/**
 * Compares the words of the draft with those sent to review before it: for a draft under review the submission before this
 * one. Null when it is the first.
 */
export async function changesOf(tx: Queryable, { view, parts }: DraftView): Promise<Changes | null> {
  const [last, before] = submissions(view.events)
  const earlier = view.state.status === 'drafting' ? last : before
  const seen = earlier && (await readDraft(tx, view.row.id, earlier.revision))
  return seen ? compareParts(seen.revision, seen.parts, parts) : null
}

/** Part by part. */
export function compareParts(since: number, before: DraftParts, after: DraftParts): Changes {
  const parts = (Object.keys(PART_LABELS) as (keyof DraftParts)[]).map((part) => {
    const pieces = diffText(before[part], after[part])
    return { label: PART_LABELS[part], pieces, count: countChanges(pieces) }
  })
  return { since, parts, count: parts.reduce((sum, { count }) => sum + count, 0) }
}
