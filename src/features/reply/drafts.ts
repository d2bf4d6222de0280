import { and, asc, desc, eq } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { draftRevision } from '#store/tables/letter.table.ts'
import type { DraftParts } from './draft.schema.ts'

export interface DraftRevision {
  readonly revision: number
  readonly letterCode: string
  readonly parts: DraftParts
  readonly savedBy: string
  readonly savedAt: string
}

/** The newest revision of a case's draft, or the one asked for; null when there is none. */
export async function readDraft(tx: Queryable, caseId: string, revision?: number): Promise<DraftRevision | null> {
  const [row] = await tx
    .select()
    .from(draftRevision)
    .where(and(eq(draftRevision.caseId, caseId), revision === undefined ? undefined : eq(draftRevision.revision, revision)))
    .orderBy(desc(draftRevision.revision))
    .limit(1)
  return row ? toDraft(row) : null
}

/** Every revision, oldest first. */
export async function readDrafts(tx: Queryable, caseId: string): Promise<DraftRevision[]> {
  const rows = await tx.select().from(draftRevision).where(eq(draftRevision.caseId, caseId)).orderBy(asc(draftRevision.revision))
  return rows.map(toDraft)
}

/** Drafts stored before there was a list of attachments have none. */
function toDraft(row: typeof draftRevision.$inferSelect): DraftRevision {
  return { ...row, parts: { attachments: '', ...row.parts } as unknown as DraftParts }
}
