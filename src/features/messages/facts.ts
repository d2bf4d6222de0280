import type { Service } from '#case/words.ts'
import type { CivilDate } from '#law/civil-date.ts'

/**
 * What a message may say besides number and address; whatever is missing is left out of the sentence. It lies in the outbox
 * unsealed: dates, numbers and reasons of the law, nothing about the person.
 */
export type MessageFacts = {
  /** receipt: 收到日. */
  readonly receivedOn?: CivilDate
  /** receipt, extension: 最晚答复日. */
  readonly dueOn?: CivilDate
  /** receipt, extension, date_changed: the date touches a year whose arrangement is not published. */
  readonly provisional?: boolean
  /** correction: last day for the applicant's answer. */
  readonly respondBy?: CivilDate
  /** extension: working days. */
  readonly days?: number
  /** fee: what the notice asks for. */
  readonly amountFen?: number
  /** date_changed: null while the limit does not run. */
  readonly oldDueOn?: CivilDate | null
  readonly newDueOn?: CivilDate | null
  /** date_changed, extension; fits 因为…: 国务院公布2027年放假安排. */
  readonly reason?: string
  /** reply, reply_ready: 文号. */
  readonly documentNumber?: string
  /** reply. */
  readonly deliveredOn?: CivilDate
  readonly service?: Service
  /** split: numbers of the cases that the application became, without the first. */
  readonly numbers?: readonly string[]
}
