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
      /** Issued before the case came into this system: the letter lies in the old file, there is no PDF and none will be made. */
      readonly elsewhere?: true
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
  | {
      /** 补正告知书 (30条): what is unclear stands in the letter. */
      readonly type: 'correction_requested'
      readonly on: CivilDate
      readonly letterId: string
      readonly propsDigest: string
      readonly respondBy: CivilDate
    }
  | {
      readonly type: 'correction_received'
      readonly on: CivilDate
      readonly supplementId: string
      /** Keyed digest of the text and the papers that came. */
      readonly digest: string
      /** Why a late correction is accepted (30条 正当理由); null when it was in time. */
      readonly goodCause: string | null
    }
  | {
      /** A correction that came after its last day, with the applicant's reason: the office has to judge it (30条 正当理由). */
      readonly type: 'late_correction_offered'
      readonly on: CivilDate
      readonly supplementId: string
      /** Keyed digest of the text and the papers that came. */
      readonly digest: string
    }
  | {
      /** The reason for being late does not hold: the case stays lapsed. */
      readonly type: 'late_correction_refused'
      readonly on: CivilDate
      readonly supplementId: string
      readonly reason: string
    }
  | {
      /** 延长答复期限告知书 (33条二款). */
      readonly type: 'deadline_extended'
      readonly on: CivilDate
      readonly days: number
      readonly reason: string
      /** The head of the office who agreed. */
      readonly consentedBy: string
      readonly letterId: string
      readonly propsDigest: string
    }
  | {
      /** 收费通知书 (109号第六条). */
      readonly type: 'fee_notice_issued'
      readonly on: CivilDate
      readonly letterId: string
      readonly propsDigest: string
      readonly basis: 'per_case' | 'per_page'
      readonly amountFen: number
    }
  | { readonly type: 'fee_notice_received'; readonly on: CivilDate; readonly evidence: string }
  | { readonly type: 'fee_paid'; readonly on: CivilDate; readonly amountFen: number; readonly evidence: string }
  | {
      /** Nothing came in time (30条, 109号第六条): the office records what the dates brought about. */
      readonly type: 'application_lapsed'
      readonly on: CivilDate
      readonly what: 'correction' | 'fee'
    }
  | { readonly type: 'application_withdrawn'; readonly on: CivilDate; readonly reason: string | null }
  | { readonly type: 'delivery_confirmed'; readonly on: CivilDate; readonly letterId: string }
  | {
      /** 一事一申请: this case keeps its number and the first part. */
      readonly type: 'application_split'
      readonly on: CivilDate
      readonly part: string
      readonly into: readonly string[]
    }
  | { readonly type: 'split_off'; readonly on: CivilDate; readonly from: string; readonly part: string }
  | { readonly type: 'parts_joined'; readonly on: CivilDate; readonly parts: readonly string[] }
  | { readonly type: 'joined_back'; readonly on: CivilDate; readonly into: string }
  | { readonly type: 'case_linked'; readonly on: CivilDate; readonly other: string; readonly relation: 'similar' | 'repeated'; readonly note: string | null }
  | {
      readonly type: 'paper_added'
      readonly on: CivilDate
      readonly uploadId: string
      readonly purpose: string
      readonly sha256: string
    }
  | {
      /** The events before this one were taken from an old register; `on` is the day on which that was done. */
      readonly type: 'case_imported'
      readonly on: CivilDate
      readonly importId: string
      /** Line of the file. */
      readonly line: number
      /** 承办 as the register has it, and what it leaves open. */
      readonly handlerText: string | null
      readonly notes: readonly string[]
    }
  | { readonly type: 'personal_data_opened'; readonly on: CivilDate; readonly fields: readonly string[]; readonly reason: string }

export type CaseEventType = CaseEvent['type']
