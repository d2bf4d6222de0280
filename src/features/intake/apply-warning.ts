import { sha256Hex } from '#platform/crypto/digest.ts'
import { maskMiddle } from '#platform/crypto/mask.ts'

/** A number in a text that looks personal. */
export interface PersonalNumber {
  readonly kind: '身份证号码' | '手机号码'
  readonly text: string
  /** Line of the text, from 1. */
  readonly line: number
}

const BLANK = '[ \\u3000-]?'
const digits = (count: number) => `\\d(?:${BLANK}\\d){${count - 1}}`
/** 18 signs whose 7th to 14th can be a birthday, and eleven digits that begin like a mobile number; longer runs are something else. */
const RESIDENT_ID = new RegExp(`(?<![\\d-])(?:${digits(6)})${BLANK}(?:1[89]|20)(?:${BLANK}\\d){2}${BLANK}(?:0${BLANK}[1-9]|1${BLANK}[0-2])${BLANK}(?:0${BLANK}[1-9]|[12]${BLANK}\\d|3${BLANK}[01])(?:${BLANK}\\d){3}${BLANK}[\\dXx](?!\\d)`, 'gu')
const MOBILE = new RegExp(`(?<!\\d)1[3-9](?:${BLANK}\\d){9}(?!${BLANK}\\d)`, 'gu')

/** Numbers in a description that a third party should not see. A guess: it warns, it never blocks. */
export function personalNumbers(description: string): readonly PersonalNumber[] {
  const plain = halfWidth(description)
  const ids = matches(plain, RESIDENT_ID).map((match) => ({ ...match, kind: '身份证号码' as const }))
  const within = (at: number) => ids.some((id) => at >= id.at && at < id.at + id.text.length)
  const mobiles = matches(plain, MOBILE).filter(({ at }) => !within(at)).map((match) => ({ ...match, kind: '手机号码' as const }))
  return [...ids, ...mobiles].sort((a, b) => a.at - b.at).map(({ kind, text, at }) => ({ kind, text, line: plain.slice(0, at).split('\n').length }))
}

/** The description without these numbers; everything else stays as typed. */
export function withoutPersonalNumbers(description: string): string {
  let text = description
  for (const pattern of [RESIDENT_ID, MOBILE]) {
    const found = matches(halfWidth(text), pattern)
    for (const { at, text: number } of found.reverse()) text = text.slice(0, at) + text.slice(at + number.length)
  }
  return text
}

/** First and last two figures in groups of four: enough to find the place, too little to read it over a shoulder. */
export function masked({ text }: PersonalNumber): string {
  return maskMiddle(text.replace(/[^\dXx]/g, '')).replace(/(.{4})(?=.)/gu, '$1 ')
}

/** Names a set of findings, so that one "keep" answers these numbers and no later ones. */
export function nameOf(found: readonly PersonalNumber[]): string {
  return sha256Hex(found.map(({ text }) => text).join('\n')).slice(0, 16)
}

function matches(text: string, pattern: RegExp): { at: number; text: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, text: match[0] }))
}

/** Full-width figures read like half-width ones; one sign stays one sign, so that positions hold. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ｘｘ－]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}
