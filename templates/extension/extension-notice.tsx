/** @jsxImportSource react @jsxRuntime automatic */
import { z } from 'zod'
import type { MissingGlyph } from '../_fonts/missing.ts'
import { Addressee, Letter, Note, Paragraph, Signature } from '../_parts/blocks.tsx'
import { civilDate, letterBase, longText, shortText } from '../_parts/schema.ts'
import { standIns } from '../_parts/stand-in.ts'
import { chineseDate, sentence, you } from '../_parts/words.ts'
import { defineLetter } from '../definition.ts'

const schema = z.strictObject({
  ...letterBase,
  documentNumber: shortText(60),
  requestSummary: longText,
  /** 《中华人民共和国政府信息公开条例》第三十三条第二款 */
  ground: shortText(200),
  /** 政府信息公开工作机构, whose head agreed. */
  office: shortText(200),
  reason: longText,
  days: z.int().min(1).max(20),
  /** Null while the limit does not run because opinions are awaited. */
  oldDueOn: civilDate.nullable(),
  newDueOn: civilDate.nullable(),
  /** The new date touches a year whose days off are not published. */
  provisional: z.boolean().default(false),
  issuedOn: civilDate,
  contact: shortText(200),
  /** Names the characters that stand as 〓; empty where there are none. */
  glyphNote: longText.default(''),
})
type Props = z.output<typeof schema>

const TITLE = '政府信息公开延长答复期限告知书'

/** 延长答复期限告知书 (33条二款): old day, consent, reason, how long, new day. A procedural notice: no remedy clause. */
export const extensionNotice = defineLetter({
  code: 'extension-notice',
  title: TITLE,
  version: '2026-03-01',
  schema,
  render: (letter) => (
    <Letter agency={letter.letterhead} number={letter.documentNumber} title={TITLE}>
      <Addressee>{letter.addressee}：</Addressee>
      <Paragraph field="收到情况">{opening(letter)}</Paragraph>
      <Paragraph field="延长">{extension(letter)}</Paragraph>
      {letter.glyphNote !== '' && <Paragraph field="字体">{letter.glyphNote}</Paragraph>}
      <Signature agency={letter.signer} date={chineseDate(letter.issuedOn)} sealed={letter.sealed} />
      <Note>{letter.contact}</Note>
    </Letter>
  ),
  metadata: (letter) => ({ agency: letter.signer, number: letter.documentNumber, on: letter.issuedOn }),
  standIn: withStandIns,
  missingParts: (letter) => (letter.reason.trim() === '' ? [{ field: 'reason', message: '没有写延长的原因', article: '33条第二款' }] : []),
})

function opening({ self, receivedOn, addresseeKind, channel, caseNumber, requestSummary, oldDueOn }: Props): string {
  const who = you(addresseeKind)
  const request = requestSummary.replace(/\s*\n\s*/g, '；').replace(/[。；，]+$/u, '')
  const limit = oldDueOn === null ? '现正在征求有关方面的意见，所需时间不计入答复期限。' : `答复期限到${chineseDate(oldDueOn)}为止。`
  return `${self}于${chineseDate(receivedOn)}收到${who}${channel}提交的政府信息公开申请（编号${caseNumber}），申请内容为：${request}。${limit}`
}

function extension({ reason, ground, office, addresseeKind, days, newDueOn, self, provisional }: Props): string {
  const until = newDueOn === null ? `，${self}收到意见后接着计算` : `，延长至${chineseDate(newDueOn)}`
  const settled = newDueOn !== null && provisional ? '该日期按周末和法定节假日推算，国务院公布放假安排后如有变动，另行告知。' : ''
  return `${sentence(reason)}因此不能在上述期限内答复。根据${ground}的规定，经${office}负责人同意，决定将对${you(addresseeKind)}的答复期限延长${days}个工作日${until}。${settled}`
}

/** 〓 for each character that no font has; the notice keeps a time limit, so it goes out all the same. */
function withStandIns(letter: Props, missing: readonly MissingGlyph[]): Props {
  const { printable, note } = standIns(missing)
  return {
    ...letter,
    addressee: printable(letter.addressee),
    requestSummary: printable(letter.requestSummary),
    reason: printable(letter.reason),
    glyphNote: `${note}。`,
  }
}
