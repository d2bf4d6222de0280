import { sha256, toHex } from '#platform/crypto/digest.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import { appendEvents, loadCaseById } from '#store/case-store.ts'
import { failLetter, lockLetter, readLetter, storeLetter, type LetterRow } from '#store/letters.ts'
import { operatorText } from '#store/outbox-failure.ts'
import type { Effect, JobHandler } from '#store/outbox-run.ts'
import { permanentFault } from './permanent-fault.ts'

/** Renders a queued letter; its effect stores bytes, digest and `letter_stored`, or the reason why it cannot be set. */
export function renderLetter(renderer: Pick<LetterRenderer, 'render'>): JobHandler<{ letterId: string }> {
  return async ({ db }, { letterId }) => {
    const letter = await readLetter(db, letterId)
    if (!letter) throw new Error('no such letter')
    if (letter.status !== 'queued') return nothing
    try {
      const { bytes, pages } = await renderer.render(letter.code, letter.props)
      return store(letter, bytes, pages)
    } catch (error) {
      const failure = permanentFault(error)
      if (failure === null) throw error
      return fail(letter, failure, operatorText(error))
    }
  }
}

const nothing: Effect = async () => {}

/** The row lock keeps a second outbox row for the same letter, made by the sweep, from storing it again. */
function store({ id, caseId }: LetterRow, bytes: Uint8Array, pages: number): Effect {
  return async (tx, ctx) => {
    if ((await lockLetter(tx, id))?.status !== 'queued') return
    const digest = sha256(bytes)
    await storeLetter(tx, ctx, id, { bytes, sha256: digest, pages })
    const loaded = await loadCaseById(tx, caseId)
    await appendEvents(tx, ctx, loaded, [
      { type: 'letter_stored', on: ctx.today, letterId: id, sha256: toHex(digest), pages, size: bytes.length },
    ])
  }
}

/** Trying again would not help: the letter waits for a person, and its job is done. */
function fail({ id, code }: LetterRow, failure: string, forOperators: string): Effect {
  return async (tx, ctx) => {
    if ((await lockLetter(tx, id))?.status !== 'queued') return
    await failLetter(tx, id, failure)
    ctx.log.error('letter cannot be set', { letterId: id, code, failure: forOperators })
  }
}
