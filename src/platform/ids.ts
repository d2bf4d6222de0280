import { randomBytes } from 'node:crypto'
import type { Instant } from '#law/instant.ts'

/** UUID version 7 (RFC 9562): sorts by time, so that indexes grow at their end. */
export function newId(now: Instant): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.parse(now), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Letters and digits that nobody confuses on paper: no 0 O 1 I L U. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A random code of `length` characters from a 30-letter alphabet (4.9 bits each), without modulo bias. */
export function randomCode(length: number): string {
  let code = ''
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 240 && code.length < length) code += ALPHABET[byte % 30]
    }
  }
  return code
}
