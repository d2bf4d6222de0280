import type { CivilDate } from '#law/civil-date.ts'
import type { ApplicantKind, Channel, Service } from './words.ts'

/** Facts of a case, past tense, for ever. Personal data appears only as references and digests. */
export type CaseEvent =
  | {
      readonly type: 'application_received'
      readonly on: CivilDate
      readonly applicationId: string
      readonly number: string
      readonly channel: Channel
      readonly applicantKind: ApplicantKind
      /** SHA-256 of what was asked, as typed. */
      readonly requestDigest: string
      /** Keyed digest of the sealed personal data. */
      readonly personalDigest: string
    }
  | { readonly type: 'receipt_issued'; readonly on: CivilDate; readonly letterId: string; readonly propsDigest: string; readonly dueOn: CivilDate }
  | { readonly type: 'application_accepted'; readonly on: CivilDate }
  | {
      readonly type: 'case_assigned'
      readonly on: CivilDate
      readonly unitId: string
      readonly unitName: string
      readonly handlerId: string
      readonly handlerName: string
    }
  | {
      readonly type: 'decision_taken'
      readonly on: CivilDate
      /** Code of law.md §12.7. */
      readonly decision: string
      readonly reason: string
      /** Law and article, where the ground must be typed. */
      readonly groundText: string | null
      /** For 部分公开: under which refusal the withheld part falls (37条). */
      readonly refusedPart: string | null
    }
  | { readonly type: 'draft_saved'; readonly on: CivilDate; readonly revision: number; readonly letterCode: string; readonly digest: string }
  | { readonly type: 'draft_submitted'; readonly on: CivilDate; readonly revision: number }
  | { readonly type: 'draft_approved'; readonly on: CivilDate; readonly revision: number; readonly comment: string | null }
  | { readonly type: 'draft_returned'; readonly on: CivilDate; readonly revision: number; readonly reason: string }
  | {
      readonly type: 'reply_issued'
      readonly on: CivilDate
      readonly letterId: string
      readonly letterCode: string
      readonly documentNumber: string
      readonly revision: number
      readonly propsDigest: string
    }
  | { readonly type: 'letter_stored'; readonly on: CivilDate; readonly letterId: string; readonly sha256: string; readonly pages: number; readonly size: number }
  | {
      readonly type: 'reply_delivered'
      readonly on: CivilDate
      readonly letterId: string
      readonly service: Service
      /** EMS number, name of the person who signed, or message id. */
      readonly evidence: string
    }
  | { readonly type: 'case_archived'; readonly on: CivilDate }
  | {
      /** The calendar changed, and with it the limits of this case. */
      readonly type: 'calendar_recomputed'
      readonly on: CivilDate
      /** Which change of the calendar: each of them at most once in a case. */
      readonly importId: string
      /** Null while the limit does not run. */
      readonly oldDueOn: CivilDate | null
      readonly newDueOn: CivilDate | null
      /** The new date still touches a year whose arrangement is not published. */
      readonly provisional: boolean
      /** Last day for the notice of correction, where it moved and still matters. */
      readonly correctionNoticeDueOn: CivilDate | null
      /** Fits 因为…: 国务院公布2027年放假安排. */
      readonly reason: string
    }
  | { readonly type: 'personal_data_opened'; readonly on: CivilDate; readonly fields: readonly string[]; readonly reason: string }

export type CaseEventType = CaseEvent['type']
