import type { CivilDate } from '#law/civil-date.ts'
import type { ApplicantKind, DocumentType } from '../words.ts'
import { creditCodeFault } from './credit-code.ts'
import { birthFault, residentIdFault } from './resident-id.ts'

/** Upper case, half-width, without spaces and hyphens: how a number is compared and hashed. */
export function normalizeDocumentNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]+/g, '').toUpperCase()
}

/** What is wrong with a document number of this type, or null. With `today` also whether its holder is born. */
export function documentFault(type: DocumentType, number: string, today?: CivilDate): string | null {
  if (type === 'resident_id') return residentIdFault(number) ?? (today === undefined ? null : birthFault(number, today))
  if (type === 'credit_code') return creditCodeFault(number)
  return /^[0-9A-Z]{5,20}$/.test(number) ? null : '证件号码要有5至20位数字或者字母'
}

/** A natural person shows a personal document, an organization its credit code. */
export function documentSuits(kind: ApplicantKind, type: DocumentType): boolean {
  return (kind === 'natural_person') === (type !== 'credit_code')
}
