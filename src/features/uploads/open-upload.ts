import { and, eq } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { refuse } from '#law/refusal.ts'
import { sha256 } from '#platform/crypto/digest.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { sameBytes } from '#platform/crypto/keyring.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { AppError, notFound } from '#platform/errors.ts'
import type { Files } from '#platform/files/port.ts'
import type { Ctx } from '#store/context.ts'
import { bytesContext, ownedBy, viewOf, type UploadRow, type UploadView } from './upload-rows.ts'
import { upload } from './upload.table.ts'
import type { UploadOwner } from './upload-words.ts'

/** A kept paper on its way out. */
export interface UploadFile {
  readonly view: UploadView
  readonly bytes: Uint8Array
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * One paper of an owner, for a door that has checked who asks.
 * @throws AppError not_found when the owner has no such paper
 */
export async function findUpload(ctx: Ctx, tx: Queryable, owner: UploadOwner, id: string): Promise<UploadView> {
  return viewOf(ctx.keyring, await rowOf(tx, owner, id))
}

/**
 * Its bytes, decrypted and compared with the SHA-256 that was recorded. Refused until a configured scanner has found it clean.
 * @throws AppError not_found, or unavailable where the storage does not have it
 */
export async function openUpload(ctx: Ctx, owner: UploadOwner, id: string): Promise<Outcome<{ readonly file: UploadFile }>> {
  const row = await rowOf(ctx.db, owner, id)
  const view = viewOf(ctx.keyring, row)
  if (row.scan === 'found') return refuse('uploads/quarantined', `“${view.name}”里查到病毒（${row.finding}），已经隔离，不能打开`)
  if (row.scan === 'waiting') return refuse('uploads/not-scanned', `“${view.name}”还没有做病毒检查，做好后才能打开`)
  return { ok: true, file: { view, bytes: await plainBytes(ctx, ctx.files, row) } }
}

/** @throws AppError unavailable where they are not there; Error where they are not those that were stored */
export async function plainBytes({ keyring }: { readonly keyring: Keyring }, files: Files | undefined, row: UploadRow): Promise<Uint8Array> {
  const sealed = files === undefined ? null : await files.storage.get(row.id)
  if (sealed === null) throw new AppError('unavailable', '这份文件现在取不出来，请告诉系统管理员', { code: 'uploads/missing', internal: `upload ${row.id} is not in the storage` })
  const plain = keyring.openBytes({ bytes: sealed, keyId: row.keyId }, bytesContext(row.id))
  if (!sameBytes(sha256(plain), row.sha256)) throw new Error(`upload ${row.id}: stored bytes do not match their SHA-256`)
  return plain
}

async function rowOf(tx: Queryable, owner: UploadOwner, id: string): Promise<UploadRow> {
  if (!UUID.test(id)) throw notFound()
  const [row] = await tx.select().from(upload).where(and(ownedBy(owner), eq(upload.id, id), eq(upload.status, 'stored')))
  if (!row) throw notFound()
  return row
}
