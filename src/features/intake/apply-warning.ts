import { sha256Hex } from '#platform/crypto/digest.ts'
import { maskMiddle } from '#platform/crypto/mask.ts'
import { personalPlaces, type PersonalKind } from './personal-patterns.ts'

/** Something in a text that looks personal: a number, a mail address, somebody's home. */
export interface PersonalNumber {
  readonly kind: PersonalKind
  readonly text: string
  /** Line of the text, from 1. */
  readonly line: number
}

/** What a description holds that a third party should not see. A guess: it warns, it never blocks. */
export function personalNumbers(description: string): readonly PersonalNumber[] {
  return personalPlaces(description).map(({ kind, text, at }) => ({ kind, text, line: description.slice(0, at).split('\n').length }))
}

/** The description without these; everything else stays as typed. */
export function withoutPersonalNumbers(description: string): string {
  return personalPlaces(description).toReversed().reduce((text, { at, text: found }) => text.slice(0, at) + text.slice(at + found.length), description)
}

/** First and last two signs, numbers in groups of four: enough to find the place, too little to read it over a shoulder. */
export function masked({ kind, text }: PersonalNumber): string {
  if (kind === '住址' || kind === '电子邮箱') return maskMiddle(text)
  return maskMiddle(text.replace(/[^\dA-Za-z]/g, '')).replace(/(.{4})(?=.)/gu, '$1 ')
}

/** Names a set of findings, so that one "keep" answers these and no later ones. */
export function nameOf(found: readonly PersonalNumber[]): string {
  return sha256Hex(found.map(({ text }) => text).join('\n')).slice(0, 16)
}
