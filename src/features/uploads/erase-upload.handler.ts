import { and, eq } from 'drizzle-orm'
import type { JobHandler } from '#store/outbox-run.ts'
import { upload } from './upload.table.ts'

/** Bytes first, then the row: what dies in between is done once more. */
export const eraseUpload: JobHandler<{ uploadId: string }> = async ({ db, files }, { uploadId }) => {
  const marked = and(eq(upload.id, uploadId), eq(upload.status, 'erasing'))
  const [row] = await db.select({ id: upload.id }).from(upload).where(marked)
  if (row) {
    if (files === undefined) throw new Error('no file storage')
    await files.storage.erase(uploadId)
  }
  return async (tx) => {
    await tx.delete(upload).where(marked)
  }
}
