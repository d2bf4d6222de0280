/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { formatDate } from '#law/civil-date.ts'
import { formatCitations, type Citation } from '#law/citation.ts'
import { groundOf, type DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { CHANNEL_PHRASES } from '#store/channel-phrases.ts'
import type { FieldError } from '#platform/errors.ts'
import { errorOf, TextArea } from '#ui/form/index.ts'
import { LockedPart } from '#ui/letter-editor.tsx'
import { PART_LABELS } from './gate.ts'
import type { DraftParts } from './draft.schema.ts'
import type { ReplyMaterial } from './reply-material.ts'
import { lockedParts } from './reply-props.ts'

export interface EditorProps {
  readonly material: ReplyMaterial
  readonly parts: DraftParts
  readonly errors: readonly FieldError[]
  /** The person may only read. */
  readonly readOnly: boolean
}

const ROWS: Readonly<Record<keyof DraftParts, { readonly rows: number; readonly max?: number; readonly mark?: string }>> = {
  requestText: { rows: 3, max: 3000 },
  facts: { rows: 5, max: 6000, mark: '来自处理决定，可以改' },
  decisionText: { rows: 3, max: 3000 },
  attachments: { rows: 3, mark: '每行一件，没有可不填' },
}

/** The letter part by part, in its own order: what template, case, decision and law decide is locked, the rest is typed. */
export function DraftEditor(props: EditorProps) {
  const { material } = props
  const { source, letter } = material
  const locked = lockedParts({ ...source, signed: null })
  return (
    <div class="zx-letter-parts">
      <LockedPart decidedBy="标题、文号，由模板定">
        {locked.numberSeries}　　号（签发时编号）<br /><b>{letter.title}</b>
      </LockedPart>
      <LockedPart decidedBy="来自案卷"><Opening {...material} /></LockedPart>
      <Words name="requestText" {...props} />
      <Words name="facts" {...props} />
      <LockedPart decidedBy="依据，由处理决定定">{locked.groundSentence}</LockedPart>
      <Words name="decisionText" {...props} />
      <Words name="attachments" {...props} />
      <LockedPart decidedBy="救济告知，由决定和日期定，不能改">{locked.remedyClause ?? '申请人自己撤回的，不告知救济。'}</LockedPart>
    </div>
  )
}

function Opening({ source }: ReplyMaterial) {
  const { state, row } = source
  const you = row.applicantKind === 'natural_person' ? '你' : '你单位'
  return (
    <>本机关于<b>{formatDate(state.receivedOn)}</b>收到{you}<b>{CHANNEL_PHRASES[state.channel]}</b>提交的政府信息公开申请（编号<b>{row.number}</b>），</>
  )
}

function Words({ name, parts, errors, readOnly }: EditorProps & { readonly name: keyof DraftParts }): Child {
  const { rows, max, mark } = ROWS[name]
  if (readOnly) return <div class="zx-read-part"><p class="zx-label">{PART_LABELS[name]}</p><p>{parts[name] === '' ? '（没有）' : parts[name]}</p></div>
  return (
    <TextArea name={name} label={PART_LABELS[name]} value={parts[name]} rows={rows} error={errorOf(errors, name)} {...(max === undefined ? {} : { max })} {...(mark === undefined ? {} : { mark })} />
  )
}

/** The articles that the decision rests on. */
export function groundCites({ source }: ReplyMaterial): readonly Citation[] {
  const { decision, lawAsOf } = source.state
  const ground = groundOf(decision.code as DecisionCode, lawAsOf, (decision.refusedPart ?? undefined) as DecisionCode | undefined)
  return ground.ok ? ground.cites : []
}

/** 16条第一款、36条第三项, and the law that was typed with the decision. */
export function groundPlaces(material: ReplyMaterial): string {
  return [formatCitations(groundCites(material), 'short'), material.source.state.decision.groundText ?? ''].filter((text) => text !== '').join('、')
}
