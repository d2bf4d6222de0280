/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import { Paragraph } from '../_parts/blocks.tsx'
import { shortText } from '../_parts/schema.ts'
import { defineLetter } from '../definition.ts'
import { Reply, replyFields, replyMetadata, replyMissingParts } from './reply.tsx'

/** How the information is given: with the letter (40条), or where and when it can be had (36条第二项). */
const provision = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('enclosed'),
    /** 纸质, 电子文件, 光盘. */
    form: shortText(20),
    copies: z.int().min(1).max(10_000),
    pages: z.int().min(1).max(1_000_000).nullable(),
  }),
  z.strictObject({ kind: z.literal('elsewhere'), way: shortText(200), time: shortText(100) }),
])

const schema = z.strictObject({ ...replyFields, provision: provision.nullable().default(null) })

/** 予以公开 (36条第二项): provides the information, or tells way and time of getting it. */
export const granted = defineLetter({
  code: 'granted',
  title: '政府信息公开告知书',
  version: '2026-03-01',
  schema,
  render: (letter) => (
    <Reply
      title="政府信息公开告知书"
      letter={letter}
      after={letter.provision !== null && <Paragraph field="提供方式">{provided(letter.provision)}</Paragraph>}
    />
  ),
  metadata: replyMetadata,
  missingParts: (letter) => [
    ...replyMissingParts(letter),
    ...(letter.provision === null && letter.attachments.length === 0 && !/附件|方式|途径/u.test(letter.decisionText)
      ? [{ field: 'provision', message: '没有写提供的形式，或者获取的方式、途径和时间', article: '36条第二项' }]
      : []),
  ],
})

function provided(p: z.output<typeof provision>): string {
  if (p.kind === 'elsewhere') return `上述政府信息的获取方式、途径：${p.way}；获取时间：${p.time}。`
  const pages = p.pages === null ? '' : `${p.pages}页`
  return `上述政府信息以${p.form}形式提供，共${p.copies}份${pages}，随本告知书一并送达。`
}
