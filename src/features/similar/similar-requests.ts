import { and, eq, getTableColumns, inArray, ne, or } from 'drizzle-orm'
import { requestOf } from '#case/request.ts'
import { visibleCases } from '#features/desk/index.ts'
import { sameBytes } from '#platform/crypto/keyring.ts'
import { loadListed } from '#store/case-list.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import type { DocumentHashes } from '#store/month-ordinal.ts'
import { applicant, application } from '#store/tables/application.table.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { candidateApplications } from './candidates.ts'
import { likeness, withoutBoilerplate, wordsIn } from './likeness.ts'

/** What is asked, as far as it is known. */
export interface Asking {
  readonly subject: string
  readonly documentRef: string
  readonly request: string
}

/** A case that asks for nearly the same. */
export interface SimilarCase {
  readonly loaded: LoadedCase
  /** From 0 to 1. */
  readonly score: number
  readonly sameApplicant: boolean
}

interface Search {
  readonly asking: Asking
  /** The application that is looked at itself; its other parts are no duplicates. */
  readonly except: string | null
  readonly applicant: DocumentHashes | null
}

const MOST = 5
/** Below this two requests have no more in common than their subject. */
const LEAST = 0.35
/** Looked at in full, with their events: a part of a split application is compared by its part. */
const READ = 12

/** The cases most like this request that the person may see, most alike first. */
export async function similarCases(ctx: StaffCtx, { asking, except, applicant: who }: Search): Promise<SimilarCase[]> {
  const words = wordsOf(asking)
  const visible = visibleCases(ctx.actor)
  if (words.size === 0 || visible.length === 0) return []
  const ids = (await candidateApplications(ctx.db, ctx.actor.authorityId, withoutBoilerplate(textOf(asking)))).filter((id) => id !== except)
  if (ids.length === 0) return []
  const found = await ctx.db
    .select({ row: getTableColumns(caseFile), documentRef: application.documentRef, description: application.description, asked: application.subject, document: applicant.documentHash })
    .from(caseFile)
    .innerJoin(application, eq(application.id, caseFile.applicationId))
    .innerJoin(applicant, eq(applicant.id, application.applicantId))
    .where(and(inArray(caseFile.applicationId, ids), ne(caseFile.status, 'joined'), or(...visible)))
  const rough = found
    .map((one) => ({ ...one, score: likeness(words, wordsOf({ subject: one.asked, documentRef: one.documentRef ?? '', request: one.description })) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, READ)
  const read = await loadListed(ctx.db, rough.map(({ row }) => row))
  return read
    .map((loaded, index) => {
      const { description, documentRef, document } = rough[index]!
      const theirs = { subject: loaded.row.subject, documentRef: documentRef ?? '', request: requestOf(loaded.state, { description }) }
      const sameApplicant = who !== null && document !== null && who.some((hash) => sameBytes(hash, document))
      return { loaded, score: likeness(words, wordsOf(theirs)), sameApplicant }
    })
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || (a.loaded.row.number < b.loaded.row.number ? 1 : -1))
    .slice(0, MOST)
}

export function wordsOf(asking: Asking): ReadonlySet<string> {
  return wordsIn(textOf(asking))
}

function textOf({ subject, documentRef, request }: Asking): string {
  return `${subject} ${documentRef} ${request}`
}
