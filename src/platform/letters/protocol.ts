import type { LetterCheck, MissingGlyph, RenderedLetter } from './renderer.ts'

/** What the pool sends to its thread. */
export interface LetterRequest {
  readonly id: number
  readonly verb: 'render' | 'check'
  readonly code: string
  readonly props: unknown
}

/** An error in a shape that survives the thread boundary, where classes do not. */
export type LetterFault =
  | { readonly kind: 'missing-glyph'; readonly message: string; readonly missing: readonly MissingGlyph[] }
  | { readonly kind: 'props'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack?: string }

/** What the thread answers: once `ready`, then one answer to each request. */
export type LetterAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rendered'; readonly id: number; readonly value: RenderedLetter }
  | { readonly kind: 'checked'; readonly id: number; readonly value: LetterCheck }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: LetterFault }
