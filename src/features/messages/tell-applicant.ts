import type { Queryable } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import type { Ctx } from '#store/context.ts'
import { enqueueMany } from '#store/outbox.ts'
import type { MessageFacts } from './facts.ts'
import type { Occasion } from './occasions.ts'
import { tellApplicantJob } from './tell-applicant.job.ts'

export interface Telling {
  readonly caseId: string
  readonly occasion: Occasion
  /** The letter that the message is about, for the delivery log. */
  readonly letterId?: string
  readonly facts?: MessageFacts
}

/**
 * Has the applicant told of something by e-mail and SMS, if he gave an address for them. Call it in the transaction of the
 * event: the message goes out if, and only if, that commits. Call it once per event; it does not look for an earlier one.
 */
export function tellApplicant(tx: Queryable, ctx: Ctx, telling: Telling): Promise<void> {
  return tellApplicants(tx, ctx, [telling])
}

/** The same for many cases at once. */
export function tellApplicants(tx: Queryable, ctx: Ctx, tellings: readonly Telling[]): Promise<void> {
  const payloads = tellings.map(({ caseId, occasion, letterId = null, facts = {} }) => ({ noticeId: newId(ctx.now), at: ctx.now, caseId, occasion, letterId, facts }))
  return enqueueMany(tx, ctx, tellApplicantJob, payloads)
}
