import { and, eq, ne, or, sql } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { refuse, type Refused } from '#law/refusal.ts'
import { notFound } from '#platform/errors.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import type { Ctx } from '#store/context.ts'
import type { ItemInput } from './item.schema.ts'
import { findItem } from './items.ts'
import { onlyEditors } from './may-edit.ts'
import { publishedItem, type PublishedItem } from './suggestions.table.ts'

export type Saved = Outcome<{ readonly id: string; readonly version: number; readonly changed: boolean }>

/** Adds an item of an authority. The same document number or address stands only once. */
export function addItem(ctx: Ctx, authorityId: string, input: ItemInput): Promise<Saved> {
  onlyEditors(ctx.actor)
  return ctx.db.transaction(async (tx) => {
    await lockItems(tx, authorityId)
    return (await sameElsewhere(tx, authorityId, input, null)) ?? { ok: true, changed: true, ...(await insertItem(tx, ctx, authorityId, input)) }
  })
}

/** Changes an item, if nobody else did since `version` was seen. Saving it unchanged does nothing. */
export function changeItem(ctx: Ctx, { id, authorityId, version }: { readonly id: string; readonly authorityId: string; readonly version: number }, input: ItemInput): Promise<Saved> {
  onlyEditors(ctx.actor)
  return ctx.db.transaction(async (tx) => {
    await lockItems(tx, authorityId)
    const old = await findItem(tx, id, authorityId)
    if (!old) throw notFound('published item')
    if (saysTheSame(old, input)) return { ok: true, id, version: old.version, changed: false }
    if (old.version !== version) return refuse('suggestions/stale-version', '别人刚改过这一条，请看过最新的再改')
    return (await sameElsewhere(tx, authorityId, input, id)) ?? { ok: true, id, changed: true, version: await updateItem(tx, ctx, old, input) }
  })
}

/** Takes an item out of the suggestions, or back in. Doing it twice does nothing. */
export async function setActive(ctx: Ctx, { id, authorityId }: { readonly id: string; readonly authorityId: string }, active: boolean): Promise<Saved> {
  onlyEditors(ctx.actor)
  const old = await findItem(ctx.db, id, authorityId)
  if (!old) throw notFound('published item')
  const [row] = await ctx.db
    .update(publishedItem)
    .set({ active, version: sql`${publishedItem.version} + 1`, changedBy: nameOf(ctx), changedAt: ctx.now })
    .where(and(eq(publishedItem.id, id), eq(publishedItem.authorityId, authorityId), ne(publishedItem.active, active)))
    .returning({ version: publishedItem.version })
  return { ok: true, id, version: row?.version ?? old.version, changed: row !== undefined }
}

/** One writer at a time for an authority, so that what was looked up still holds when it is written. */
export async function lockItems(tx: Queryable, authorityId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('published_item'), hashtext(${authorityId}))`)
}

export async function insertItem(tx: Queryable, ctx: Ctx, authorityId: string, input: ItemInput): Promise<{ id: string; version: number }> {
  const id = newId(ctx.now)
  await tx.insert(publishedItem).values({ ...columnsOf(input), id, authorityId, changedBy: nameOf(ctx), changedAt: ctx.now })
  return { id, version: 1 }
}

/** A retired item stays retired. */
export async function updateItem(tx: Queryable, ctx: Ctx, old: PublishedItem, input: ItemInput): Promise<number> {
  const version = old.version + 1
  await tx.update(publishedItem).set({ ...columnsOf(input), version, changedBy: nameOf(ctx), changedAt: ctx.now }).where(eq(publishedItem.id, old.id))
  return version
}

export function saysTheSame(old: PublishedItem, input: ItemInput): boolean {
  return Object.entries(columnsOf(input)).every(([name, value]) => old[name as keyof PublishedItem] === value)
}

async function sameElsewhere(tx: Queryable, authorityId: string, { documentRef, url }: ItemInput, but: string | null): Promise<Refused | null> {
  if (documentRef === undefined && url === undefined) return null
  const same = or(documentRef === undefined ? undefined : eq(publishedItem.documentRef, documentRef), url === undefined ? undefined : eq(publishedItem.url, url))
  const [row] = await tx
    .select({ title: publishedItem.title, active: publishedItem.active, documentRef: publishedItem.documentRef })
    .from(publishedItem)
    .where(and(eq(publishedItem.authorityId, authorityId), same, but === null ? undefined : ne(publishedItem.id, but)))
    .limit(1)
  if (!row) return null
  const what = documentRef !== undefined && row.documentRef === documentRef ? '文号' : '网址'
  return refuse('suggestions/already-there', `“${row.title}”已经用了这个${what}${row.active ? '' : '，它现在停用'}，请改那一条`)
}

function columnsOf({ kind, title, documentRef, summary, url, publishedOn, indexNumber }: ItemInput) {
  return { kind, title, documentRef: documentRef ?? null, summary: summary ?? null, url: url ?? null, publishedOn: publishedOn ?? null, indexNumber: indexNumber ?? null }
}

function nameOf({ actor }: Ctx): string {
  return actor.kind === 'staff' ? actor.name : '命令行'
}
