/** @jsxImportSource react @jsxRuntime automatic */
import type { ReactElement, ReactNode } from 'react'
import { z } from 'zod'
import type { MissingGlyph } from '../_fonts/missing.ts'
import { Addressee, Hei, Letter, Note, Paragraph, Signature } from './blocks.tsx'
import { civilDate, letterBase, longText, shortText } from './schema.ts'
import { standIns } from './stand-in.ts'
import { chineseDate, you } from './words.ts'

/** Fields of every procedural notice to an applicant: it is numbered, names what was asked, and cites the article that it stands on. */
export const noticeBase = {
  ...letterBase,
  documentNumber: shortText(60),
  requestSummary: longText,
  /** 《中华人民共和国政府信息公开条例》第三十条 */
  ground: shortText(300),
  issuedOn: civilDate,
  /** 附注 without brackets: 联系电话：0000-0000000. */
  contact: shortText(200),
  /** Names the characters that stand as 〓; empty where there are none. */
  glyphNote: longText.default(''),
} as const
const schema = z.object(noticeBase)
export type NoticeProps = z.output<typeof schema>

/** A notice from head to foot. It carries no remedy clause. `code` is printed as a QR code beside the signature. */
export function noticeSheet(letter: NoticeProps, title: string, body: { readonly opening: string; readonly rest: ReactNode; readonly code?: string | null }): ReactElement {
  return (
    <Letter agency={letter.letterhead} number={letter.documentNumber} title={title}>
      <Addressee>{letter.addressee}：</Addressee>
      <Paragraph field="收到情况">{body.opening}</Paragraph>
      {body.rest}
      {letter.glyphNote !== '' && <Paragraph field="字体">{letter.glyphNote}</Paragraph>}
      <Signature agency={letter.signer} date={chineseDate(letter.issuedOn)} sealed={letter.sealed} {...(body.code === undefined ? {} : { code: body.code })} />
      <Note>{letter.contact}</Note>
    </Letter>
  )
}

export function noticeMetadata(letter: NoticeProps) {
  return { agency: letter.signer, number: letter.documentNumber, on: letter.issuedOn }
}

/** 本机关于…收到你…提交的政府信息公开申请（编号…），申请内容为：…。 */
export function receivedSentence({ self, receivedOn, addresseeKind, channel, caseNumber, requestSummary }: NoticeProps): string {
  const request = requestSummary.replace(/\s*\n\s*/g, '；').replace(/[。；，]+$/u, '')
  return `${self}于${chineseDate(receivedOn)}收到${you(addresseeKind)}${channel}提交的政府信息公开申请（编号${caseNumber}），申请内容为：${request}。`
}

const NUMERALS = ['一', '二', '三', '四', '五']

/** 一、head and its text, a paragraph each. */
export function numberedSections(sections: readonly (readonly [head: string, text: string])[]): ReactElement[] {
  return sections.map(([head, text], i) => (
    <Paragraph key={head} field={head}>
      <Hei>{NUMERALS[i]}、{head}</Hei>
      {`\n${text}`}
    </Paragraph>
  ))
}

/** 〓 for each character that no font has, in what the applicant or the office typed; a notice keeps a time limit, so it goes out all the same. */
export function noticeStandIns<P extends NoticeProps>(letter: P, missing: readonly MissingGlyph[], typed: (printable: (text: string) => string) => Partial<P>): P {
  const { printable, note } = standIns(missing)
  return { ...letter, addressee: printable(letter.addressee), requestSummary: printable(letter.requestSummary), ...typed(printable), glyphNote: `${note}。` }
}
