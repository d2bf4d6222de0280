import { and, eq, gte, ilike, lte, or, sql, type SQL } from 'drizzle-orm'
import type { CivilDate } from '#law/civil-date.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { letter } from '#store/tables/letter.table.ts'
import { inBand, type Band } from './bands.ts'

/** What narrows a list of cases; absent: no matter. */
export interface CaseFilter {
  readonly open?: boolean | undefined
  readonly band?: Band | undefined
  readonly status?: string | undefined
  readonly unitId?: string | undefined
  readonly applicantKind?: string | undefined
  readonly receivedFrom?: CivilDate | undefined
  readonly receivedTo?: CivilDate | undefined
  /** Part of the number, the subject or the applicant's name, or a whole document number. */
  readonly q?: string | undefined
}

export function filterCondition(ctx: StaffCtx, filter: CaseFilter): SQL | undefined {
  const is = <T>(value: T | undefined, make: (value: T) => SQL | undefined) => (value === undefined ? undefined : make(value))
  return and(
    is(filter.open, (open) => eq(caseFile.open, open)),
    is(filter.band, (band) => inBand(band, ctx.calendar, ctx.today)),
    is(filter.status, (status) => eq(caseFile.status, status)),
    is(filter.unitId, (unitId) => eq(caseFile.unitId, unitId)),
    is(filter.applicantKind, (kind) => eq(caseFile.applicantKind, kind)),
    is(filter.receivedFrom, (from) => gte(caseFile.receivedOn, from)),
    is(filter.receivedTo, (to) => lte(caseFile.receivedOn, to)),
    is(filter.q, (q) => found(ctx, q)),
  )
}

/** True when nothing narrows the list but whether cases are open. */
export function isPlain({ open: _open, ...rest }: CaseFilter): boolean {
  return Object.values(rest).every((value) => value === undefined)
}

/** A whole case number leads straight to its case; everything else is looked for in all of them. */
const NUMBER = /^\d{4}-\d{4,}$/

function found(ctx: StaffCtx, q: string): SQL | undefined {
  if (NUMBER.test(q)) return eq(caseFile.number, q)
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const answered = sql`${caseFile.id} in (select ${letter.caseId} from ${letter} where ${letter.authorityId} = ${ctx.actor.authorityId} and ${letter.documentNumber} = ${q})`
  return or(ilike(caseFile.number, part), ilike(caseFile.subject, part), ilike(caseFile.applicantName, part), answered)
}
