import { asc, eq } from 'drizzle-orm'
import { supplementsOf, type Supplement } from '#features/correction/index.ts'
import { viewCase, type CaseView } from '#features/desk/index.ts'
import { lettersOfCase, type LetterFacts } from '#features/letters/index.ts'
import { maskedPersonal, personalOf, type ApplicantRow, type Personal } from '#store/applicant.ts'
import { applicationOf, type ApplicationRow } from '#store/application.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseEvent, caseFile } from '#store/tables/case.table.ts'
import { countedOrdinal as ordinalForFee } from '#store/month-ordinal.ts'
import { faultOf } from '#store/verify.ts'

/** Everything that the page of a case shows; personal data masked. */
export interface CaseDossier {
  readonly view: CaseView
  readonly application: ApplicationRow
  readonly applicant: ApplicantRow
  /** Null after it has been erased. */
  readonly personal: Personal | null
  readonly letters: readonly LetterFacts[]
  /** What the applicant added, opened. */
  readonly supplements: readonly Supplement[]
  readonly chain: ChainCheck
  /** Which of the applicant's cases of the month this one is for the fee; null where his document is not known. */
  readonly countedOrdinal: number | null
}

/** Whether the events still hang together; `fault` names the first that does not. */
export interface ChainCheck {
  readonly events: number
  readonly fault: { readonly seq: number; readonly reason: string } | null
}

/** @throws AppError not_found, in the same words for a missing and for a foreign case */
export async function openDossier(ctx: StaffCtx, number: string): Promise<CaseDossier> {
  const view = await viewCase(ctx, number)
  const { id, applicationId } = view.row
  const [application, applicant, letters, supplements, chain] = await Promise.all([
    applicationOf(ctx.db, applicationId),
    personalOf(ctx.db, applicationId),
    lettersOfCase(ctx.db, id),
    supplementsOf(ctx.db, ctx, view),
    checkChain(ctx, id),
  ])
  const countedOrdinal = await ordinalForFee(ctx.db, ctx.keyring, view.row, applicant)
  return { view, application, applicant, personal: maskedPersonal(ctx.keyring, applicant), letters, supplements, chain, countedOrdinal }
}

/** Re-computes every link from one snapshot of what is stored, so that an event that arrives meanwhile is not taken for a fault. */
export async function checkChain(ctx: StaffCtx, caseId: string): Promise<ChainCheck> {
  return ctx.db.transaction(
    async (tx) => {
      const [head] = await tx.select().from(caseFile).where(eq(caseFile.id, caseId))
      const links = await tx.select().from(caseEvent).where(eq(caseEvent.caseId, caseId)).orderBy(asc(caseEvent.seq))
      return { events: links.length, fault: faultOf(head!, links) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
