import { and, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { documentFault, normalizeDocumentNumber } from '#case/identity/document.ts'
import type { DocumentType } from '#case/words.ts'
import type { Outcome } from '#case/outcome.ts'
import { openPersonalData } from '#features/personal-data/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import type { Personal } from '#store/applicant.ts'
import type { StaffCtx } from '#store/context.ts'
import { applicant, application } from '#store/tables/application.table.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { mayRegister } from './may-register.ts'

/** A document as shown at the window. */
export interface ShownDocument {
  readonly documentType: DocumentType
  readonly documentNumber: string
}

/** Who has applied here before: how often and when last. Nothing personal: that is opened, not found. */
export interface Returning {
  readonly cases: number
  readonly lastNumber: string
  readonly lastReceivedOn: CivilDate
}

/** Nobody at a window sees more people in an hour; who tries numbers out does. */
const LOOKUPS = { limit: 120, seconds: 3600 } as const

/**
 * Looks a whole document number up among the applicants of this authority by its keyed digest: no part of a number, no name and no
 * list finds anybody. Null for a number that nobody has shown, or that is not sound.
 * @throws AppError too_many
 */
export async function findReturning(ctx: StaffCtx, shown: ShownDocument): Promise<Returning | null> {
  mayRegister(ctx.actor)
  const number = normalizeDocumentNumber(shown.documentNumber)
  if (documentFault(shown.documentType, number, ctx.today) !== null) return null
  await countHit(ctx.sql, ctx.now, { key: `returning:${ctx.actor.id}`, ...LOOKUPS })
  const same = and(
    eq(applicant.authorityId, ctx.actor.authorityId),
    inArray(applicant.documentHash, ctx.keyring.hashes(`${shown.documentType}:${number}`, 'document')),
    isNotNull(applicant.personal),
  )
  const cases = () => ctx.db.select({ total: count() }).from(applicant).innerJoin(application, eq(application.applicantId, applicant.id)).innerJoin(caseFile, eq(caseFile.applicationId, application.id)).where(same)
  const [last] = await ctx.db
    .select({ lastNumber: caseFile.number, lastReceivedOn: caseFile.receivedOn })
    .from(applicant)
    .innerJoin(application, eq(application.applicantId, applicant.id))
    .innerJoin(caseFile, eq(caseFile.applicationId, application.id))
    .where(same)
    .orderBy(desc(application.createdAt), desc(caseFile.number))
    .limit(1)
  return last === undefined ? null : { ...last, cases: (await cases())[0]!.total }
}

export interface Opened {
  readonly number: string
  readonly name: string
  readonly personal: Personal
}

/** Brings name and contact data of a returning applicant into a new form: an opening of the case that they come from, and recorded there. */
export async function openReturning(ctx: StaffCtx, shown: ShownDocument): Promise<Outcome<Opened>> {
  const found = await findReturning(ctx, shown)
  return found === null ? refuse('intake/not-returning', '这个号码没有在本机关申请过，请照原件录入') : openApplicantOf(ctx, found.lastNumber)
}

/** The same for the applicant of a case that was just filed. */
export async function openApplicantOf(ctx: StaffCtx, number: string): Promise<Outcome<Opened>> {
  mayRegister(ctx.actor)
  const opened = await openPersonalData(ctx, { number }, { reason: '窗口录入：同一申请人再次申请，带出姓名和联系方式' })
  if (!opened.ok) return opened
  if (opened.personal === null) return refuse('intake/erased', '这个人的信息已按规定清除，请照原件录入')
  return { ok: true, number, name: opened.applicantName, personal: opened.personal }
}
