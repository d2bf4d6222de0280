import { and, asc, eq, getTableColumns, inArray, ne } from 'drizzle-orm'
import type { CivilDate } from '#law/civil-date.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { Ctx } from './context.ts'
import { letter } from './tables/letter.table.ts'

export type LetterRow = typeof letter.$inferSelect
/** A letter without its props and bytes: what lists and pages show. */
export type LetterFacts = Omit<LetterRow, 'props' | 'bytes'>

export interface NewLetter {
  readonly id: string
  readonly caseId: string
  readonly authorityId: string
  /** Code of the template. */
  readonly code: string
  readonly title: string
  /** Null for letters without one, such as 登记回执. */
  readonly documentNumber: string | null
  readonly issuedOn: CivilDate
  readonly templateVersion: string
  readonly props: Record<string, unknown>
}

/** What was rendered. */
export interface RenderedLetter {
  readonly bytes: Uint8Array
  readonly sha256: Uint8Array
  readonly pages: number
}

const { props: _props, bytes: _bytes, ...FACTS } = getTableColumns(letter)

export async function insertLetter(tx: Queryable, ctx: Ctx, fresh: NewLetter): Promise<void> {
  await tx.insert(letter).values({ ...fresh, status: 'queued', createdAt: ctx.now })
}

/** The whole row, for rendering or download; null when there is none. */
export async function readLetter(tx: Queryable, id: string): Promise<LetterRow | null> {
  const [row] = await tx.select().from(letter).where(eq(letter.id, id))
  return row ?? null
}

/** Locks the row until the transaction ends; null when there is none. */
export async function lockLetter(tx: Queryable, id: string): Promise<LetterFacts | null> {
  const [row] = await tx.select(FACTS).from(letter).where(eq(letter.id, id)).for('update')
  return row ?? null
}

/** The letters of a case, oldest first. */
export function lettersOfCase(tx: Queryable, caseId: string): Promise<LetterFacts[]> {
  return tx.select(FACTS).from(letter).where(eq(letter.caseId, caseId)).orderBy(asc(letter.createdAt), asc(letter.id))
}

/** The letters of these ids in their order; a part of a split application goes by letters that were sent for the whole. */
export function lettersById(tx: Queryable, ids: readonly string[]): Promise<LetterFacts[]> {
  return ids.length === 0 ? Promise.resolve([]) : tx.select(FACTS).from(letter).where(inArray(letter.id, [...ids])).orderBy(asc(letter.createdAt), asc(letter.id))
}

/** Letters that could not be set and wait for an operator, oldest first. */
export function failedLetters(tx: Queryable): Promise<LetterFacts[]> {
  return tx.select(FACTS).from(letter).where(eq(letter.status, 'failed')).orderBy(asc(letter.createdAt))
}

/** Keeps the bytes for ever: from here on a trigger refuses any change. */
export async function storeLetter(tx: Queryable, ctx: Ctx, id: string, rendered: RenderedLetter): Promise<void> {
  await tx.update(letter).set({ ...rendered, status: 'stored', failure: null, storedAt: ctx.now }).where(unstored(id))
}

/** @param failure one Chinese sentence for staff: what is wrong and what would help */
export async function failLetter(tx: Queryable, id: string, failure: string): Promise<void> {
  await tx.update(letter).set({ status: 'failed', failure }).where(unstored(id))
}

/** Puts a failed letter back in line, with the props it has. */
export async function requeueLetter(tx: Queryable, id: string): Promise<void> {
  await tx.update(letter).set({ status: 'queued', failure: null }).where(unstored(id))
}

function unstored(id: string) {
  return and(eq(letter.id, id), ne(letter.status, 'stored'))
}
