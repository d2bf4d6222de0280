import { ASKS_FOR_RECORD, PHRASES, PUBLICATION, RECORDS, type WrongChannel } from './phrases.ts'

export interface Recognised {
  readonly channel: WrongChannel
  /** The clause that was understood so, as typed. */
  readonly clause: string
}

const CLAUSE_ENDS = /[，,。；;！!？?：:\n]+/u
const SPEAKS_OF_RECORD = new RegExp(RECORDS, 'u')
/** Other words for the same place in the text, so that clauses are found although titles are taken out. */
const TITLES = /《[^》]*》|“[^”]*”|"[^"]*"|「[^」]*」|【[^】]*】/gu

/**
 * Whether a text reads like a consultation, a complaint, a wish for a certificate or for a publication, and not like a request for
 * information. A guess: it is worth a kind word, never a refusal. Null: nothing of the kind.
 */
export function recogniseChannel(text: string): Recognised | null {
  const plain = text.normalize('NFKC').replaceAll(/[ \t\u3000]+/g, '')
  const bare = plain.replace(TITLES, '文件')
  const asksForRecord = ASKS_FOR_RECORD.test(bare)
  const clauses = bare.split(CLAUSE_ENDS).filter((clause) => clause !== '')
  for (const { channel, cue, demand } of PHRASES) {
    if (asksForRecord && !demand) continue
    const clause = clauses.find((one) => (channel === 'consultation' ? cue.test(one) : says(one, cue)))
    if (clause !== undefined) return { channel, clause }
  }
  const publication = plain.split(CLAUSE_ENDS).find((clause) => PUBLICATION.test(clause))
  return publication === undefined ? null : { channel: 'publication', clause: publication }
}

/** The cue stands in the clause, and what comes right after it is no record. (Whoever asks how to get a permit names it, too.) */
function says(clause: string, cue: RegExp): boolean {
  const match = cue.exec(clause)
  if (!match) return false
  const after = clause.slice(match.index + match[0].length, match.index + match[0].length + 14)
  return !SPEAKS_OF_RECORD.test(after)
}
