import type { Queryable } from '#platform/db/connect.ts'
import type { Ctx } from './context.ts'
import { outbox } from './tables/letter.table.ts'

/** Names a job and the shape of what it is given. Handlers live elsewhere (`*.handler.ts`, Node only). */
export interface JobDefinition<P extends Record<string, unknown>> {
  readonly name: string
  /** Never called: carries the payload's type. */
  readonly payload?: (payload: P) => void
}

export function defineJob<P extends Record<string, unknown>>(name: string): JobDefinition<P> {
  return { name }
}

/** Puts an effect into the outbox of this transaction: it happens if, and only if, the transaction commits. */
export async function enqueue<P extends Record<string, unknown>>(
  tx: Queryable,
  ctx: Ctx,
  job: JobDefinition<P>,
  payload: P,
): Promise<void> {
  await tx.insert(outbox).values({ job: job.name, payload, createdAt: ctx.now })
}

/** The same for many at once. */
export async function enqueueMany<P extends Record<string, unknown>>(
  tx: Queryable,
  ctx: Ctx,
  job: JobDefinition<P>,
  payloads: readonly P[],
): Promise<void> {
  if (payloads.length > 0) await tx.insert(outbox).values(payloads.map((payload) => ({ job: job.name, payload, createdAt: ctx.now })))
}
