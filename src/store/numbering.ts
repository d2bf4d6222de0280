import { sql } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { numberSeries } from './tables/case.table.ts'

/**
 * The next number of a series, starting at 1 each year. Holds a row lock until the transaction ends, so that
 * numbers given to letters have no gaps and no twins.
 */
export async function nextNumber(tx: Queryable, authorityId: string, series: string, year: number): Promise<number> {
  const [row] = await tx
    .insert(numberSeries)
    .values({ authorityId, series, year, last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.authorityId, numberSeries.series, numberSeries.year],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last })
  return row!.last
}

/** Numbers of a series that were given out elsewhere: the next one comes after the highest of them. Takes the same row lock. */
export async function skipNumbers(tx: Queryable, authorityId: string, series: string, year: number, highest: number): Promise<void> {
  await tx
    .insert(numberSeries)
    .values({ authorityId, series, year, last: highest })
    .onConflictDoUpdate({
      target: [numberSeries.authorityId, numberSeries.series, numberSeries.year],
      set: { last: sql`greatest(${numberSeries.last}, ${highest})` },
    })
}

/** Year and ordinal of a number that {@link caseNumber} might give out itself. */
export function ordinalIn(number: string): { readonly year: number; readonly ordinal: number } | null {
  const [, year, ordinal] = /^(\d{4})-(\d{4,9})$/.exec(number) ?? []
  return year !== undefined && caseNumber(Number(year), Number(ordinal)) === number ? { year: Number(year), ordinal: Number(ordinal) } : null
}

/** `2026-0187` */
export function caseNumber(year: number, ordinal: number): string {
  return `${year}-${String(ordinal).padStart(4, '0')}`
}

/** 示例公信公开〔2026〕12号 (GB/T 9704—2012 7.2.5: full year in six-angled brackets, no leading zeros) */
export function documentNumber(prefix: string, year: number, ordinal: number): string {
  return `${prefix}〔${year}〕${ordinal}号`
}

/** Year and ordinal of a 发文字号 under this prefix. */
export function documentOrdinalIn(text: string, prefix: string): { readonly year: number; readonly ordinal: number } | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/[[(【〔]/, '〔').replace(/[\])】〕]/, '〕')
  const [, year, ordinal] = /〔(\d{4})〕第?(\d{1,9})号?$/.exec(plain) ?? []
  return year !== undefined && plain.startsWith(`${prefix}〔`) ? { year: Number(year), ordinal: Number(ordinal) } : null
}

/** Everything that goes out under an authority's prefix shares one series: no two letters may bear one number. */
export const LETTERS = 'reply'

/** The next 发文字号 of an authority. Under the lock of {@link nextNumber}: ask for it only where the letter follows in the same transaction. */
export async function nextDocumentNumber(tx: Queryable, authority: { readonly id: string; readonly documentPrefix: string }, year: number): Promise<string> {
  return documentNumber(authority.documentPrefix, year, await nextNumber(tx, authority.id, LETTERS, year))
}
