import { documentFault, normalizeDocumentNumber } from '#case/identity/document.ts'
import { requestOf } from '#case/request.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#case/words.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { personalOf } from '#store/applicant.ts'
import { applicationOf } from '#store/application.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import { countedOrdinal, documentHashes, hashesOf } from '#store/month-ordinal.ts'
import { applicantCases, type ApplicantCases } from './applicant-cases.ts'
import { linksOf, type Link } from './links.ts'
import { monthRule, type MonthRule } from './month-words.ts'
import { similarCases, wordsOf, type SimilarCase } from './similar-requests.ts'

/** What the office sees beside an application: place in the month, other cases of the applicant, requests like it. */
export interface SimilarView {
  /** Place that was given out; null while the application is typed, and where the document is not known. */
  readonly ordinal: number | null
  /** Place that counts for the fee, with what the rule says of it. */
  readonly counted: number | null
  readonly rule: MonthRule | null
  readonly others: ApplicantCases | null
  readonly alike: readonly SimilarCase[]
  readonly links: readonly Link[]
  /** The words that were compared, to mark what is shared. */
  readonly words: ReadonlySet<string>
}

/** Of a case. */
export async function similarOfCase(ctx: StaffCtx, loaded: LoadedCase): Promise<SimilarView> {
  const { row, state } = loaded
  const [asked, who] = await Promise.all([applicationOf(ctx.db, row.applicationId), personalOf(ctx.db, row.applicationId)])
  const hashes = hashesOf(ctx.keyring, who)
  const asking = { subject: row.subject, documentRef: asked.documentRef ?? '', request: requestOf(state, asked) }
  const [counted, others, alike, links] = await Promise.all([
    countedOrdinal(ctx.db, ctx.keyring, row, who),
    hashes && applicantCases(ctx, hashes, row.receivedOn, row.id),
    similarCases(ctx, { asking, except: row.applicationId, applicant: hashes }),
    linksOf(ctx, loaded),
  ])
  const rule = counted === null ? null : monthRule(row.receivedOn, counted, ctx.today)
  return { ordinal: row.monthOrdinal, counted, rule, others, alike, links, words: wordsOf(asking) }
}

/** As typed, however far that is. */
export interface Typed {
  readonly documentType: string
  readonly documentNumber: string
  readonly receivedOn: CivilDate
  readonly subject: string
  readonly documentRef: string
  readonly description: string
}

/** Of an application that is being typed; nothing is taken or written. */
export async function similarOfTyped(ctx: StaffCtx, typed: Typed): Promise<SimilarView> {
  const asking = { subject: typed.subject, documentRef: typed.documentRef, request: typed.description }
  const hashes = knownDocument(ctx, typed)
  const [alike, others] = await Promise.all([
    similarCases(ctx, { asking, except: null, applicant: hashes }),
    hashes && applicantCases(ctx, hashes, typed.receivedOn, null),
  ])
  // What counts, not what is given out: a case that was joined back leaves a gap in the ordinals only.
  const coming = others && others.inMonth + 1
  const rule = coming === null ? null : monthRule(typed.receivedOn, coming, ctx.today)
  return { ordinal: null, counted: coming, rule, others, alike, links: [], words: wordsOf(asking) }
}

/** Null until type and number fit each other: nobody is looked for by half a number. */
function knownDocument(ctx: StaffCtx, { documentType, documentNumber }: Typed) {
  const number = normalizeDocumentNumber(documentNumber)
  if (number === '' || !Object.hasOwn(DOCUMENT_TYPES, documentType)) return null
  return documentFault(documentType as DocumentType, number, ctx.today) === null ? documentHashes(ctx.keyring, documentType, number) : null
}
