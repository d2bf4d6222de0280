import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { StaffActor } from '#case/actor.ts'
import type { FileApplication } from '#features/intake/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Instant } from '#law/instant.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import type { Ctx, StaffCtx } from '#store/context.ts'
import { pendingReceipt, pendingReceiptEvent } from '#store/tables/pending-receipt.table.ts'

export type PendingRow = typeof pendingReceipt.$inferSelect

/** What was done about a letter or fax. */
export type PendingFact =
  | { readonly type: 'kept' }
  | { readonly type: 'attempt'; readonly way: string; readonly result: string; readonly note: string | null }
  | { readonly type: 'opened'; readonly reason: string }
  | { readonly type: 'confirmed'; readonly way: string; readonly number: string }
  | { readonly type: 'closed'; readonly reason: string }

export type PendingEvent = PendingFact & { readonly on: CivilDate; readonly recordedAt: Instant; readonly actorName: string }

/** A letter or fax with its history; `application` is null once it has been erased. */
export interface Pending {
  readonly row: PendingRow
  readonly application: FileApplication | null
  readonly events: readonly PendingEvent[]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** As many as are looked through at once; what is confirmed makes room for the next. */
export const SHOWN = 200

/** @throws AppError not_found for one that does not exist and, in the same words, for one of another authority */
export async function loadPending(tx: Queryable, ctx: StaffCtx, id: string, { lock = false }: { readonly lock?: boolean } = {}): Promise<Pending> {
  if (!UUID.test(id)) throw notFound()
  const query = tx.select().from(pendingReceipt).where(and(eq(pendingReceipt.id, id), eq(pendingReceipt.authorityId, ctx.actor.authorityId)))
  const [row] = lock ? await query.for('update') : await query
  if (!row) throw notFound()
  return (await withEvents(tx, ctx, [row]))[0]!
}

/** What waits at this authority, the longest waiting first. */
export async function listPending(ctx: StaffCtx): Promise<Pending[]> {
  const rows = await ctx.db
    .select()
    .from(pendingReceipt)
    .where(and(eq(pendingReceipt.authorityId, ctx.actor.authorityId), eq(pendingReceipt.status, 'waiting')))
    .orderBy(asc(pendingReceipt.arrivedOn), asc(pendingReceipt.id))
    .limit(SHOWN)
  return withEvents(ctx.db, ctx, rows)
}

async function withEvents(tx: Queryable, ctx: Ctx, rows: readonly PendingRow[]): Promise<Pending[]> {
  if (rows.length === 0) return []
  const events = await tx.select().from(pendingReceiptEvent).where(inArray(pendingReceiptEvent.pendingId, rows.map(({ id }) => id))).orderBy(asc(pendingReceiptEvent.id))
  return rows.map((row) => ({
    row,
    application: openContent(ctx, row),
    events: events
      .filter(({ pendingId }) => pendingId === row.id)
      .map(({ type, data, occurredOn: on, recordedAt, actorName }) => ({ ...data, type, on, recordedAt, actorName }) as unknown as PendingEvent),
  }))
}

/** Days on which somebody was tried to be reached in vain. */
export function triedOn({ events }: Pick<Pending, 'events'>): CivilDate[] {
  return events.filter(({ type }) => type === 'attempt').map(({ on }) => on)
}

/** Seals what was typed; like a draft it is readable with the keys of this system alone. */
export function sealContent(ctx: Ctx, id: string, application: FileApplication) {
  const { bytes, keyId } = ctx.keyring.seal(JSON.stringify(application), contextOf(id))
  return { content: bytes, keyId }
}

function openContent(ctx: Ctx, { id, content, keyId }: PendingRow): FileApplication | null {
  if (content === null || keyId === null) return null
  return JSON.parse(ctx.keyring.open({ bytes: content, keyId }, contextOf(id))) as FileApplication
}

/** Writes down what somebody did, in the transaction of the deed. */
export async function noteFact(tx: Queryable, ctx: Ctx<StaffActor>, pendingId: string, on: CivilDate, { type, ...data }: PendingFact): Promise<void> {
  await tx.insert(pendingReceiptEvent).values({ pendingId, type, occurredOn: on, recordedAt: ctx.now, actorId: ctx.actor.id, actorName: ctx.actor.name, data })
}

/** Letters and faxes that wait at this authority, never counting beyond `cap`. */
export async function countPending(ctx: StaffCtx, cap: number): Promise<number> {
  const some = ctx.db.select({ one: sql`1` }).from(pendingReceipt).where(and(eq(pendingReceipt.authorityId, ctx.actor.authorityId), eq(pendingReceipt.status, 'waiting'))).limit(cap).as('some')
  const [row] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(some)
  return row!.count
}

function contextOf(id: string): string {
  return `pending-receipt/${id}`
}
