import { sameBytes, type Keyring } from '#platform/crypto/keyring.ts'

/** Eight of thirty letters: 39 bits, behind a rate limit and a lock. */
export const QUERY_CODE_LENGTH = 8

/** Upper case without spaces or hyphens, as people type it from paper. */
export function normalizeQueryCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]+/g, '').toUpperCase()
}

/** `K7M4 2Q9T` */
export function formatQueryCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** Only this is stored. */
export function hashQueryCode(keyring: Keyring, applicationId: string, code: string): Uint8Array {
  return keyring.hash(`${applicationId}:${normalizeQueryCode(code)}`, 'query-code')
}

export function matchesQueryCode(keyring: Keyring, applicationId: string, code: string, stored: Uint8Array): boolean {
  return keyring.hashes(`${applicationId}:${normalizeQueryCode(code)}`, 'query-code').some((hash) => sameBytes(hash, stored))
}
