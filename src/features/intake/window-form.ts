import { documentFault } from '#case/identity/document.ts'
import { CHANNELS, type Channel } from '#case/words.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { FieldError } from '#platform/errors.ts'
import { parse, type Parsed } from '#platform/validation/parse.ts'
import { AGENT_KEYS, CheckedApplication, type FileApplication } from './file-application.schema.ts'
import { decideReceipt, receiptField } from './receipt.decide.ts'
import { ReceiptInput } from './receipt.schema.ts'

/** The form as typed. */
export type WindowValues = Readonly<Record<string, string>>

/** A paper form ready to be filed. */
export interface WindowEntry {
  readonly application: FileApplication
  readonly receipt: ReceiptInput
}

/** A letter or fax ready to be kept until the applicant is reached (条例第三十一条第二项、第三项). */
export interface Unconfirmed {
  readonly application: FileApplication
  readonly arrival: { readonly channel: 'ordinary_mail' | 'fax'; readonly arrivedOn: CivilDate }
}

/** Fields in the order of the page: errors are listed so. */
const ORDER = [
  'channel', 'arrivedOn', 'confirmedOn', 'contactLost', 'mailNumber', 'signedBy', 'applicantKind', 'name', 'documentType', 'documentNumber',
  'phone', 'address', 'postcode', 'email', 'contactName', 'byAgent', ...AGENT_KEYS, 'subject', 'documentRef', 'description', 'scans', 'form', 'way',
]

/** Where a form starts: what most people bring. */
export const FRESH: WindowValues = { channel: 'in_person', applicantKind: 'natural_person', documentType: 'resident_id', form: 'paper', way: 'post', agentDocumentType: 'resident_id' }

/** 网上 needs no window; what is entered by hand was filed online elsewhere, before. */
export const WINDOW_CHANNELS: Readonly<Record<Channel, string>> = { ...CHANNELS, internet: '网上补录' }

/** Which day is asked, by channel (条例第三十一条). */
export const ARRIVAL_LABELS: Readonly<Record<Channel, string>> = {
  in_person: '提交日',
  oral: '口头申请日',
  registered_mail: '签收日',
  ordinary_mail: '到达日',
  fax: '到达日',
  internet: '网上提交日',
}

/** Channels whose receipt date needs a confirmation with the applicant. */
export const CONFIRMED: readonly Channel[] = ['ordinary_mail', 'fax']

/** What is asked of one channel only, or of organizations only, is left aside for the others; the page keeps it as typed. */
export function readReceipt(values: WindowValues): Parsed<ReceiptInput> {
  const { channel, arrivedOn = '', confirmedOn = '', contactLost, mailNumber = '', signedBy = '' } = values
  return parse(ReceiptInput, {
    channel,
    arrivedOn,
    ...(CONFIRMED.includes(channel as Channel) ? { confirmedOn } : {}),
    ...(channel === 'ordinary_mail' && contactLost === 'yes' ? { contactLost: true } : {}),
    ...(channel === 'registered_mail' ? { mailNumber, signedBy } : {}),
  })
}

/** The facts of arrival with the day they lead to, or what is wrong with them (条例第三十一条). */
export function readArrival(values: WindowValues, day: { readonly today: CivilDate }): Parsed<ReceiptInput> {
  const facts = readReceipt(values)
  const receipt = facts.ok ? decideReceipt(facts.value, day) : null
  if (!receipt || receipt.ok) return facts
  return { ok: false, errors: [{ field: receiptField(receipt.refusal.code), message: receipt.refusal.message }] }
}

/** A whole form, or every fault of it in page order. */
export function readWindow(values: WindowValues, day: { readonly today: CivilDate }): Parsed<WindowEntry> {
  const application = readAsked(values, day)
  const receipt = readArrival(values, day)
  if (application.ok && receipt.ok) return { ok: true, value: { application: application.value, receipt: receipt.value } }
  return { ok: false, errors: inPageOrder([...errorsOf(receipt), ...errorsOf(application)]) }
}

/** A letter or fax that is not confirmed yet: the same form without the day of confirmation. */
export function readUnconfirmed(values: WindowValues, day: { readonly today: CivilDate }): Parsed<Unconfirmed> {
  const application = readAsked(values, day)
  const { channel } = values
  const known = channel === 'ordinary_mail' || channel === 'fax'
  const arrival = known ? readArrival({ ...values, channel: 'ordinary_mail', confirmedOn: day.today, contactLost: '' }, day) : { ok: false as const, errors: [NOT_TO_CONFIRM] }
  if (known && application.ok && arrival.ok) return { ok: true, value: { application: application.value, arrival: { channel, arrivedOn: arrival.value.arrivedOn } } }
  return { ok: false, errors: inPageOrder([...errorsOf(arrival), ...errorsOf(application)]) }
}

const NOT_TO_CONFIRM: FieldError = { field: 'channel', message: '只有平常信函和传真要先与申请人确认；别的渠道直接存' }

function readAsked(values: WindowValues, { today }: { readonly today: CivilDate }): Parsed<FileApplication> {
  const organization = values['applicantKind'] !== 'natural_person'
  const given = (name: string) => values[name] ?? ''
  const agent = values['byAgent'] === 'yes'
  const application = parse(CheckedApplication, {
    applicantKind: values['applicantKind'],
    name: given('name'),
    documentType: organization ? 'credit_code' : values['documentType'],
    documentNumber: given('documentNumber'),
    ...(organization ? { contactName: given('contactName') } : {}),
    ...(agent ? Object.fromEntries(AGENT_KEYS.map((key) => [key, given(key)])) : {}),
    phone: given('phone'),
    address: given('address'),
    postcode: given('postcode'),
    email: given('email'),
    subject: given('subject'),
    documentRef: given('documentRef'),
    description: given('description'),
    form: values['form'],
    way: values['way'],
  })
  const unborn = application.ok ? documentFault(application.value.documentType, application.value.documentNumber, today) : null
  return unborn === null ? application : { ok: false, errors: [{ field: 'documentNumber', message: unborn }] }
}

function errorsOf(read: Parsed<unknown>): readonly FieldError[] {
  return read.ok ? [] : read.errors
}

export function inPageOrder(errors: readonly FieldError[]): FieldError[] {
  return errors.toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field))
}
