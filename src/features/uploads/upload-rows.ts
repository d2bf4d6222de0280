import { and, asc, eq, sql } from 'drizzle-orm'
import { toHex } from '#platform/crypto/digest.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { FileType } from '#platform/files/port.ts'
import type { Instant } from '#law/instant.ts'
import { upload } from './upload.table.ts'
import type { UploadOwner, UploadPurpose } from './upload-words.ts'

export type UploadRow = typeof upload.$inferSelect

/** A kept paper as lists show it. */
export interface UploadView {
  readonly id: string
  readonly purpose: UploadPurpose
  readonly field: string
  readonly name: string
  readonly type: FileType
  readonly size: number
  readonly pages: number
  /** 64 hexadecimal digits, of the plain bytes. */
  readonly sha256: string
  /** none: no scanner is configured · waiting: not scanned yet · found: quarantined. */
  readonly scan: 'none' | 'waiting' | 'clean' | 'found'
  readonly finding: string | null
  readonly addedByName: string
  readonly createdAt: Instant
}

/** The papers of an owner that are safely kept, oldest first; quarantined ones too. */
export async function uploadsOf({ keyring }: { readonly keyring: Keyring }, tx: Queryable, owner: UploadOwner): Promise<UploadView[]> {
  const rows = await tx
    .select()
    .from(upload)
    .where(and(ownedBy(owner), eq(upload.status, 'stored')))
    .orderBy(asc(upload.position))
  return rows.map((row) => viewOf(keyring, row))
}

export function ownedBy({ kind, id }: UploadOwner) {
  return and(eq(upload.ownerKind, kind), eq(upload.ownerId, id))
}

export function viewOf(keyring: Keyring, row: UploadRow): UploadView {
  const { id, purpose, field, type, size, pages, scan, finding, addedByName, createdAt } = row
  const name = keyring.open({ bytes: row.name, keyId: row.keyId }, nameContext(id))
  return { id, purpose, field, name, type, size, pages, sha256: toHex(row.sha256), scan, finding, addedByName, createdAt }
}

/** Of several requests that change the papers of one owner, one at a time. */
export async function lockOwner(tx: Queryable, { kind, id }: UploadOwner): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`upload/${kind}/${id}`}, 0))`)
}

export function nameContext(id: string): string {
  return `upload-name/${id}`
}

export function bytesContext(id: string): string {
  return `upload/${id}`
}
