import { requestOf } from '#case/request.ts'
import { formatCitations, type Citation } from '#law/citation.ts'
import { yearOf } from '#law/civil-date.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { applicationOf } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { Ctx } from '#store/context.ts'
import { letterHead } from '#store/letter-head.ts'
import { nextDocumentNumber } from '#store/numbering.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { queueLetter, type QueuedLetter } from './queue-letter.ts'

/** One procedural notice: its template, and what it says besides that which every notice says. */
export interface Notice {
  readonly code: string
  readonly title: string
  /** The articles that it stands on. */
  readonly grounds: readonly Citation[]
  readonly own: Readonly<Record<string, unknown>>
}

const TEMPLATE_VERSION = '2026-03-01'

/**
 * Numbers a notice to the applicant (补正, 延长, 收费) and orders its letter, in the transaction of the event that causes it.
 * @returns what goes into the event, and the document number
 */
export async function queueNotice(tx: Queryable, ctx: Ctx, loaded: LoadedCase, noticeOf: (authority: Authority) => Notice): Promise<{ readonly documentNumber: string; readonly queued: QueuedLetter }> {
  const { row, state } = loaded
  const [authority, asked] = await Promise.all([findAuthority(tx, row.authorityId), applicationOf(tx, row.applicationId)])
  if (!authority) throw new Error(`case ${row.id}: its authority is missing`)
  const documentNumber = await nextDocumentNumber(tx, authority, yearOf(ctx.today))
  const { code, title, grounds, own } = noticeOf(authority)
  const props = {
    ...letterHead(authority, row, state),
    documentNumber,
    requestSummary: requestOf(state, asked),
    ground: formatCitations(grounds, 'letter'),
    ...own,
    issuedOn: ctx.today,
    contact: `联系电话：${authority.consultPhone}`,
  }
  const queued = await queueLetter(tx, ctx, { code, title, templateVersion: TEMPLATE_VERSION, documentNumber, issuedOn: ctx.today, props, caseId: row.id, authorityId: row.authorityId })
  return { documentNumber, queued }
}
