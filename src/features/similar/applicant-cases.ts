import { and, desc, eq, getTableColumns, inArray, ne, or, sql } from 'drizzle-orm'
import { visibleCases } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { loadListed } from '#store/case-list.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import { monthOf, type DocumentHashes } from '#store/month-ordinal.ts'
import { applicant, application } from '#store/tables/application.table.ts'
import { caseFile } from '#store/tables/case.table.ts'

/** The other cases of one applicant at this authority. Counts are of all of them, the list only of what the person may see. */
export interface ApplicantCases {
  readonly inMonth: number
  readonly inYear: number
  /** Newest first, at most {@link MOST}. */
  readonly cases: readonly LoadedCase[]
}

const MOST = 8

/**
 * Recognised by document type and number, never by name (law.md §12.5).
 * @param on the receipt date that says which month and year are meant
 * @param except the case that is looked at itself
 */
export async function applicantCases(ctx: StaffCtx, hashes: DocumentHashes, on: CivilDate, except: string | null): Promise<ApplicantCases> {
  const theirs = and(
    eq(applicant.authorityId, ctx.actor.authorityId),
    inArray(applicant.documentHash, [...hashes]),
    ne(caseFile.status, 'joined'),
    except === null ? undefined : ne(caseFile.id, except),
  )
  const of = <F extends Parameters<typeof ctx.db.select>[0]>(fields: NonNullable<F>) =>
    ctx.db.select(fields).from(applicant).innerJoin(application, eq(application.applicantId, applicant.id)).innerJoin(caseFile, eq(caseFile.applicationId, application.id))
  const within = (unit: 'month' | 'year') => sql<number>`count(*) filter (where date_trunc(${sql.raw(`'${unit}'`)}, ${caseFile.receivedOn}::timestamp) = date_trunc(${sql.raw(`'${unit}'`)}, ${monthOf(on)}::timestamp))`.mapWith(Number)
  const visible = visibleCases(ctx.actor)
  const [counts, rows] = await Promise.all([
    of({ inMonth: within('month'), inYear: within('year') }).where(theirs),
    visible.length === 0 ? [] : of(getTableColumns(caseFile)).where(and(theirs, or(...visible))).orderBy(desc(caseFile.receivedOn), desc(caseFile.number)).limit(MOST),
  ])
  const { inMonth, inYear } = counts[0] as { inMonth: number; inYear: number }
  return { inMonth, inYear, cases: await loadListed(ctx.db, rows as LoadedCase['row'][]) }
}
