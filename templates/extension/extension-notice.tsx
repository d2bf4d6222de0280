/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import { Paragraph } from '../_parts/blocks.tsx'
import { noticeBase, noticeMetadata, noticeSheet, noticeStandIns, receivedSentence } from '../_parts/notice.tsx'
import { civilDate, longText, shortText } from '../_parts/schema.ts'
import { chineseDate, sentence, you } from '../_parts/words.ts'
import { defineLetter } from '../definition.ts'

const schema = z.strictObject({
  ...noticeBase,
  /** 政府信息公开工作机构, whose head agreed. */
  office: shortText(200),
  reason: longText,
  days: z.int().min(1).max(20),
  /** Null while the limit does not run because opinions are awaited. */
  oldDueOn: civilDate.nullable(),
  newDueOn: civilDate.nullable(),
  /** The new date touches a year whose days off are not published. */
  provisional: z.boolean().default(false),
})
type Props = z.output<typeof schema>

const TITLE = '政府信息公开延长答复期限告知书'

/** 延长答复期限告知书 (33条二款): old day, consent, reason, how long, new day. A procedural notice: no remedy clause. */
export const extensionNotice = defineLetter({
  code: 'extension-notice',
  title: TITLE,
  version: '2026-03-01',
  schema,
  render: (letter) => noticeSheet(letter, TITLE, { opening: opening(letter), rest: <Paragraph field="延长">{extension(letter)}</Paragraph> }),
  metadata: noticeMetadata,
  standIn: (letter, missing) => noticeStandIns(letter, missing, (printable) => ({ reason: printable(letter.reason) })),
  missingParts: (letter) => (letter.reason.trim() === '' ? [{ field: 'reason', message: '没有写延长的原因', article: '33条第二款' }] : []),
})

function opening(letter: Props): string {
  const { oldDueOn } = letter
  const limit = oldDueOn === null ? '现正在征求有关方面的意见，所需时间不计入答复期限。' : `答复期限到${chineseDate(oldDueOn)}为止。`
  return `${receivedSentence(letter)}${limit}`
}

function extension({ reason, ground, office, addresseeKind, days, newDueOn, self, provisional }: Props): string {
  const until = newDueOn === null ? `，${self}收到意见后接着计算` : `，延长至${chineseDate(newDueOn)}`
  const settled = newDueOn !== null && provisional ? '该日期按周末和法定节假日推算，国务院公布放假安排后如有变动，另行告知。' : ''
  return `${sentence(reason)}因此不能在上述期限内答复。根据${ground}的规定，经${office}负责人同意，决定将对${you(addresseeKind)}的答复期限延长${days}个工作日${until}。${settled}`
}
