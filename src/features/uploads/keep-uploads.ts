import { and, eq, inArray, ne } from 'drizzle-orm'
import { sha256 } from '#platform/crypto/digest.ts'
import type { FieldError } from '#platform/errors.ts'
import type { Files, ScanResult } from '#platform/files/port.ts'
import { newId } from '#platform/ids.ts'
import type { Ctx } from '#store/context.ts'
import { enqueue } from '#store/outbox.ts'
import { operatorText } from '#store/outbox-failure.ts'
import { checkFile, type Checked } from './check-file.ts'
import { markErasing } from './erase-upload.ts'
import { scanUploadJob } from './scan-upload.job.ts'
import { bytesContext, lockOwner, nameContext, ownedBy, viewOf, type UploadRow, type UploadView } from './upload-rows.ts'
import { upload } from './upload.table.ts'
import { LIMITS, type UploadOwner, type UploadPurpose } from './upload-words.ts'

/** What came in one file input. */
export interface Handed {
  readonly authorityId: string
  readonly owner: UploadOwner
  readonly purpose: UploadPurpose
  /** Of the form: errors name it. */
  readonly field: string
  readonly files: readonly File[]
}

export interface KeptUploads {
  readonly kept: readonly UploadView[]
  /** One sentence per file that was not kept, naming it. */
  readonly errors: readonly FieldError[]
}

type Good = Extract<Checked, { ok: true }>

/**
 * Checks, encrypts and stores files one by one: a bad one stands in the way of no other. The row is written before the bytes and
 * confirmed after them, so whatever dies in between leaves something that the sweep finds. The same file again is kept once.
 */
export async function keepUploads(ctx: Ctx, handed: Handed): Promise<KeptUploads> {
  const { field, files } = handed
  const only = (message: string): KeptUploads => ({ kept: [], errors: [{ field, message }] })
  if (files.length === 0) return { kept: [], errors: [] }
  if (ctx.files === undefined) return only('这里暂时不能上传文件，请到窗口交或者邮寄')
  if (files.length > LIMITS.filesPerField) return only(`一次选了${files.length}个文件，这里最多${LIMITS.filesPerField}个，都没有存，请分开选`)
  const kept: UploadView[] = []
  const errors: FieldError[] = []
  for (const file of files) {
    const checked = await checkFile(ctx.files, file)
    const outcome = checked.ok ? await keepOne(ctx, ctx.files, handed, checked) : checked.message
    if (typeof outcome === 'string') errors.push({ field, message: outcome })
    else kept.push(outcome)
  }
  return { kept, errors }
}

/** The paper as kept, or why not. */
async function keepOne(ctx: Ctx, files: Files, handed: Handed, good: Good): Promise<UploadView | string> {
  const digest = sha256(good.bytes)
  const scanned = await scan(ctx, files, good.bytes)
  const reserved = await reserve(ctx, handed, good, digest, scanned)
  if (reserved === 'full') return `“${good.name}”没有存，这里最多${LIMITS.filesPerField}个文件`
  if (reserved.status === 'stored') return viewOf(ctx.keyring, reserved)
  try {
    const sealed = ctx.keyring.sealBytes(good.bytes, bytesContext(reserved.id))
    if (sealed.keyId !== reserved.keyId) throw new Error('the key changed between name and bytes')
    await files.storage.put(reserved.id, sealed.bytes)
  } catch (error) {
    ctx.log.error('upload not stored', { uploadId: reserved.id, failure: operatorText(error) })
    await ctx.db.transaction((tx) => markErasing(tx, ctx, [reserved.id])).catch(() => {})
    return `“${good.name}”没有存进去，请过一会儿再传`
  }
  const stored = await confirm(ctx, handed, reserved, digest)
  if (scanned !== null && scanned !== 'waiting' && !scanned.clean) return `“${good.name}”里查到病毒，已经隔离，请先杀毒再传`
  return stored === null ? `“${good.name}”存得太慢，没有存进去，请再传一次` : viewOf(ctx.keyring, stored)
}

/** Null where no scanner is configured. A scanner that is down keeps nobody from filing: the paper waits, and nobody opens it meanwhile. */
async function scan({ log }: Ctx, { scanner }: Files, bytes: Uint8Array): Promise<ScanResult | 'waiting' | null> {
  if (scanner === null) return null
  try {
    return await scanner.scan(bytes)
  } catch (error) {
    log.error('virus scanner does not answer', { failure: operatorText(error) })
    return 'waiting'
  }
}

function reserve(ctx: Ctx, handed: Handed, good: Good, digest: Uint8Array, scanned: ScanResult | 'waiting' | null): Promise<UploadRow | 'full'> {
  const { authorityId, owner, purpose, field } = handed
  return ctx.db.transaction(async (tx) => {
    await lockOwner(tx, owner)
    const there = await tx.select().from(upload).where(and(ownedBy(owner), eq(upload.field, field), inArray(upload.status, ['storing', 'stored']), ne(upload.scan, 'found')))
    const twin = there.find((row) => row.status === 'stored' && row.purpose === purpose && sameDigest(row, digest))
    if (twin) return twin
    if (there.length >= LIMITS.filesPerField) return 'full'
    const id = newId(ctx.now)
    const name = ctx.keyring.seal(good.name, nameContext(id))
    const [row] = await tx
      .insert(upload)
      .values({
        id, authorityId, ownerKind: owner.kind, ownerId: owner.id, purpose, field,
        name: name.bytes, keyId: name.keyId, type: good.type, size: good.bytes.length, pages: good.pages, sha256: digest,
        status: 'storing', ...scanColumns(scanned),
        addedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null, addedByName: ctx.actor.name, createdAt: ctx.now,
      })
      .returning()
    return row!
  })
}

/** Null when the sweep took the row for left behind. Of two that stored the same file at once, the first stays. */
function confirm(ctx: Ctx, { owner, purpose, field }: Handed, reserved: UploadRow, digest: Uint8Array): Promise<UploadRow | null> {
  return ctx.db.transaction(async (tx) => {
    await lockOwner(tx, owner)
    const stored = await tx.select().from(upload).where(and(ownedBy(owner), eq(upload.field, field), eq(upload.purpose, purpose), eq(upload.status, 'stored'), ne(upload.scan, 'found')))
    const twin = reserved.scan === 'found' ? undefined : stored.find((row) => sameDigest(row, digest))
    if (twin) {
      await markErasing(tx, ctx, [reserved.id])
      return twin
    }
    const [row] = await tx.update(upload).set({ status: 'stored', storedAt: ctx.now }).where(and(eq(upload.id, reserved.id), eq(upload.status, 'storing'))).returning()
    if (row?.scan === 'waiting') await enqueue(tx, ctx, scanUploadJob, { uploadId: row.id })
    return row ?? null
  })
}

function sameDigest(row: UploadRow, digest: Uint8Array): boolean {
  return Buffer.compare(row.sha256, digest) === 0
}

function scanColumns(scanned: ScanResult | 'waiting' | null): Pick<UploadRow, 'scan' | 'finding'> {
  if (scanned === null) return { scan: 'none', finding: null }
  if (scanned === 'waiting') return { scan: 'waiting', finding: null }
  return scanned.clean ? { scan: 'clean', finding: null } : { scan: 'found', finding: scanned.finding }
}
