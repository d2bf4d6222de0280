/** @jsxImportSource react @jsxRuntime automatic */
import type { ReactElement, ReactNode } from 'react'
import { z } from 'zod'
import { Addressee, Attachments, Letter, Note, Paragraph, Signature } from '../_parts/blocks.tsx'
import { civilDate, letterBase, longText, shortText } from '../_parts/schema.ts'
import { chineseDate, sentence, undatedMonth, you } from '../_parts/words.ts'
import type { LetterMetadata, MissingPart } from '../definition.ts'

/**
 * What every reply is made of. Locked parts come from the case, the ground and the remedy; requestText, facts and
 * decisionText are the handler's and may be empty in a draft.
 */
export const replyFields = {
  ...letterBase,
  /** 发文字号; null until the letter is signed. */
  documentNumber: shortText(60).nullable(),
  /** The number without its ordinal, for drafts: 示例公信公开〔2026〕. */
  numberSeries: shortText(60),
  requestText: longText,
  facts: longText,
  /** Ends where the decision follows: 根据《…条例》第三十六条第二项的规定，决定： */
  groundSentence: longText,
  decisionText: longText,
  /** null only where no remedy is told. */
  remedyClause: longText.nullable(),
  attachments: z.array(shortText(200)).max(99).default([]),
  /** Day of issue; null until the letter is signed. */
  issuedOn: civilDate.nullable(),
  draftedOn: civilDate,
  /** 附注 without brackets: 联系电话：0000-0000000. */
  contact: shortText(200).nullable().default(null),
} as const

const replySchema = z.strictObject(replyFields)
export type ReplyProps = z.output<typeof replySchema>

/** The layout all replies share. Children stand between facts and decision; `after` stands below the decision. */
export function Reply(props: {
  readonly title: string
  readonly letter: ReplyProps
  readonly children?: ReactNode
  readonly after?: ReactNode
}): ReactElement {
  const { title, letter, children, after } = props
  return (
    <Letter agency={letter.letterhead} number={replyNumber(letter)} title={title}>
      <Addressee>{letter.addressee}：</Addressee>
      <Paragraph field="申请内容">{opening(letter)}</Paragraph>
      <Paragraph field="事实和理由">{sentence(letter.facts)}</Paragraph>
      {children}
      <Paragraph field="决定">
        {letter.groundSentence}
        {sentence(letter.decisionText)}
      </Paragraph>
      {after}
      <Paragraph field="救济告知">{sentence(letter.remedyClause ?? '')}</Paragraph>
      <Attachments names={letter.attachments} />
      <Signature
        agency={letter.signer}
        date={letter.issuedOn === null ? undatedMonth(letter.draftedOn) : chineseDate(letter.issuedOn)}
        sealed={letter.sealed}
      />
      {letter.contact !== null && <Note>{letter.contact}</Note>}
    </Letter>
  )
}

/** 示例公信公开〔2026〕12号, in a draft 示例公信公开〔2026〕待编号. */
function replyNumber(letter: ReplyProps): string {
  return letter.documentNumber ?? `${letter.numberSeries}待编号`
}

/** Receipt, channel and number from the case, then the request: in the same sentence when it is one line. */
function opening(letter: ReplyProps): string {
  const { self, receivedOn, channel, caseNumber, addresseeKind } = letter
  const received = `${self}于${chineseDate(receivedOn)}收到${you(addresseeKind)}${channel}提交的政府信息公开申请（编号${caseNumber}）`
  const request = letter.requestText.trim()
  if (request === '') return `${received}。`
  if (request.includes('\n')) return `${received}，申请内容如下：\n${sentence(request)}`
  return `${received}，${/^(申请|要求|请求)/u.test(request) ? '' : '申请公开'}${sentence(request)}`
}

export function replyMetadata(letter: ReplyProps): LetterMetadata {
  return { agency: letter.signer, number: replyNumber(letter), on: letter.issuedOn ?? letter.draftedOn }
}

/** What law.md §1.1 requires of every reply: the request, the facts, the ground with the decision, the remedy. */
export function replyMissingParts(letter: ReplyProps): MissingPart[] {
  const rows: readonly [keyof ReplyProps, string, string][] = [
    ['requestText', '没有写申请内容', '36条'],
    ['facts', '没有写事实和理由', '36条'],
    ['groundSentence', '没有写依据', '36条'],
    ['decisionText', '没有写决定', '36条'],
    ['remedyClause', '没有告知救济途径和期限', '51条'],
  ]
  return rows
    .filter(([field]) => String(letter[field] ?? '').trim() === '')
    .map(([field, message, article]) => ({ field, message, article }))
}
