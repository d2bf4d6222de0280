import { eq, inArray, or } from 'drizzle-orm'
import { sha256, toHex } from '#platform/crypto/digest.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { randomCode } from '#platform/ids.ts'
import type { Instant } from '#law/instant.ts'
import type { Ctx } from '#store/context.ts'
import { applicationDraft, draftDevice } from '#store/tables/application.table.ts'
import { DRAFT_CODE_LENGTH, draftCodeHashes, hashDraftCode } from './draft-code.ts'
import type { Filed } from './file-application.ts'

/** Field name → text, exactly as typed. */
export type Typed = Readonly<Record<string, string>>

/** What the portal keeps between the steps. After filing only the receipt is left, for a second click. */
export interface DraftContent {
  readonly values: Typed
  readonly filed: Filed | null
}

export interface Draft extends DraftContent {
  /** 64 hexadecimal digits: names the draft without opening it. */
  readonly name: string
  readonly authorityId: string
  readonly updatedAt: Instant
  readonly expiresAt: Instant
  /** A 续写码 has been given for it. */
  readonly hasCode: boolean
}

const KEEP_SECONDS = 30 * 24 * 60 * 60
const KEEP_FILED_SECONDS = 30 * 60

type Row = typeof applicationDraft.$inferSelect

/** The table knows only this of a token, so that whoever reads the table cannot open a draft. */
export function draftName(token: string): string {
  return toHex(sha256(token))
}

/** The draft of a browser's token; null when there is none, or when its thirty days are over. */
export async function loadDraft(ctx: Ctx, token: string): Promise<Draft | null> {
  const hash = sha256(token)
  const opened = ctx.db.select({ name: draftDevice.draftHash }).from(draftDevice).where(eq(draftDevice.tokenHash, hash))
  const [row] = await ctx.db.select().from(applicationDraft).where(or(eq(applicationDraft.tokenHash, hash), inArray(applicationDraft.tokenHash, opened)))
  return unexpired(ctx, row)
}

/** Begins a draft under a fresh token. */
export async function beginDraft(ctx: Ctx, token: string, authorityId: string, values: Typed): Promise<Draft> {
  const name = draftName(token)
  const { content, keyId, updatedAt, expiresAt } = sealed(ctx, name, { values, filed: null })
  await ctx.db.insert(applicationDraft).values({ tokenHash: sha256(token), authorityId, content, keyId, updatedAt, expiresAt })
  return { name, authorityId, values, filed: null, updatedAt, expiresAt, hasCode: false }
}

/**
 * Changes a draft under a lock, so that of two devices at once the second one sees what the first one wrote, and keeps it another
 * thirty days. What has been filed is never written over and comes back as it is. Null when there is no such draft any more.
 */
export async function changeDraft(ctx: Ctx, name: string, change: (old: Draft) => { readonly authorityId: string; readonly values: Typed }): Promise<Draft | null> {
  return ctx.db.transaction(async (tx) => {
    const old = await lockDraft(ctx, tx, name)
    if (!old || old.filed) return old
    const { authorityId, values } = change(old)
    const columns = { authorityId, ...sealed(ctx, name, { values, filed: null }) }
    await tx.update(applicationDraft).set(columns).where(eq(applicationDraft.tokenHash, bytesOf(name)))
    return { ...old, authorityId, values, updatedAt: columns.updatedAt, expiresAt: columns.expiresAt }
  })
}

/** The draft as it stands now; nobody else changes it before the transaction ends. */
export async function lockDraft(ctx: Ctx, tx: Queryable, name: string): Promise<Draft | null> {
  const [row] = await tx.select().from(applicationDraft).where(eq(applicationDraft.tokenHash, bytesOf(name))).for('update')
  return unexpired(ctx, row)
}

/** Erases what was typed and the code, and leaves the receipt for half an hour. */
export async function fileDraft(ctx: Ctx, tx: Queryable, name: string, filed: Filed): Promise<void> {
  const columns = { authorityId: filed.authorityId, ...sealed(ctx, name, { values: {}, filed }), codeHash: null }
  await tx.update(applicationDraft).set(columns).where(eq(applicationDraft.tokenHash, bytesOf(name)))
}

/** Gives the draft a new code; the one before opens it no longer. Told here and never again. */
export async function newDraftCode(ctx: Ctx, name: string): Promise<string> {
  const code = randomCode(DRAFT_CODE_LENGTH)
  await ctx.db.update(applicationDraft).set({ codeHash: hashDraftCode(ctx.keyring, code) }).where(eq(applicationDraft.tokenHash, bytesOf(name)))
  return code
}

/** The draft that a code opens. */
export async function draftOfCode(ctx: Ctx, code: string): Promise<Draft | null> {
  const [row] = await ctx.db.select().from(applicationDraft).where(inArray(applicationDraft.codeHash, draftCodeHashes(ctx.keyring, code)))
  return unexpired(ctx, row)
}

/** Lets a further browser open the draft with a token of its own. */
export async function addDevice(ctx: Ctx, name: string, token: string): Promise<void> {
  await ctx.db.insert(draftDevice).values({ tokenHash: sha256(token), draftHash: bytesOf(name) })
}

export async function eraseDraft(tx: Queryable, name: string): Promise<void> {
  await tx.delete(applicationDraft).where(eq(applicationDraft.tokenHash, bytesOf(name)))
}

function unexpired(ctx: Ctx, row: Row | undefined): Draft | null {
  if (!row || row.expiresAt <= ctx.now) return null
  const name = toHex(row.tokenHash)
  const content = JSON.parse(ctx.keyring.open({ bytes: row.content, keyId: row.keyId }, contextOf(name))) as DraftContent
  return { ...content, name, authorityId: row.authorityId, updatedAt: row.updatedAt, expiresAt: row.expiresAt, hasCode: row.codeHash !== null }
}

function sealed(ctx: Ctx, name: string, content: DraftContent) {
  const { bytes, keyId } = ctx.keyring.seal(JSON.stringify(content), contextOf(name))
  return { content: bytes, keyId, updatedAt: ctx.now, expiresAt: plusSeconds(ctx.now, content.filed ? KEEP_FILED_SECONDS : KEEP_SECONDS) }
}

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(Buffer.from(name, 'hex'))
}

function contextOf(name: string): string {
  return `draft/${name}`
}
