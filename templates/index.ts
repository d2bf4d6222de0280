import type { LetterDefinition } from './definition.ts'
import { correctionNotice } from './correction/correction-notice.tsx'
import { extensionNotice } from './extension/extension-notice.tsx'
import { feeNotice } from './fees/fee-notice.tsx'
import { registrationReceipt } from './intake/registration-receipt.tsx'
import { general } from './reply/general.tsx'
import { granted } from './reply/granted.tsx'
import { notHeld } from './reply/not-held.tsx'
import { refusedInternalAffairs } from './reply/refused-internal-affairs.tsx'

export { FontFileError } from './_fonts/face.ts'
export type { FontFiles } from './_fonts/files.ts'
export { type MissingGlyph, MissingGlyphError } from './_fonts/missing.ts'
export type { LetterDefinition, MissingPart } from './definition.ts'

const definitions = {
  'registration-receipt': registrationReceipt,
  'correction-notice': correctionNotice,
  'extension-notice': extensionNotice,
  'fee-notice': feeNotice,
  granted,
  'refused-internal-affairs': refusedInternalAffairs,
  'not-held': notHeld,
  reply: general,
}

export type LetterCode = keyof typeof definitions

/** Every letter by its code. */
export const letters: { readonly [C in LetterCode]: (typeof definitions)[C] } = definitions

export function isLetterCode(code: string): code is LetterCode {
  return Object.hasOwn(definitions, code)
}

/** The definition without the types of its props, for code that handles any letter. */
export function letterByCode(code: LetterCode): LetterDefinition {
  return definitions[code] as unknown as LetterDefinition
}
