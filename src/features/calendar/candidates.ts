import { and, asc, eq, gt, inArray, lte, sql, type SQL } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { loadListed } from '#store/case-list.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { caseFile } from '#store/tables/case.table.ts'
import type { Reach } from './calendar-step.ts'

export interface CandidateQuery {
  /** Id of the last case looked at. */
  readonly after: string | null
  readonly reach: Reach
  /** True in SQL where the stored due dates may be those of yet another calendar: then they leave nobody out. */
  readonly loose: SQL
  readonly limit: number
}

/**
 * Open cases in order of id that some changed day may concern. A limit that ends before the first of these days or begins
 * after the last is the same in both calendars.
 */
export async function nextCandidates(tx: Queryable, { after, reach: { span, authorityIds }, loose, limit }: CandidateQuery, { lock = false } = {}): Promise<LoadedCase[]> {
  const query = tx
    .select()
    .from(caseFile)
    .where(
      and(
        eq(caseFile.open, true),
        after === null ? undefined : gt(caseFile.id, after),
        authorityIds === null ? undefined : inArray(caseFile.authorityId, [...authorityIds]),
        lte(caseFile.receivedOn, span.last),
        sql`(${caseFile.dueOn} is null or ${caseFile.dueOn} >= ${span.first} or ${loose})`,
      ),
    )
    .orderBy(asc(caseFile.id))
    .limit(limit)
  return loadListed(tx, lock ? await query.for('update') : await query)
}
