import type { Outcome } from '#case/outcome.ts'
import { sha256, toHex } from '#platform/crypto/digest.ts'
import { sameBytes } from '#platform/crypto/keyring.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import { refuse } from '#law/refusal.ts'
import { readLetter } from '#store/letters.ts'

/** A stored letter on its way out. */
export interface LetterFile {
  readonly bytes: Uint8Array
  /** 64 hexadecimal digits, just computed from the bytes. */
  readonly sha256: string
  /** 登记回执 2026-0187.pdf */
  readonly filename: string
}

export const BEING_MADE = 'letters/being-made'

/**
 * The bytes of a letter of this case, for a door that has checked who asks.
 * @throws AppError not_found when the case has no such letter; Error when the bytes are not those that were stored
 */
export async function letterForDownload(
  tx: Queryable,
  wanted: { readonly caseId: string; readonly caseNumber: string; readonly letterId: string },
): Promise<Outcome<{ readonly file: LetterFile }>> {
  const letter = await readLetter(tx, wanted.letterId)
  if (!letter || letter.caseId !== wanted.caseId) throw notFound()
  if (letter.status === 'failed') return refuse('letters/failed', `《${letter.title}》没有生成出来，工作人员正在处理`)
  if (letter.status === 'queued') return refuse(BEING_MADE, `《${letter.title}》的PDF正在生成，请过几秒再看`)
  const digest = sha256(letter.bytes ?? new Uint8Array())
  if (!letter.sha256 || !sameBytes(digest, letter.sha256)) throw new Error(`letter ${letter.id}: stored bytes do not match their SHA-256`)
  return { ok: true, file: { bytes: letter.bytes!, sha256: toHex(digest), filename: `${letter.title} ${wanted.caseNumber}.pdf` } }
}
