import type { Context } from 'hono'
import type { Outcome } from '#case/outcome.ts'
import { staffOf } from '#features/accounts/index.ts'
import { notFound } from '#platform/errors.ts'
import { loadCase } from '#store/case-store.ts'
import { lettersOfCase, type LetterFacts } from '#store/letters.ts'
import type { WebEnv } from '#store/web-env.ts'
import { letterForDownload, type LetterFile } from './letter-download.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The letters of a case that the signed-in person may see. */
export async function staffLetters(c: Context<WebEnv>, number: string): Promise<LetterFacts[]> {
  const { db } = c.get('services')
  const { row } = await loadCase(db, staffOf(c), number)
  return lettersOfCase(db, row.id)
}

/** The PDF of one of them. */
export async function staffLetterFile(c: Context<WebEnv>, number: string, letterId: string): Promise<Outcome<{ readonly file: LetterFile }>> {
  const { db } = c.get('services')
  const { row } = await loadCase(db, staffOf(c), number)
  if (!UUID.test(letterId)) throw notFound()
  return letterForDownload(db, { caseId: row.id, caseNumber: row.number, letterId })
}
