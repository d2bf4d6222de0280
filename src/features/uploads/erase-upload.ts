import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import type { Ctx } from '#store/context.ts'
import { enqueueMany } from '#store/outbox.ts'
import { eraseUploadJob } from './erase-upload.job.ts'
import { ownedBy } from './upload-rows.ts'
import { upload } from './upload.table.ts'
import type { UploadOwner } from './upload-words.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** They are gone from every list at once; a job erases the bytes, then the rows. Papers of cases stay. Returns what was marked. */
export async function markErasing(tx: Queryable, ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .update(upload)
    .set({ status: 'erasing' })
    .where(and(inArray(upload.id, [...ids]), ne(upload.ownerKind, 'case'), ne(upload.status, 'erasing')))
    .returning({ id: upload.id })
  await enqueueMany(tx, ctx, eraseUploadJob, rows.map(({ id }) => ({ uploadId: id })))
  return rows.map(({ id }) => id)
}

/**
 * 移除: for a paper that is not in a case yet. Removing it once more is no error.
 * @throws AppError not_found for a paper of a case: those stay
 */
export async function removeUpload(ctx: Ctx, owner: UploadOwner, id: string): Promise<void> {
  if (owner.kind === 'case') throw notFound()
  if (!UUID.test(id)) return
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select({ id: upload.id }).from(upload).where(and(ownedBy(owner), eq(upload.id, id)))
    if (row) await markErasing(tx, ctx, [row.id])
  })
}

/** Removes all papers of an owner, for example with a draft that is thrown away. */
export async function dropUploads(tx: Queryable, ctx: Ctx, owner: UploadOwner): Promise<void> {
  const rows = await tx.select({ id: upload.id }).from(upload).where(ownedBy(owner))
  await markErasing(tx, ctx, rows.map(({ id }) => id))
}
