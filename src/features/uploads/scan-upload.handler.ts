import { and, eq } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import type { Ctx } from '#store/context.ts'
import { notify } from '#store/notifications.ts'
import { caseFile } from '#store/tables/case.table.ts'
import type { JobHandler } from '#store/outbox-run.ts'
import { plainBytes } from './open-upload.ts'
import { upload } from './upload.table.ts'

/** Scans what came while the scanner was down. Fails, and so is tried again, as long as it is. */
export const scanUpload: JobHandler<{ uploadId: string }> = async (services, { uploadId }) => {
  const waiting = and(eq(upload.id, uploadId), eq(upload.status, 'stored'), eq(upload.scan, 'waiting'))
  const [row] = await services.db.select().from(upload).where(waiting)
  if (!row) return async () => {}
  const scanner = services.files?.scanner ?? null
  if (scanner === null) throw new Error('a paper waits for a virus scanner, and none is configured')
  const result = await scanner.scan(await plainBytes(services, services.files, row))
  return async (tx, ctx) => {
    const set = result.clean ? { scan: 'clean' as const } : { scan: 'found' as const, finding: result.finding }
    const [changed] = await tx.update(upload).set(set).where(waiting).returning({ kind: upload.ownerKind, ownerId: upload.ownerId })
    if (!result.clean && changed?.kind === 'case') await warnHandler(tx, ctx, changed.ownerId)
  }
}

async function warnHandler(tx: Queryable, ctx: Ctx, caseId: string): Promise<void> {
  const [row] = await tx.select().from(caseFile).where(eq(caseFile.id, caseId))
  if (row?.handlerId) await notify(tx, ctx, [{ userId: row.handlerId, caseId, text: `案件${row.number}卷内有一份材料查到病毒，已经隔离` }])
}
