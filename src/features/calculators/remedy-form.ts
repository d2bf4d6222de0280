import * as z from 'zod'
import { DECISION_KINDS } from '#law/disclosure-regulation/decision-kind.ts'
import { remedyFor, type Remedy } from '#law/remedies/remedy.ts'
import type { FieldError } from '#platform/errors.ts'
import { parse } from '#platform/validation/parse.ts'
import type { Now } from './calculate.ts'
import type { FieldRefusal } from './calculator-frame.tsx'
import { maybeDay, typedDay } from './typed-parts.ts'

export interface TypedRemedy {
  readonly decision: string
  readonly issued: string
  readonly delivered: string
  readonly electronic: boolean
}

export interface RemedyResult {
  readonly remedy: Remedy | null
  readonly errors: readonly FieldError[]
  readonly refusal: FieldRefusal | null
}

/** Reads the address of the page. */
export function typedRemedy(query: (name: string) => string): TypedRemedy {
  return { decision: query('decision'), issued: query('issued'), delivered: query('delivered'), electronic: query('electronic') !== '' }
}

const Shape = z.object({
  decision: z.enum(DECISION_KINDS.map(({ code }) => code), { error: '请选是哪种答复' }),
  issued: typedDay('作出日期'),
  delivered: maybeDay('收到日期'),
})

/** Computes what was typed. */
export function remedyOf({ electronic, ...typed }: TypedRemedy, { calendar }: Now): RemedyResult {
  const read = parse(Shape, typed)
  if (!read.ok) return { remedy: null, errors: read.errors, refusal: null }
  const { decision, issued: issuedOn, delivered: deliveredOn } = read.value
  const found = remedyFor({ decision, issuedOn, ...(deliveredOn === undefined ? {} : { deliveredOn }), electronic, calendar })
  if (found.ok) return { remedy: found, errors: [], refusal: null }
  const field = found.refusal.code === 'remedy/delivered-before-issued' ? 'delivered' : 'issued'
  return { remedy: null, errors: [], refusal: { field, refusal: found.refusal } }
}
