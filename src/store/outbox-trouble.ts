import { and, asc, gt, isNull } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { outbox } from './tables/letter.table.ts'

/** Unfinished rows that failed at least once, oldest first: what operators look at. The texts hold no personal data. */
export function troubledRows(tx: Queryable, limit = 100) {
  const { id, job, createdAt, dispatchedAt, dispatches, failures, lastError } = outbox
  return tx
    .select({ id, job, createdAt, dispatchedAt, dispatches, failures, lastError })
    .from(outbox)
    .where(and(isNull(outbox.doneAt), gt(outbox.failures, 0)))
    .orderBy(asc(outbox.id))
    .limit(limit)
}
