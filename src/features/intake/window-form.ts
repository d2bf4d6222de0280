import { documentFault } from '#case/identity/document.ts'
import { CHANNELS, type Channel } from '#case/words.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { FieldError } from '#platform/errors.ts'
import { parse, type Parsed } from '#platform/validation/parse.ts'
import { CheckedApplication, type FileApplication } from './file-application.schema.ts'
import { decideReceipt, receiptField } from './receipt.decide.ts'
import { ReceiptInput } from './receipt.schema.ts'

/** The form as typed. */
export type WindowValues = Readonly<Record<string, string>>

/** A paper form ready to be filed. */
export interface WindowEntry {
  readonly application: FileApplication
  readonly receipt: ReceiptInput
}

/** Fields in the order of the page: errors are listed so. */
const ORDER = [
  'channel', 'arrivedOn', 'confirmedOn', 'contactLost', 'mailNumber', 'signedBy', 'applicantKind', 'name', 'documentType', 'documentNumber',
  'contactName', 'phone', 'address', 'email', 'subject', 'documentRef', 'description', 'form', 'way',
]

/** Where a form starts: what most people bring. */
export const FRESH: WindowValues = { channel: 'in_person', applicantKind: 'natural_person', documentType: 'resident_id', form: 'paper', way: 'post' }

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
  const organization = values['applicantKind'] !== 'natural_person'
  const given = (name: string) => values[name] ?? ''
  const application = parse(CheckedApplication, {
    applicantKind: values['applicantKind'],
    name: given('name'),
    documentType: organization ? 'credit_code' : values['documentType'],
    documentNumber: given('documentNumber'),
    ...(organization ? { contactName: given('contactName') } : {}),
    phone: given('phone'),
    address: given('address'),
    email: given('email'),
    subject: given('subject'),
    documentRef: given('documentRef'),
    description: given('description'),
    form: values['form'],
    way: values['way'],
  })
  const receipt = readArrival(values, day)
  const unborn = application.ok ? documentFault(application.value.documentType, application.value.documentNumber, day.today) : null
  if (unborn !== null) return { ok: false, errors: inPageOrder([...(receipt.ok ? [] : receipt.errors), { field: 'documentNumber', message: unborn }]) }
  if (application.ok && receipt.ok) return { ok: true, value: { application: application.value, receipt: receipt.value } }
  return { ok: false, errors: inPageOrder([...(receipt.ok ? [] : receipt.errors), ...(application.ok ? [] : application.errors)]) }
}

export function inPageOrder(errors: readonly FieldError[]): FieldError[] {
  return errors.toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field))
}
