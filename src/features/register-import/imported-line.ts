import type { ApplicantKind, Channel, DocumentType, Form, Service, Way } from '#case/words.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import type { FieldName } from './fields.ts'

/** A line of the register that is understood. */
export interface ImportedLine {
  /** Line of the file, counted from 1. */
  readonly line: number
  readonly number: string
  readonly receivedOn: CivilDate
  readonly channel: Channel
  readonly name: string
  readonly kind: ApplicantKind
  readonly documentType: DocumentType
  readonly documentNumber: string | null
  readonly contact: { readonly phone: string | null; readonly email: string | null; readonly address: string | null; readonly postcode: string | null }
  readonly subject: string
  readonly description: string
  /** Null: the register does not say. */
  readonly form: Form | null
  readonly way: Way | null
  readonly correction: { readonly on: CivilDate; readonly respondBy: CivilDate; readonly receivedOn: CivilDate | null } | null
  readonly extension: { readonly on: CivilDate; readonly days: number } | null
  /** How the case ended; null: it has not. */
  readonly end:
    | null
    | { readonly how: 'withdrawn'; readonly on: CivilDate }
    | { readonly how: 'replied'; readonly on: CivilDate; readonly decision: DecisionCode; readonly documentRef: string; readonly reason: string; readonly delivery: Delivery | null }
  readonly handler: string | null
  /** What the register leaves open and the import filled in. */
  readonly notes: readonly string[]
}

export interface Delivery {
  readonly on: CivilDate
  readonly service: Service
  readonly evidence: string
}

/** One thing that is wrong with a line. */
export interface LineFault {
  readonly line: number
  /** The field; null where the whole line is meant. */
  readonly field: FieldName | null
  /** The cell as it stands in the file. */
  readonly value: string
  /** What is wrong, and what is expected. */
  readonly message: string
}
