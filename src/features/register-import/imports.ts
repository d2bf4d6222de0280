import { and, desc, eq, sql } from 'drizzle-orm'
import { plusSeconds } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { Table } from '#platform/tables/table-reader.ts'
import type { Ctx } from '#store/context.ts'
import type { SavedMapping } from './mapping.ts'
import { onlyImporters } from './may-import.ts'
import { registerImport, registerMapping, type ImportRow } from './register-import.table.ts'

/** How long a file that nobody imports is kept. */
const KEPT_SECONDS = 24 * 3600
const SHOWN = 20

/** Who acts, and for which authority. */
export interface Importing {
  readonly ctx: Ctx
  readonly authorityId: string
}

/** Everything about an import but the content of its file. */
export type ImportFacts = Omit<ImportRow, 'content'> & { readonly kept: boolean }

const { content: _, ...FACTS } = { ...columns(), kept: sql<boolean>`${registerImport.content} is not null` }

function columns() {
  const { id, authorityId, madeBy, madeByName, madeAt, fileName, fileSize, fileDigest, content, keyId, expiresAt, choice, status, importedBy, importedByName, importedAt, imported, leftOut } = registerImport
  return { id, authorityId, madeBy, madeByName, madeAt, fileName, fileSize, fileDigest, content, keyId, expiresAt, choice, status, importedBy, importedByName, importedAt, imported, leftOut }
}

export async function keepFile({ ctx, authorityId }: Importing, file: { readonly name: string; readonly bytes: Uint8Array }, table: Table): Promise<string> {
  const id = newId(ctx.now)
  const sealed = ctx.keyring.seal(JSON.stringify(table), contextOf(id))
  await ctx.db.insert(registerImport).values({
    id,
    authorityId,
    madeBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    madeByName: ctx.actor.name,
    madeAt: ctx.now,
    fileName: file.name,
    fileSize: file.bytes.length,
    fileDigest: digestOf(ctx, file.bytes),
    content: sealed.bytes,
    keyId: sealed.keyId,
    expiresAt: plusSeconds(ctx.now, KEPT_SECONDS),
    status: 'open',
  })
  return id
}

/** @throws AppError forbidden; not_found, in the same words for a missing import and for one of another authority */
export async function findImport(tx: Queryable, { ctx, authorityId }: Importing, id: string, { lock = false } = {}): Promise<ImportRow> {
  onlyImporters(ctx.actor)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound()
  const query = tx.select().from(registerImport).where(and(eq(registerImport.id, id), eq(registerImport.authorityId, authorityId)))
  const [row] = lock ? await query.for('update') : await query
  if (!row) throw notFound()
  return row
}

/** The file of an import; null once it is erased. */
export function openTable({ keyring }: Ctx, { id, content, keyId }: ImportRow): Table | null {
  return content === null || keyId === null ? null : (JSON.parse(keyring.open({ bytes: content, keyId }, contextOf(id))) as Table)
}

/** What is kept of the file from now on; null erases it. */
export function sealTable({ keyring }: Ctx, id: string, table: Table | null) {
  if (table === null) return { content: null, keyId: null }
  const { bytes, keyId } = keyring.seal(JSON.stringify(table), contextOf(id))
  return { content: bytes, keyId }
}

/** The newest imports of an authority. */
export function listImports({ ctx, authorityId }: Importing): Promise<ImportFacts[]> {
  return ctx.db.select(FACTS).from(registerImport).where(eq(registerImport.authorityId, authorityId)).orderBy(desc(registerImport.madeAt)).limit(SHOWN)
}

/** An import of the very same file that was carried out, the latest. */
export async function earlierTwin({ ctx, authorityId }: Importing, digests: readonly Uint8Array[]): Promise<ImportFacts | null> {
  const [row] = await ctx.db
    .select(FACTS)
    .from(registerImport)
    .where(and(eq(registerImport.authorityId, authorityId), eq(registerImport.status, 'imported'), sql`${registerImport.fileDigest} in ${digests}`))
    .orderBy(desc(registerImport.importedAt))
    .limit(1)
  return row ?? null
}

/** The digest of a file under every key that is held. */
export function digestsOf({ keyring }: Ctx, bytes: Uint8Array): Uint8Array[] {
  return keyring.hashes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 'register-file')
}

/** The digest that a row carries, for finding its twins. */
export function digestOfRow({ fileDigest }: ImportRow): Uint8Array[] {
  return [fileDigest]
}

export async function savedMapping({ ctx, authorityId }: Importing): Promise<SavedMapping> {
  const [row] = await ctx.db.select().from(registerMapping).where(eq(registerMapping.authorityId, authorityId))
  return row?.mapping ?? {}
}

function digestOf(ctx: Ctx, bytes: Uint8Array): Uint8Array {
  return digestsOf(ctx, bytes)[0]!
}

function contextOf(id: string): string {
  return `register-import/${id}`
}
