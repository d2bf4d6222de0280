import { and, eq, inArray, lte, ne, sql } from 'drizzle-orm'
import { civilDate, type CivilDate } from '#law/civil-date.ts'
import { toHex } from '#platform/crypto/digest.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { openPersonal, type ApplicantRow } from './applicant.ts'
import type { CaseRow } from './case-store.ts'
import { applicant, application } from './tables/application.table.ts'
import { caseFile } from './tables/case.table.ts'
import { monthCount } from './tables/month-count.table.ts'

/** By what the same applicant is recognised: his document under the keys that are held, the current one first. */
export type DocumentHashes = readonly [Uint8Array, ...Uint8Array[]]

export function documentHashes(keyring: Keyring, documentType: string, documentNumber: string): DocumentHashes {
  return keyring.hashes(`${documentType}:${documentNumber}`, 'document') as unknown as DocumentHashes
}

/** The same for a stored applicant; null after his data has been erased. */
export function hashesOf(keyring: Keyring, row: ApplicantRow): DocumentHashes | null {
  const personal = openPersonal(keyring, row)
  // Old registers know some applicants by name only: such a one is nobody's double.
  if (personal?.documentNumber === '') return null
  if (personal) return documentHashes(keyring, row.documentType, personal.documentNumber)
  return row.documentHash && [row.documentHash]
}

/** First day of the natural month. */
export function monthOf(date: CivilDate): CivilDate {
  return civilDate(`${date.slice(0, 7)}-01`)
}

interface Counter {
  readonly authorityId: string
  readonly hashes: DocumentHashes
  readonly receivedOn: CivilDate
}

/**
 * The next ordinal of an applicant in a natural month, for the fee (国办函〔2020〕109号 第四条). Holds a row lock until the transaction ends:
 * two filings at once get two ordinals. To be asked for before the number of the case, whose lock all applicants share.
 *
 * Reading (law.md §12.5): the month is that of the receipt date (31条), also for paper that is entered later; counted by authority; each part
 * of a split application counts. A case keeps its ordinal for ever. One that is joined back counts no longer: see {@link countedOrdinal}.
 */
export async function nextMonthOrdinal(tx: Queryable, { authorityId, hashes, receivedOn }: Counter): Promise<number> {
  const month = monthOf(receivedOn)
  const [current, ...older] = hashes
  const [row] = await tx
    .insert(monthCount)
    .values({ authorityId, documentHash: current, month, last: older.length === 0 ? 1 : sql`1 + ${countedUnder(authorityId, older, month)}` })
    .onConflictDoUpdate({ target: [monthCount.authorityId, monthCount.documentHash, monthCount.month], set: { last: sql`${monthCount.last} + 1` } })
    .returning({ last: monthCount.last })
  return row!.last
}

/**
 * The same for many cases at once, in their order: each counter is raised in one step, so that an import holds it no longer than it must.
 * Null where the document is not known.
 */
export async function nextMonthOrdinals(tx: Queryable, authorityId: string, cases: readonly { readonly hashes: DocumentHashes | null; readonly receivedOn: CivilDate }[]): Promise<(number | null)[]> {
  const known = cases.flatMap(({ hashes, receivedOn }, index) => (hashes === null ? [] : [{ hashes, receivedOn, index, month: monthOf(receivedOn) }]))
  const groups = [...Map.groupBy(known, ({ hashes, month }) => counterKey(hashes[0], month))].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const ordinals: (number | null)[] = cases.map(() => null)
  for (let from = 0; from < groups.length; from += COUNTERS) {
    const batch = groups.slice(from, from + COUNTERS).map(([, members]) => members)
    const rotated = batch.flatMap(([first]) => (first!.hashes.length > 1 ? [first!] : []))
    if (rotated.length > 0) {
      const begun = rotated.map(({ hashes: [current, ...older], month }) => ({ authorityId, documentHash: current, month, last: countedUnder(authorityId, older, month) }))
      await tx.insert(monthCount).values(begun).onConflictDoNothing()
    }
    const rows = await tx
      .insert(monthCount)
      .values(batch.map((members) => ({ authorityId, documentHash: members[0]!.hashes[0], month: members[0]!.month, last: members.length })))
      .onConflictDoUpdate({ target: [monthCount.authorityId, monthCount.documentHash, monthCount.month], set: { last: sql`${monthCount.last} + excluded.last` } })
      .returning({ documentHash: monthCount.documentHash, month: monthCount.month, last: monthCount.last })
    const lasts = new Map(rows.map(({ documentHash, month, last }) => [counterKey(documentHash, month), last]))
    for (const members of batch) {
      const before = lasts.get(counterKey(members[0]!.hashes[0], members[0]!.month))! - members.length
      for (const [place, { index }] of members.entries()) ordinals[index] = before + place + 1
    }
  }
  return ordinals
}

function counterKey(hash: Uint8Array, month: CivilDate): string {
  return `${toHex(hash)} ${month}`
}

/** Counters in one statement. */
const COUNTERS = 500

/** What a key that is no longer current has counted to. */
function countedUnder(authorityId: string, hashes: readonly Uint8Array[], month: CivilDate) {
  return sql`coalesce((select max(was.last) from ${monthCount} as was where was.authority_id = ${authorityId} and was.month = ${month} and was.document_hash in ${hashes}), 0)`
}

/** What {@link nextMonthOrdinal} would give out now; nothing is taken. */
export async function comingOrdinal(tx: Queryable, { authorityId, hashes, receivedOn }: Counter): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${monthCount.last}), 0)`.mapWith(Number) })
    .from(monthCount)
    .where(and(eq(monthCount.authorityId, authorityId), inArray(monthCount.documentHash, [...hashes]), eq(monthCount.month, monthOf(receivedOn))))
  return row!.last + 1
}

/**
 * Which of the month's cases this one is for the fee: the cases of the same applicant up to it that still stand on their own.
 *
 * Reading (law.md §12.5): what was joined back is no case of its own any more and makes none dearer; a fee that was told before stays as it
 * was told. It can only fall by this, never rise. A withdrawn case was an application of that month and counts.
 */
export async function countedOrdinal(tx: Queryable, keyring: Keyring, row: CaseRow, who: ApplicantRow): Promise<number | null> {
  const hashes = hashesOf(keyring, who)
  if (hashes === null || row.monthOrdinal === null || row.status === 'joined') return null
  const [found] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(applicant)
    .innerJoin(application, eq(application.applicantId, applicant.id))
    .innerJoin(caseFile, eq(caseFile.applicationId, application.id))
    .where(and(
      eq(applicant.authorityId, row.authorityId),
      inArray(applicant.documentHash, [...hashes]),
      sql`date_trunc('month', ${caseFile.receivedOn}::timestamp) = ${monthOf(row.receivedOn)}::timestamp`,
      lte(caseFile.monthOrdinal, row.monthOrdinal),
      ne(caseFile.status, 'joined'),
    ))
  return found!.count
}
