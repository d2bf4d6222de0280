/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import { shortText } from '../_parts/schema.ts'
import { defineLetter } from '../definition.ts'
import { missingByDecision } from './by-decision.ts'
import { Reply, replyFields, replyMetadata, replyMissingParts } from './reply.tsx'

const schema = z.strictObject({
  ...replyFields,
  /** What this letter is called; decided by the decision: 政府信息部分公开告知书. */
  title: shortText(60),
  /** The kind of decision, which settles what must be said; null in letters from before it was passed. */
  decision: shortText(40).nullable().default(null),
  /** The kind of refusal of the withheld part of a partly granted request. */
  refusedPart: shortText(40).nullable().default(null),
})

/** Answers every decision that has no letter of its own: the common layout under the given title. */
export const general = defineLetter({
  code: 'reply',
  title: '政府信息公开申请告知书',
  version: '2026-03-01',
  schema,
  render: (letter) => <Reply title={letter.title} letter={letter} />,
  metadata: replyMetadata,
  /** A null remedy is none at all (the applicant withdrew); an empty one is missing. */
  missingParts: (letter) => [
    ...replyMissingParts(letter).filter(({ field }) => field !== 'remedyClause' || letter.remedyClause !== null),
    ...missingByDecision(letter),
  ],
})
