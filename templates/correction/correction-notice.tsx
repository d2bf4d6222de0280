/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import { noticeBase, noticeMetadata, noticeSheet, noticeStandIns, numberedSections, receivedSentence } from '../_parts/notice.tsx'
import { civilDate, longText, shortText } from '../_parts/schema.ts'
import { chineseDate, sentence, you } from '../_parts/words.ts'
import { defineLetter } from '../definition.ts'

const schema = z.strictObject({
  ...noticeBase,
  /** What has to be made clear, one item each. */
  items: z.array(shortText(300)).min(1).max(20),
  /** 指导和释明: how to do it. */
  guidance: longText,
  respondBy: civilDate,
  /** Working days of the limit that begins anew, from the receipt of the correction. */
  answerDays: z.int().positive(),
  /** False before 711: 492 does not say that silence gives the application up. */
  lapses: z.boolean().default(true),
  /** Where it can be handed in on paper. */
  office: shortText(200),
  address: shortText(200),
  /** Address of the status page, in the text and as a QR code; null without a portal. */
  statusUrl: z.url().max(400).nullable(),
})
type Props = z.output<typeof schema>

const TITLE = '政府信息公开申请补正告知书'

/** 补正告知书 (30条): what is unclear, how to mend it, by when, and what follows. It carries no remedy clause. */
export const correctionNotice = defineLetter({
  code: 'correction-notice',
  title: TITLE,
  version: '2026-03-01',
  schema,
  render: (letter) => noticeSheet(letter, TITLE, { opening: opening(letter), rest: numberedSections(sections(letter)), code: letter.statusUrl }),
  metadata: noticeMetadata,
  standIn: (letter, missing) => noticeStandIns(letter, missing, (printable) => ({ items: letter.items.map(printable), guidance: printable(letter.guidance) })),
  missingParts: (letter) => (letter.guidance.trim() === '' ? [{ field: 'guidance', message: '没有写怎样补正', article: '30条' }] : []),
})

function opening(letter: Props): string {
  return `${receivedSentence(letter)}经审查，申请内容不明确，根据${letter.ground}的规定，现一次性告知${you(letter.addresseeKind)}作出补正。`
}

/** In the order an applicant asks: what, how, by when and where, what otherwise, what then. */
function sections(letter: Props): [string, string][] {
  const { items, guidance, respondBy, answerDays, self, office, address, statusUrl, caseNumber, addresseeKind } = letter
  const who = you(addresseeKind)
  const listed = items.length === 1 ? sentence(items[0]!) : items.map((item, index) => `${index + 1}.${sentence(item)}`).join('\n')
  const online = statusUrl === null ? '' : `可以扫描下方二维码，凭编号${caseNumber}和登记时告知的查询码在网上补正；也`
  return [
    ['需要补正的事项', listed],
    ['怎样补正', sentence(guidance)],
    ['补正期限和方式', `请于${chineseDate(respondBy)}以前（含当日）补正。${online}可以写成书面材料，注明编号${caseNumber}，当面提交或者邮寄给${office}（${address}）。`],
    ...(letter.lapses ? [['逾期不补正的后果', `无正当理由逾期不补正的，视为放弃申请，${self}不再处理该政府信息公开申请。`] satisfies [string, string]] : []),
    ['答复期限', `${self}自收到${who}补正的申请之日起${answerDays}个工作日内答复。`],
  ]
}
