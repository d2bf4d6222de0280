import type { CivilDate } from '../civil-date.ts'
import type { ConsultationKind } from './art32-consultation.ts'

/** What moves the clock of a case after receipt (law.md §12.3). Receipt itself is the clock's first origin, not an event. */
export type ClockEvent =
  | { readonly type: 'correction_requested'; readonly on: CivilDate; readonly respondBy: CivilDate }
  | {
      readonly type: 'correction_received'
      readonly on: CivilDate
      /** The office accepts that there was good cause for being late (30条 正当理由). */
      readonly goodCause?: boolean
    }
  | {
      readonly type: 'consultation_started'
      readonly id: string
      readonly kind: ConsultationKind
      /** The day of sending. */
      readonly on: CivilDate
      /** The day on which the party received the letter; its fifteen days run from here. */
      readonly servedOn?: CivilDate
    }
  | { readonly type: 'consultation_ended'; readonly id: string; readonly on: CivilDate }
  | { readonly type: 'extended'; readonly on: CivilDate; readonly days: number }
  | { readonly type: 'fee_notice_sent'; readonly on: CivilDate }
  | { readonly type: 'fee_notice_received'; readonly on: CivilDate }
  | { readonly type: 'fee_paid'; readonly on: CivilDate }
  | { readonly type: 'reasons_requested'; readonly on: CivilDate }
  | { readonly type: 'deferred'; readonly on: CivilDate; readonly until: CivilDate }
  | { readonly type: 'replied'; readonly on: CivilDate }
  | {
      readonly type: 'withdrawn'
      readonly on: CivilDate
      /** Not the applicant: the office joined this part back (一事一申请), and the limit runs in the case of this number. */
      readonly joinedInto?: string
    }
  /** The office records a lapse that the dates already brought about. */
  | { readonly type: 'lapsed'; readonly on: CivilDate }

export type ClockEventType = ClockEvent['type']
