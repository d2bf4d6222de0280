/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import type { MissingGlyph } from '../_fonts/missing.ts'
import { Addressee, Hei, Letter, Paragraph, Signature } from '../_parts/blocks.tsx'
import { civilDate, letterBase, longText, shortText } from '../_parts/schema.ts'
import { standIns } from '../_parts/stand-in.ts'
import { chineseDate, sentence, you } from '../_parts/words.ts'
import { defineLetter } from '../definition.ts'

const schema = z.strictObject({
  ...letterBase,
  /** One sentence that says why this is the receipt date, with the article. */
  receivedWhy: longText,
  requestSummary: longText,
  /** Last day for the answer, and the sentences that lead to it. */
  answerBy: civilDate,
  answerWorking: z.array(longText).max(40),
  /** The calendar of a year in the count is not published yet. */
  provisional: z.boolean().default(false),
  /** Last day on which a correction may be asked for (30条); null when it was asked already. */
  correctionNoticeBy: civilDate.nullable(),
  /** Shown once, at registration; null on a later print. */
  queryCode: shortText(40).nullable().default(null),
  /** Address of the status page, printed as a QR code; null without a portal. */
  statusUrl: z.url().max(400).nullable(),
  phones: z.array(z.strictObject({ label: shortText(20), number: shortText(40) })).max(6),
  issuedOn: civilDate,
  /** Names the characters that stand as 〓; empty where there are none. */
  glyphNote: longText.default(''),
})

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八']

/** 登记回执 (31条, 33条): number, receipt day and why, last day for the answer and its working, where to look and ask. */
export const registrationReceipt = defineLetter({
  code: 'registration-receipt',
  title: '政府信息公开申请登记回执',
  version: '2026-03-01',
  schema,
  render: (letter) => (
    <Letter agency={letter.letterhead} number={`登记编号：${letter.caseNumber}`} title="政府信息公开申请登记回执" dense>
      <Addressee>{letter.addressee}：</Addressee>
      <Paragraph field="收到情况">
        {letter.self}于{chineseDate(letter.receivedOn)}收到{you(letter.addresseeKind)}
        {letter.channel}提交的政府信息公开申请，已经登记。现将有关事项告知如下：
      </Paragraph>
      {items(letter).map(([head, text], i) => (
        <Paragraph key={head} field={head}>
          <Hei>
            {NUMERALS[i]}、{head}
          </Hei>
          {`\u3000${sentence(text)}`}
        </Paragraph>
      ))}
      <Signature
        agency={letter.signer}
        date={chineseDate(letter.issuedOn)}
        sealed={letter.sealed}
        code={letter.statusUrl}
      />
    </Letter>
  ),
  metadata: (letter) => ({ agency: letter.signer, number: letter.caseNumber, on: letter.issuedOn }),
  standIn: withStandIns,
  missingParts: (letter) =>
    (['receivedWhy', 'requestSummary'] as const)
      .filter((field) => letter[field].trim() === '')
      .map((field) => ({
        field,
        message: field === 'receivedWhy' ? '没有写收到日期的理由' : '没有写申请内容',
        article: field === 'receivedWhy' ? '31条' : '29条',
      })),
})

type Props = z.output<typeof schema>

/** 〓 for each character that no font has, in what the applicant typed, and a note that names them. */
function withStandIns(letter: Props, missing: readonly MissingGlyph[]): Props {
  const { printable, note } = standIns(missing)
  return {
    ...letter,
    addressee: printable(letter.addressee),
    requestSummary: printable(letter.requestSummary),
    glyphNote: `${note}，以提交的申请为准`,
  }
}

/** Numbered items in the order an applicant asks: what was filed, when, until when, where to look, whom to ask. */
function items(letter: Props): [string, string][] {
  const { self } = letter
  const list: [string, string][] = [
    ['申请内容', letter.requestSummary.replace(/\s*\n\s*/g, '；')],
    ['收到日期', `${chineseDate(letter.receivedOn)}。${sentence(letter.receivedWhy)}`],
    ['最晚答复日期', `${chineseDate(letter.answerBy)}。${letter.answerWorking.map(sentence).join('')}${provisionalNote(letter)}`],
  ]
  if (letter.correctionNoticeBy !== null) {
    const who = you(letter.addresseeKind)
    const by = chineseDate(letter.correctionNoticeBy)
    list.push(['补正', `申请内容不明确的，${self}不晚于${by}一次性告知${who}补正，答复期限自收到补正的申请之日起计算。`])
  }
  list.push(['查询办理进度', lookup(letter)])
  const phones = letter.phones.map((p) => `${p.label}${p.number}`).join('，')
  if (phones !== '') list.push(['联系电话', phones])
  return letter.glyphNote === '' ? list : [...list, ['字体', letter.glyphNote]]
}

function lookup({ caseNumber, queryCode, statusUrl }: Props): string {
  const code = queryCode === null ? '' : `，查询码${queryCode}`
  const where = statusUrl === null ? '' : `可以扫描下方二维码，或者打开${statusUrl}。`
  return `登记编号${caseNumber}${code}。${where}`
}

function provisionalNote(letter: Props): string {
  return letter.provisional ? '有关年度的放假安排尚未公布，以上日期暂按周末和法定节假日计算，有变化另行告知。' : ''
}
