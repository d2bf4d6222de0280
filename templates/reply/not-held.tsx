/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import { Paragraph } from '../_parts/blocks.tsx'
import { shortText } from '../_parts/schema.ts'
import { defineLetter } from '../definition.ts'
import { Reply, replyFields, replyMetadata, replyMissingParts } from './reply.tsx'

const schema = z.strictObject({
  ...replyFields,
  /** Where and how was searched; null when the facts say it. */
  search: z.strictObject({ scope: shortText(400), method: shortText(200) }).nullable().default(null),
})

/** 政府信息不存在 (36条第四项): says that a search was made, where and how. */
export const notHeld = defineLetter({
  code: 'not-held',
  title: '政府信息不存在告知书',
  version: '2026-03-01',
  schema,
  render: (letter) => (
    <Reply title="政府信息不存在告知书" letter={letter}>
      {letter.search !== null && (
        <Paragraph field="检索情况">
          为查找上述政府信息，{letter.self}检索了{letter.search.scope}，检索方法为{letter.search.method}。经检索，没有上述政府信息。
        </Paragraph>
      )}
    </Reply>
  ),
  metadata: replyMetadata,
  missingParts: (letter) => [
    // The search is the fact; more need not be said.
    ...replyMissingParts(letter).filter((p) => p.field !== 'facts' || letter.search === null),
    ...(letter.search === null && !/检索/u.test(letter.facts + letter.decisionText)
      ? [{ field: 'search', message: '没有写经过检索，以及检索的范围和方法', article: '36条第四项' }]
      : []),
  ],
})
