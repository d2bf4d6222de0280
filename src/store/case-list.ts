import { asc, getTableColumns, inArray } from 'drizzle-orm'
import { foldCase } from '#case/evolve.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { toRecorded, type CaseRow, type LoadedCase } from './case-store.ts'
import { caseEvent } from './tables/case.table.ts'

/** Everything but the hashes: lists check no chains. */
const { prevHash: _, hash: __, ...TOLD } = getTableColumns(caseEvent)

/** The cases of a list page with their events, in one query whatever their number. The order of the rows is kept. */
export async function loadListed(tx: Queryable, rows: readonly CaseRow[]): Promise<LoadedCase[]> {
  if (rows.length === 0) return []
  const found = await tx
    .select(TOLD)
    .from(caseEvent)
    .where(inArray(caseEvent.caseId, rows.map((row) => row.id)))
    .orderBy(asc(caseEvent.caseId), asc(caseEvent.seq))
  const byCase = Map.groupBy(found, (event) => event.caseId)
  return rows.map((row) => {
    const events = (byCase.get(row.id) ?? []).map(toRecorded)
    return { row, events, state: foldCase(events) }
  })
}
