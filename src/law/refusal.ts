import type { Citation } from './citation.ts'

/** What the law does not allow, as a value: a stable code, one plain Chinese sentence, and the article where one applies. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly cite?: Citation
}

/** The failing half of every outcome. */
export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

/** Either the facts of `T` with `ok: true`, or a refusal. Never an exception. */
export type Outcome<T extends object> = ({ readonly ok: true } & T) | Refused

/** Builds the failing half of an outcome. */
export function refuse(code: string, message: string, cite?: Citation): Refused {
  return { ok: false, refusal: cite === undefined ? { code, message } : { code, message, cite } }
}
