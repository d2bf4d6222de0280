import { documentFault, documentSuits, normalizeDocumentNumber } from '#case/identity/document.ts'
import type { ApplicantKind, Channel, DocumentType } from '#case/words.ts'
import { addDays, formatDate, laterOf, type CivilDate } from '#law/civil-date.ts'
import { receiptOf } from '#law/disclosure-regulation/art31-receipt.ts'
import type { FieldName } from './fields.ts'
import { checkEnd } from './check-end.ts'
import type { ImportedLine, LineFault } from './imported-line.ts'
import { lineReader, type LineReader } from './line-reader.ts'
import type { Mapping } from './mapping.ts'

/** A line that is understood, or everything that is wrong with it. */
export type CheckedLine = { readonly ok: true; readonly value: ImportedLine } | { readonly ok: false; readonly faults: readonly LineFault[] }

const SUBJECT_LENGTH = 60

/** Looks at one line by itself: what it says, and whether the law allows it. Twins and the database are looked at elsewhere. */
export function checkLine(line: number, cells: readonly string[], mapping: Mapping, today: CivilDate): CheckedLine {
  const read = lineReader(line, cells, mapping)
  const number = needed(read, 'number', caseNumberOf(read))
  const name = needed(read, 'name', read.text('name', 100))
  const kind = needed(read, 'kind', read.word('kind'))
  const channel = needed(read, 'channel', read.word('channel'))
  const receivedOn = receiptDay(read, channel, today)
  const description = needed(read, 'description', read.text('description', 2000, 'lines'))
  const document = identity(read, kind, today)
  const subject = read.text('subject', 200)
  const contact = contactOf(read)
  const [form, way, handler] = [read.word('form'), read.word('way'), read.text('handler', 50)]
  const correction = receivedOn === null ? null : correctionOf(read, receivedOn, today)
  const extension = receivedOn === null ? null : extensionOf(read, receivedOn, today)
  const ended = receivedOn === null ? null : checkEnd(read, receivedOn, today)
  if (read.faults.length > 0 || number === null || name === null || kind === null || channel === null || receivedOn === null || description === null || ended === null) {
    return { ok: false, faults: read.faults }
  }
  return {
    ok: true,
    value: { line, number, receivedOn, channel, name, kind, ...document, contact, subject: subject ?? shortened(description), description, form, way, correction, extension, ...ended, handler },
  }
}

function needed<T>(read: LineReader, field: FieldName, value: T | null): T | null {
  if (value === null && read.cell(field) === '' && read.constant(field) === null) return read.fault(field, '这一格是空的，要填写')
  return value
}

/** The day of receipt as the law allows it; a register has the day that counts, so confirmation fell on it. */
function receiptDay(read: LineReader, channel: Channel | null, today: CivilDate): CivilDate | null {
  const arrivedOn = needed(read, 'receivedOn', read.day('receivedOn', today))
  if (arrivedOn === null) return null
  const receipt = receiptOf({ channel: channel ?? 'in_person', arrivedOn, confirmedOn: arrivedOn, recordedByStaff: true, today })
  return receipt.ok ? receipt.receivedOn : read.fault('receivedOn', receipt.refusal.message)
}

/** It becomes the number of the case, and so part of addresses. */
function caseNumberOf(read: LineReader): string | null {
  const text = read.text('number', 40)?.normalize('NFKC').replace(/\s+/g, '') ?? null
  const odd = text === null ? null : /[^\p{L}\p{N}〔〕[\]()【】_.·-]/u.exec(text)
  return odd ? read.fault('number', `登记号里不能有“${odd[0]}”，可以用文字、数字、短横和括号，例如2019-12`) : text
}

function identity(read: LineReader, kind: ApplicantKind | null, today: CivilDate): { documentType: DocumentType; documentNumber: string | null } {
  const type = read.word('documentType') ?? (kind === null || kind === 'natural_person' ? 'resident_id' : 'credit_code')
  const cell = read.cell('documentNumber')
  if (cell === '') return { documentType: type, documentNumber: null }
  const number = normalizeDocumentNumber(cell)
  if (kind !== null && !documentSuits(kind, type)) read.fault('documentType', kind === 'natural_person' ? '公民的证件不能是统一社会信用代码' : '单位的证件是统一社会信用代码')
  const fault = /^\d{15}000$/.test(number) && documentFault(type, number, today) !== null
    ? 'Excel把这个号码存成了数字，末三位丢了，请把这一列改成文本格式，重新填写'
    : documentFault(type, number, today)
  if (fault !== null) read.fault('documentNumber', `${fault}；没有的请把这一格清空`)
  return { documentType: type, documentNumber: number }
}

function contactOf(read: LineReader) {
  const [phone, email, address, postcode] = [read.text('phone', 60), read.text('email', 254), read.text('address', 200), read.text('postcode', 20)]
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) read.fault('email', '电子邮箱的写法不对，例如name@example.com')
  if (postcode !== null && !/^\d{6}$/.test(postcode)) read.fault('postcode', '邮政编码是6位数字')
  return { phone, email, address, postcode }
}

function correctionOf(read: LineReader, receivedOn: CivilDate, today: CivilDate): ImportedLine['correction'] {
  const [on, receivedAt] = [read.day('correctionOn', today), read.day('correctedOn', today)]
  const respondBy = read.cell('respondBy') === '' ? null : read.day('respondBy', '9999-12-31' as CivilDate)
  if (on === null) return receivedAt === null && respondBy === null ? null : read.fault('correctionOn', '写了补正收到日期或者截止日期，没有写补正告知日期')
  if (on < receivedOn) return read.fault('correctionOn', `早于收到日期${formatDate(receivedOn)}`)
  if (receivedAt !== null && receivedAt < on) return read.fault('correctedOn', `早于补正告知日期${formatDate(on)}`)
  if (receivedAt === null && respondBy === null) return read.fault('respondBy', '告知了补正、没有收到补正的，要写补正截止日期')
  if (respondBy !== null && respondBy <= on) return read.fault('respondBy', `要晚于补正告知日期${formatDate(on)}`)
  return { on, respondBy: respondBy ?? laterOf(receivedAt ?? on, addDays(on, 1)), receivedOn: receivedAt }
}

function extensionOf(read: LineReader, receivedOn: CivilDate, today: CivilDate): ImportedLine['extension'] {
  const on = read.day('extendedOn', today)
  const typed = read.cell('extensionDays').normalize('NFKC').replace(/(个)?工作日|[天日]$/g, '')
  if (on === null) return typed === '' || typed === '0' ? null : read.fault('extendedOn', '写了延长的工作日数，没有写延期告知日期')
  if (on < receivedOn) return read.fault('extendedOn', `早于收到日期${formatDate(receivedOn)}`)
  if (!/^\d{1,2}$/.test(typed)) return read.fault('extensionDays', typed === '' ? '写了延期告知日期，要写延长几个工作日' : '要写成数字，例如20')
  return { on, days: Number(typed) }
}

/** The first sentence stands in for the name of the information. */
function shortened(description: string): string {
  const first = description.split(/[\n。]/, 1)[0]!.trim() || description
  const characters = [...first]
  return characters.length <= SUBJECT_LENGTH ? first : `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…`
}
