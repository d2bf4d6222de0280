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
  } | null
  readonly delivery: { readonly on: CivilDate; readonly service: Service; readonly evidence: string } | null
}
