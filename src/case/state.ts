import type { CivilDate } from '#law/civil-date.ts'
import type { CaseEvent } from './events.ts'
import type { Status } from './status.ts'
import type { Channel, Service } from './words.ts'

/** An event with who recorded it. `seq` starts at 1. */
export interface RecordedEvent {
  readonly seq: number
  readonly event: CaseEvent
  readonly actorId: string | null
  readonly actorName: string
  readonly actorKind: 'staff' | 'applicant' | 'system'
  readonly recordedAt: string
}

/** What the events of a case add up to. */
export interface CaseState {
  readonly status: Status
  /** Where the case goes on when what it waits for (补正, 缴费) has come. */
  readonly resumesAt: Status | null
  readonly number: string
  readonly channel: Channel
  readonly receivedOn: CivilDate
  /** Date whose law governs the case: the receipt date (law.md §12.2). */
  readonly lawAsOf: CivilDate
  readonly lastOn: CivilDate
  readonly unitId: string | null
  readonly unitName: string | null
  readonly handlerId: string | null
  readonly handlerName: string | null
  readonly decision: { readonly code: string; readonly reason: string; readonly groundText: string | null; readonly refusedPart: string | null } | null
  /** `outdated`: the decision has been changed since the draft was saved. */
  readonly draft: { readonly revision: number; readonly letterCode: string; readonly outdated: boolean } | null
  /** Everybody who ever saved a draft of this case, or took a decision, whose reason goes into the letter: none of them may review or issue it. */
  readonly drafterIds: readonly string[]
  readonly approvedBy: string | null
  readonly reply: {
    readonly letterId: string
    readonly letterCode: string
    readonly documentNumber: string
    readonly issuedOn: CivilDate
    readonly stored: boolean
    /** The letter lies in the old file: it has no PDF here and is not waited for. */
    readonly elsewhere: boolean
  } | null
  /** The case was taken over from an old register. */
  readonly imported: { readonly importId: string; readonly on: CivilDate; readonly handlerText: string | null } | null
  readonly correction: { readonly letterId: string; readonly requestedOn: CivilDate; readonly respondBy: CivilDate; readonly receivedOn: CivilDate | null } | null
  /** The last correction that came too late; `refused`: why its reason does not hold, null while the office has not judged it. */
  readonly lateCorrection: { readonly supplementId: string; readonly on: CivilDate; readonly refused: string | null } | null
  readonly extension: { readonly letterId: string; readonly on: CivilDate; readonly days: number; readonly reason: string } | null
  readonly fee: {
    readonly letterId: string
    readonly noticedOn: CivilDate
    readonly amountFen: number
    readonly receivedOn: CivilDate | null
    readonly paidOn: CivilDate | null
  } | null
  readonly lapsed: { readonly on: CivilDate; readonly what: 'correction' | 'fee' } | null
  readonly withdrawnOn: CivilDate | null
  /** The applicant said that the reply has come to him. */
  readonly deliveryConfirmedOn: CivilDate | null
  /** Numbers of the cases that one application was split into, this one not among them. */
  readonly parts: readonly string[]
  /** The case that this one was split from, and what it is about. */
  readonly splitFrom: string | null
  readonly part: string | null
  readonly joinedInto: string | null
  readonly links: readonly { readonly other: string; readonly relation: 'similar' | 'repeated'; readonly note: string | null }[]
  readonly delivery: { readonly on: CivilDate; readonly service: Service; readonly evidence: string } | null
}
