import { moveUploads, papersAdded, type UploadOwner } from '#features/uploads/index.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { appendEvents, loadCaseById } from '#store/case-store.ts'
import type { Ctx } from '#store/context.ts'
import type { Filed } from './file-application.ts'

/** Moves what was scanned with a form into the case that was filed from it; each paper is an event of the case. */
export async function papersToCase(tx: Queryable, ctx: Ctx, from: UploadOwner, { caseId, authorityId }: Filed): Promise<void> {
  const moved = await moveUploads(tx, from, { kind: 'case', id: caseId, authorityId })
  if (moved.length === 0) return
  await appendEvents(tx, ctx, await loadCaseById(tx, caseId), papersAdded(moved, ctx.today))
}
