/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { documentFault, normalizeDocumentNumber } from '#case/identity/document.ts'
import { DOCUMENT_TYPES, FORMS, WAYS, type DocumentType, type Form, type Way } from '#case/words.ts'
import type { Typed } from '#features/similar/index.ts'
import type { UploadView } from '#features/uploads/index.ts'
import { formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import { readDate } from '#platform/validation/date.ts'
import { Badge } from '#ui/badge.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { contactHints } from './window-contact.ts'
import { decideReceipt } from './receipt.decide.ts'
import { ARRIVAL_LABELS, readArrival, type WindowValues } from './window-form.ts'

/** The document that is typed, where its kind is known; whether its number is sound is another question. */
export function documentIn(values: WindowValues): { readonly documentType: DocumentType; readonly documentNumber: string } | null {
  const documentNumber = normalizeDocumentNumber(values['documentNumber'] ?? '')
  const type = values['applicantKind'] === 'natural_person' ? values['documentType'] : 'credit_code'
  return documentNumber === '' || type === undefined || !Object.hasOwn(DOCUMENT_TYPES, type) ? null : { documentType: type as DocumentType, documentNumber }
}

/** What the office compares with other cases while it is typed. */
export function typedIn(day: { readonly today: CivilDate }, values: WindowValues): Typed {
  const { subject = '', documentRef = '', description = '' } = values
  const arrival = readArrival(values, day)
  const receipt = arrival.ok ? decideReceipt(arrival.value, day) : null
  return { ...(documentIn(values) ?? { documentType: '', documentNumber: '' }), receivedOn: receipt?.ok ? receipt.receivedOn : day.today, subject, documentRef, description }
}

/** 号码有效, or that it is not; nothing while it is empty. */
export function DocumentCheck({ values, today }: { values: WindowValues; today: CivilDate }) {
  const shown = documentIn(values)
  if (shown === null) return null
  const fault = documentFault(shown.documentType, shown.documentNumber, today)
  if (fault === null) return <Badge tone="green" shape="tick"><span data-say="号码有效">号码有效</span></Badge>
  return <Badge tone="red" shape="octagon">号码不对</Badge>
}

/** What looks mistyped: remarks, nothing to be mended first. */
export function ContactHints({ values }: { values: WindowValues }) {
  const hints = contactHints(values)
  if (hints.length === 0) return null
  return (
    <ul class="zx-hints" aria-label="再看一眼">
      {hints.map(({ field, text }) => <li><Glyph shape="triangle" /><span>{LABELS[field]}：{text}</span></li>)}
    </ul>
  )
}

const LABELS = { phone: '电话', address: '地址', postcode: '邮编' } as const

/** What to compare with the paper, large and in its order; the number by its last digits, as one reads it out. */
export function PaperCheck({ values, scans }: { values: WindowValues; scans: readonly UploadView[] }) {
  const number = normalizeDocumentNumber(values['documentNumber'] ?? '')
  const day = readDate(values['arrivedOn'] ?? '')
  const { name = '', description = '', form = '', way = '', channel = '' } = values
  const items = itemsIn(description)
  const pages = scans.reduce((sum, scan) => sum + scan.pages, 0)
  return (
    <DefinitionList tight items={[
      { term: '姓名', value: name === '' ? '—' : <b>{name}</b> },
      { term: '号码末四位', value: number === '' ? '—' : <b class="zx-num">{number.slice(-4)}</b> },
      { term: ARRIVAL_LABELS[channel as keyof typeof ARRIVAL_LABELS] ?? '日期', value: day === null ? '—' : <b>{formatDateWithWeekday(day)}</b> },
      { term: '内容', value: description.trim() === '' ? '—' : <>{[...description.trim()].slice(0, 40).join('')}{[...description.trim()].length > 40 ? '…' : ''}<p class="zx-meta">{items > 1 ? `像有${items}项，登记后公开办可以拆分，` : ''}共{[...description.trim()].length}字</p></> },
      { term: '怎么给', value: `${FORMS[form as Form] ?? '—'}，${WAYS[way as Way] ?? '—'}` },
      { term: '扫描件', value: pages === 0 ? '没有' : `${pages}页` },
    ]} />
  )
}

/** Numbered or listed items in a description: 1. 2. 3. or （一）（二）, else one. */
export function itemsIn(description: string): number {
  const marks = description.match(/(?:^|[\n；;。])\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．])/g)
  return Math.max(1, marks?.length ?? 1)
}
