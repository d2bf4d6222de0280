import type { Keyring } from '#platform/crypto/keyring.ts'
import { normalizeQueryCode } from './query-code.ts'

/** Twelve of thirty letters: 58 bits, so that a code alone finds its draft, behind a rate limit and a lock. */
export const DRAFT_CODE_LENGTH = 12

const SHAPE = /^[2-9A-HJKMNP-TV-Z]{12}$/

/** `K7M4 2Q9T XW3P` */
export function formatDraftCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The code as it was given, however it was typed from paper; null for what cannot be one. */
export function readDraftCode(typed: string): string | null {
  const code = normalizeQueryCode(typed.slice(0, 100))
  return SHAPE.test(code) ? code : null
}

/** Only this is stored. */
export function hashDraftCode(keyring: Keyring, code: string): Uint8Array {
  return keyring.hash(code, 'draft-code')
}

/** Under every key that is held, for drafts from before a rotation. */
export function draftCodeHashes(keyring: Keyring, code: string): Uint8Array[] {
  return keyring.hashes(code, 'draft-code')
}
