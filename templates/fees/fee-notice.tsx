/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import { noticeBase, noticeMetadata, noticeSheet, noticeStandIns, numberedSections, receivedSentence } from '../_parts/notice.tsx'
import { longText, shortText } from '../_parts/schema.ts'
import { sentence, you } from '../_parts/words.ts'
import { defineLetter } from '../definition.ts'

const schema = z.strictObject({
  ...noticeBase,
  /** Why the number is clearly beyond what is reasonable (42条). */
  facts: longText,
  /** 按件 or 按量. */
  basis: shortText(20),
  /** The tiers in words, one sentence each. */
  working: z.array(shortText(200)).min(1).max(100),
  /** 54,700元 */
  amount: shortText(40),
  /** Working days for payment, from the day after receipt of this notice. */
  payDays: z.int().positive(),
  /** Where and how to pay. */
  method: longText,
  answerDays: z.int().positive(),
})
type Props = z.output<typeof schema>

const TITLE = '政府信息公开信息处理费收费通知书'

/** 收费通知书 (109号六条): ground, standard, amount, how to pay, until when, what otherwise. Its fee alone cannot be contested (七条). */
export const feeNotice = defineLetter({
  code: 'fee-notice',
  title: TITLE,
  version: '2026-03-01',
  schema,
  render: (letter) => noticeSheet(letter, TITLE, { opening: opening(letter), rest: numberedSections(sections(letter)) }),
  metadata: noticeMetadata,
  standIn: (letter, missing) => noticeStandIns(letter, missing, (printable) => ({ facts: printable(letter.facts), method: printable(letter.method) })),
  missingParts: (letter) =>
    (['facts', 'method'] as const)
      .filter((field) => letter[field].trim() === '')
      .map((field) => ({ field, message: field === 'facts' ? '没有写数量、频次为什么明显超过合理范围' : '没有写缴纳方式', article: field === 'facts' ? '42条' : '109号6条' })),
})

function opening(letter: Props): string {
  return `${receivedSentence(letter)}${sentence(letter.facts)}根据${letter.ground}的规定，决定收取信息处理费，现将有关事项通知如下：`
}

/** In the order of 第六条: standard and working, amount, how to pay and until when, what otherwise, and what can be contested. */
function sections(letter: Props): [string, string][] {
  const { basis, working, amount, payDays, method, answerDays, self, addresseeKind } = letter
  const who = you(addresseeKind)
  return [
    ['收费标准和计算', `${basis}计收，超额累进。${working.map(sentence).join('')}`],
    ['收费数额', `${amount}。`],
    ['缴纳期限和方式', `请自收到本通知书次日起${payDays}个工作日内缴纳。${sentence(method)}`],
    ['缴费和逾期的后果', `${self}自${who}完成缴费次日起重新计算处理期限，在${answerDays}个工作日内答复。逾期未缴纳的，视为放弃申请，${self}不再处理该政府信息公开申请。`],
    ['异议', `对收费决定有异议的，不能单独申请行政复议或者提起行政诉讼；可以在缴费期满后，就${self}不再处理该申请的行为依法投诉举报、申请行政复议或者提起行政诉讼。`],
  ]
}
