import { and, eq, ne } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import type { LoadedCase } from './case-store.ts'
import { caseFile } from './tables/case.table.ts'

/** A case whose papers lie in the file of this one; `until`: only what came up to that moment. */
export interface FileSource {
  readonly caseId: string
  readonly until: string | null
}

/**
 * Where the file of a case comes from (一事一申请): its own case; for a part, what the case that it was split from had received by then;
 * for a case that was whole again, the parts that were joined back into it. The own case comes first.
 */
export async function fileSources(tx: Queryable, { row, state, events }: Pick<LoadedCase, 'row' | 'state' | 'events'>): Promise<readonly FileSource[]> {
  const own = { caseId: row.id, until: null }
  const splitOff = events.find(({ event }) => event.type === 'split_off')
  if (!splitOff && !events.some(({ event }) => event.type === 'application_split')) return [own]
  const others = await tx
    .select({ caseId: caseFile.id, number: caseFile.number, status: caseFile.status })
    .from(caseFile)
    .where(and(eq(caseFile.applicationId, row.applicationId), ne(caseFile.id, row.id)))
  const also = others.flatMap(({ caseId, number, status }): FileSource[] => {
    if (splitOff) return number === state.splitFrom ? [{ caseId, until: splitOff.recordedAt }] : []
    return status === 'joined' ? [{ caseId, until: null }] : []
  })
  return [own, ...also]
}

/** Did it come in time for this source? */
export function withinSource({ until }: FileSource, createdAt: string): boolean {
  return until === null || createdAt <= until
}
