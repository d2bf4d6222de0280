/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import { Paragraph } from '../_parts/blocks.tsx'
import { defineLetter } from '../definition.ts'
import { Reply, replyFields, replyMetadata, replyMissingParts } from './reply.tsx'

const schema = z.strictObject({
  ...replyFields,
  /** Which of the three kinds of 16条第一款. */
  category: z.enum(['人事管理', '后勤管理', '内部工作流程']).nullable().default(null),
})

/** 不予公开：三类内部事务信息 (16条第一款, 36条第三项): says which kind and why. */
export const refusedInternalAffairs = defineLetter({
  code: 'refused-internal-affairs',
  title: '政府信息不予公开告知书',
  version: '2026-03-01',
  schema,
  render: (letter) => (
    <Reply title="政府信息不予公开告知书" letter={letter}>
      {letter.category !== null && (
        <Paragraph field="事实和理由">经审查，上述政府信息属于行政机关内部事务信息中{letter.category}方面的信息。</Paragraph>
      )}
    </Reply>
  ),
  metadata: replyMetadata,
  missingParts: (letter) => [
    ...replyMissingParts(letter),
    ...(letter.category === null && !/人事管理|后勤管理|内部工作流程/u.test(letter.facts + letter.decisionText)
      ? [{ field: 'category', message: '没有写属于人事管理、后勤管理、内部工作流程中的哪一类', article: '16条第一款' }]
      : []),
  ],
})
