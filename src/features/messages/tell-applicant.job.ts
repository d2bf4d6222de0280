import type { Instant } from '#law/instant.ts'
import { defineJob } from '#store/outbox.ts'
import type { MessageFacts } from './facts.ts'
import type { Occasion } from './occasions.ts'

export type Told = {
  /** Names this telling for ever: each channel carries it at most once. */
  readonly noticeId: string
  /** When it came to be told: the moment of the event. */
  readonly at: Instant
  readonly caseId: string
  readonly occasion: Occasion
  readonly letterId: string | null
  readonly facts: MessageFacts
}

/** Decides by which ways an applicant is told something, and writes one message for each. */
export const tellApplicantJob = defineJob<Told>('tell-applicant')
