import { maskMiddle } from '#platform/crypto/mask.ts'

const LONGEST = 60

/** A cell as a page shows it: shortened, and numbers of persons and telephones masked. */
export function shown(text: string): string {
  const masked = text.replace(/\d{9,}[\dXx]?|[0-9A-HJ-NP-RT-UW-Y]{18}/g, maskMiddle)
  const characters = [...masked]
  return characters.length <= LONGEST ? masked : `${characters.slice(0, LONGEST - 1).join('')}…`
}
