import { asc, eq, sql } from 'drizzle-orm'
import { STATUSES, type Status } from '#case/status.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { caseFile } from '#store/tables/case.table.ts'

/** One of the cases of an application. */
export interface Sibling {
  readonly caseId: string
  readonly number: string
  readonly subject: string
  readonly status: Status
  readonly statusName: string
  readonly authorityId: string
  readonly unitId: string | null
  readonly handlerId: string | null
}

/** All cases that one application has become, joined ones too, in the order of their registration. One where it was never split. */
export async function casesOfApplication(tx: Queryable, applicationId: string): Promise<Sibling[]> {
  const rows = await tx
    .select({ caseId: caseFile.id, number: caseFile.number, subject: caseFile.subject, status: caseFile.status, authorityId: caseFile.authorityId, unitId: caseFile.unitId, handlerId: caseFile.handlerId })
    .from(caseFile)
    .where(eq(caseFile.applicationId, applicationId))
    .orderBy(sql`length(${caseFile.number})`, asc(caseFile.number))
  return rows.map((row) => ({ ...row, status: row.status as Status, statusName: STATUSES[row.status as Status] }))
}
