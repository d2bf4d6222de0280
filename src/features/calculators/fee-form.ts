import * as z from 'zod'
import type { CivilDate } from '#law/civil-date.ts'
import { feeFor, type Fee } from '#law/processing-fee-measures/fee.ts'
import type { FieldError } from '#platform/errors.ts'
import { optional } from '#platform/validation/text.ts'
import { parse } from '#platform/validation/parse.ts'
import type { FieldRefusal } from './calculator-frame.tsx'
import { FEE_LIMITS, type FeeQuestion } from './fee.schema.ts'
import { typedCount, typedDay } from './typed-parts.ts'

export type Basis = FeeQuestion['basis']

export interface TypedFee {
  readonly basis: Basis
  readonly received: string
  readonly ordinal: string
  readonly cases: string
  readonly pages: string
}

export interface FeeResult {
  readonly fee: Fee | null
  readonly errors: readonly FieldError[]
  readonly refusal: FieldRefusal | null
}

/** Reads the address of the page. */
export function typedFee(query: (name: string) => string, today: CivilDate): TypedFee {
  const basis = query('basis') === 'per_page' ? 'per_page' : 'per_case'
  return { basis, received: query('received') || today, ordinal: query('ordinal'), cases: query('cases'), pages: query('pages') }
}

const received = typedDay('收到日')
const SHAPES = {
  per_case: z.object({ received, ordinal: optional(typedCount('第几件', '11', FEE_LIMITS.ordinal)), cases: typedCount('件数', '35', FEE_LIMITS.cases) }),
  per_page: z.object({ received, pages: typedCount('页数', '150', FEE_LIMITS.pages) }),
} as const

/** Computes what was typed; fields of the other basis are left alone. */
export function feeOf(typed: TypedFee): FeeResult {
  const read = questionOf(typed)
  if (!read.ok) return { fee: null, errors: read.errors, refusal: null }
  const found = feeFor(read.value)
  if (found.ok) return { fee: found, errors: [], refusal: null }
  return { fee: null, errors: [], refusal: { field: 'received', refusal: found.refusal } }
}

function questionOf(typed: TypedFee) {
  if (typed.basis === 'per_page') {
    const read = parse(SHAPES.per_page, { received: typed.received, pages: typed.pages })
    return read.ok ? { ok: true as const, value: { basis: 'per_page' as const, receivedOn: read.value.received, pages: read.value.pages } } : read
  }
  const read = parse(SHAPES.per_case, { received: typed.received, ordinal: typed.ordinal, cases: typed.cases })
  if (!read.ok) return read
  const { received: receivedOn, ordinal = 1, cases } = read.value
  return { ok: true as const, value: { basis: 'per_case' as const, receivedOn, ordinalInMonth: ordinal, cases } }
}
