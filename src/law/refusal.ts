import type { Citation } from './citation.ts'

/** A no that the law gives: returned, never thrown. `code` is `subject/reason`; `message` is plain Chinese. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly cite: Citation | null
}

/** Either a value or the reason why not. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal }

export function refuse(code: string, message: string, cite: Citation | null = null): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, message, cite } }
}
