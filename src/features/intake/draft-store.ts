import { eq } from 'drizzle-orm'
import { sha256, toHex } from '#platform/crypto/digest.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { Instant } from '#law/instant.ts'
import type { Ctx } from '#store/context.ts'
import { applicationDraft } from '#store/tables/application.table.ts'
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
  readonly expiresAt: Instant
}

const KEEP_SECONDS = 30 * 24 * 60 * 60
const KEEP_FILED_SECONDS = 30 * 60

/** The table knows only this of a token, so that whoever reads the table cannot open a draft. */
export function draftName(token: string): string {
  return toHex(sha256(token))
}

/** The draft of a token; null when there is none, or when its thirty days are over. */
export async function loadDraft(ctx: Ctx, token: string): Promise<Draft | null> {
  const [row] = await ctx.db.select().from(applicationDraft).where(eq(applicationDraft.tokenHash, sha256(token)))
  if (!row || row.expiresAt <= ctx.now) return null
  const name = draftName(token)
  const content = JSON.parse(ctx.keyring.open({ bytes: row.content, keyId: row.keyId }, contextOf(name))) as DraftContent
  return { ...content, name, expiresAt: row.expiresAt }
}

/** Seals and keeps a draft for another thirty days; one that has been filed for half an hour. */
export async function saveDraft(ctx: Ctx, token: string, authorityId: string, content: DraftContent, db: Queryable = ctx.db): Promise<void> {
  const sealed = ctx.keyring.seal(JSON.stringify(content), contextOf(draftName(token)))
  const columns = {
    authorityId,
    content: sealed.bytes,
    keyId: sealed.keyId,
    updatedAt: ctx.now,
    expiresAt: plusSeconds(ctx.now, content.filed ? KEEP_FILED_SECONDS : KEEP_SECONDS),
  }
  await db
    .insert(applicationDraft)
    .values({ tokenHash: sha256(token), ...columns })
    .onConflictDoUpdate({ target: applicationDraft.tokenHash, set: columns })
}

export async function eraseDraft(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.delete(applicationDraft).where(eq(applicationDraft.tokenHash, sha256(token)))
}

function contextOf(name: string): string {
  return `draft/${name}`
}
