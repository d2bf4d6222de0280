import { sha256Hex } from '#platform/crypto/digest.ts'
import type { Typed } from './draft-store.ts'

/** A field that two devices changed at once: the newest text was kept, this is the other one. */
export interface Overwritten {
  readonly field: string
  readonly theirs: string
}

export interface Merged {
  readonly values: Typed
  readonly overwritten: readonly Overwritten[]
}

/** What a page showed, as one digest per field; stands in its form, so that a later save knows what has changed elsewhere since. */
export function shownIn(fields: readonly string[], values: Typed): string {
  return fields.map((field) => `${field}:${digest(values[field])}`).join(' ')
}

/**
 * Brings what was typed together with what is stored by now. A field changed here wins, a field changed only elsewhere stays
 * as it is there, and where both changed, the text that loses is named. Without `shown` what was typed simply wins.
 */
export function mergeTyped(shown: string, stored: Typed, typed: Typed): Merged {
  const base = new Map(shown.split(' ').map((pair) => pair.split(':') as [string, string]))
  const values: Record<string, string> = { ...stored }
  const overwritten: Overwritten[] = []
  for (const [field, mine] of Object.entries(typed)) {
    const seen = base.get(field)
    const elsewhere = seen !== undefined && digest(stored[field]) !== seen
    if (elsewhere && digest(mine) === seen) continue
    if (elsewhere && (stored[field] ?? '') !== mine) overwritten.push({ field, theirs: stored[field] ?? '' })
    values[field] = mine
  }
  return { values, overwritten }
}

function digest(text: string | undefined): string {
  return sha256Hex(text ?? '').slice(0, 12)
}
