import { and, asc, eq } from 'drizzle-orm'
import type { Actor, StaffActor } from '#case/actor.ts'
import { evolve, foldCase } from '#case/evolve.ts'
import type { CaseEvent } from '#case/events.ts'
import type { CaseState, RecordedEvent } from '#case/state.ts'
import { maySee } from '#case/visibility.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound, staleVersion } from '#platform/errors.ts'
import { caseClock, projection } from './case-row.ts'
import { calendarFor, type Ctx } from './context.ts'
import { CHAIN_START, linkHash } from './event-hash.ts'
import { noteStaleCalendar } from './stale-calendar.ts'
import { caseEvent, caseFile } from './tables/case.table.ts'

export type CaseRow = typeof caseFile.$inferSelect

/** A case as read: its row, its events and what they add up to. */
export interface LoadedCase {
  readonly row: CaseRow
  readonly events: readonly RecordedEvent[]
  readonly state: CaseState
}

/**
 * Reads a case of the actor's authority by its number.
 * @throws AppError not_found for a missing case and, in the same words, for one that the actor may not see
 */
export async function loadCase(
  tx: Queryable,
  actor: StaffActor,
  number: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<LoadedCase> {
  const query = tx
    .select()
    .from(caseFile)
    .where(and(eq(caseFile.authorityId, actor.authorityId), eq(caseFile.number, number)))
  const [row] = lock ? await query.for('update') : await query
  if (!row || !maySee(actor, row)) throw notFound()
  return withEvents(tx, row)
}

/** Reads a case by id, for jobs and for doors that have checked who asks. */
export async function loadCaseById(tx: Queryable, id: string, { lock = false }: { readonly lock?: boolean } = {}): Promise<LoadedCase> {
  const query = tx.select().from(caseFile).where(eq(caseFile.id, id))
  const [row] = lock ? await query.for('update') : await query
  if (!row) throw notFound(`case ${id}`)
  return withEvents(tx, row)
}

async function withEvents(tx: Queryable, row: CaseRow): Promise<LoadedCase> {
  const rows = await tx.select().from(caseEvent).where(eq(caseEvent.caseId, row.id)).orderBy(asc(caseEvent.seq))
  const events = rows.map(toRecorded)
  return { row, events, state: foldCase(events) }
}

/** A stored row as the event that it holds. */
export function toRecorded(row: Omit<typeof caseEvent.$inferSelect, 'prevHash' | 'hash'>): RecordedEvent {
  return {
    seq: row.seq,
    event: { ...row.data, type: row.type, on: row.occurredOn } as unknown as CaseEvent,
    actorId: row.actorId,
    actorName: row.actorName,
    actorKind: row.actorKind as RecordedEvent['actorKind'],
    recordedAt: row.recordedAt,
  }
}

/** The fields of a row that its events do not tell. */
export type NewCase = Pick<
  CaseRow,
  'id' | 'authorityId' | 'applicationId' | 'number' | 'subject' | 'applicantName' | 'applicantKind' | 'channel' | 'receivedOn'
> & { readonly monthOrdinal?: number | null }

/** Writes a new case with its first events. */
export async function createCase(tx: Queryable, ctx: Ctx, fresh: NewCase, events: readonly CaseEvent[]): Promise<LoadedCase> {
  const { loaded, links } = begin(ctx, fresh, [{ actor: ctx.actor, events }])
  await Promise.all([
    tx.insert(caseFile).values(loaded.row).execute(),
    tx.insert(caseEvent).values(links).execute(),
    noteStaleCalendar(tx, ctx, fresh.id),
  ])
  return loaded
}

/** What one actor recorded. */
export interface Chapter {
  readonly actor: Actor
  readonly events: readonly CaseEvent[]
}

/** What a new case comes to: the case as it then is, and the rows of its chain. Nothing is written. */
export function begin(ctx: Ctx, fresh: NewCase, history: readonly Chapter[]) {
  const recorded = history.reduce<RecordedEvent[]>((all, { actor, events }) => [...all, ...record(actor, ctx.now, all.length, events)], [])
  const state = foldCase(recorded)
  const links = chain(fresh.id, CHAIN_START, recorded)
  const row: CaseRow = {
    ...fresh,
    ...projection(state, caseClock(state, recorded, ctx.today, calendarFor(ctx, fresh.authorityId))),
    version: recorded.length,
    headHash: links.at(-1)!.hash,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    monthOrdinal: fresh.monthOrdinal ?? null,
  }
  const loaded: LoadedCase = { row, events: recorded, state }
  return { loaded, links }
}

/**
 * Appends events to a case as it was read.
 * @throws AppError conflict when somebody else appended in between; nothing is written then
 */
export async function appendEvents(tx: Queryable, ctx: Ctx, loaded: LoadedCase, events: readonly CaseEvent[]): Promise<LoadedCase> {
  if (events.length === 0) return loaded
  const { changes, links, next } = advance(ctx, loaded, events)
  const updated = await tx
    .update(caseFile)
    .set(changes)
    .where(and(eq(caseFile.id, loaded.row.id), eq(caseFile.version, loaded.row.version)))
    .returning({ id: caseFile.id })
  if (updated.length === 0) throw staleVersion()
  await tx.insert(caseEvent).values(links)
  await noteStaleCalendar(tx, ctx, loaded.row.id)
  return next
}

/** What appending comes to: columns of the case, rows of the chain, and the case as it then is. Nothing is written. */
export function advance(ctx: Ctx, { row, events: before, state: was }: LoadedCase, events: readonly CaseEvent[]) {
  const recorded = record(ctx.actor, ctx.now, row.version, events)
  const all = [...before, ...recorded]
  const state = recorded.reduce((sum, one) => evolve(sum, one.event, one.actorId), was)
  const links = chain(row.id, row.headHash, recorded)
  const changes = {
    ...projection(state, caseClock(state, all, ctx.today, calendarFor(ctx, row.authorityId))),
    version: row.version + recorded.length,
    headHash: links.at(-1)!.hash,
    updatedAt: ctx.now,
  }
  const next: LoadedCase = { row: { ...row, ...changes }, events: all, state }
  return { changes, links, next }
}

function record(actor: Actor, now: string, version: number, events: readonly CaseEvent[]): RecordedEvent[] {
  return events.map((event, index) => ({
    seq: version + index + 1,
    event,
    actorKind: actor.kind,
    actorId: actor.kind === 'staff' ? actor.id : null,
    actorName: actor.name,
    recordedAt: now,
  }))
}

function chain(caseId: string, head: Uint8Array, recorded: readonly RecordedEvent[]): (typeof caseEvent.$inferInsert)[] {
  let previous = head
  return recorded.map(({ seq, event, actorKind, actorId, actorName, recordedAt }) => {
    const { type, on, ...data } = event
    const link = { caseId, seq, type, occurredOn: on, recordedAt, actorKind, actorId, actorName, data }
    const hash = linkHash(previous, link)
    const row = { ...link, recordedAt: recordedAt as never, prevHash: previous, hash }
    previous = hash
    return row
  })
}
