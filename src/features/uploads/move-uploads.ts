import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { CaseEvent } from '#case/events.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { toHex } from '#platform/crypto/digest.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { lockOwner, ownedBy } from './upload-rows.ts'
import { upload } from './upload.table.ts'
import type { UploadOwner, UploadPurpose } from './upload-words.ts'

export interface MovedUpload {
  readonly uploadId: string
  readonly purpose: UploadPurpose
  /** 64 hexadecimal digits. */
  readonly sha256: string
}

/**
 * Hands all kept papers of one owner to another, in the caller's transaction; what the scanner found stays behind.
 * Moving twice moves nothing the second time.
 */
export async function moveUploads(tx: Queryable, from: UploadOwner, to: UploadOwner & { readonly authorityId: string }): Promise<MovedUpload[]> {
  await lockOwner(tx, from)
  const rows = await tx
    .select()
    .from(upload)
    .where(and(ownedBy(from), eq(upload.status, 'stored'), ne(upload.scan, 'found')))
    .orderBy(asc(upload.position))
    .for('update')
  if (rows.length === 0) return []
  await tx
    .update(upload)
    .set({ ownerKind: to.kind, ownerId: to.id, authorityId: to.authorityId })
    .where(inArray(upload.id, rows.map(({ id }) => id)))
  return rows.map(({ id, purpose, sha256 }) => ({ uploadId: id, purpose, sha256: toHex(sha256) }))
}

/** The events of a case to which papers were moved. */
export function papersAdded(moved: readonly MovedUpload[], on: CivilDate): CaseEvent[] {
  return moved.map((paper) => ({ type: 'paper_added', on, ...paper }))
}
