import { clockEvent } from '#case/clock.ts'
import type { CaseEvent } from '#case/events.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import type { FieldName } from './fields.ts'
import type { ImportedLine, LineFault } from './imported-line.ts'

/** What the events of a line carry that the line does not tell. */
export interface EventIds {
  readonly applicationId: string
  readonly letterId: () => string
  readonly requestDigest: string
  readonly personalDigest: string
}

const UNSAID = '旧登记没有写'

/** The history of a case as its line tells it, oldest first. Letters lie in the old file: nothing is rendered, nothing is sent. */
export function eventsOf(line: ImportedLine, ids: EventIds): CaseEvent[] {
  const { number, channel, kind, receivedOn: on } = line
  return [
    { type: 'application_received', on, applicationId: ids.applicationId, number, channel, applicantKind: kind, requestDigest: ids.requestDigest, personalDigest: ids.personalDigest },
    ...middle(line, ids),
    ...ending(line, ids),
  ]
}

function middle({ correction, extension }: ImportedLine, { letterId }: EventIds): CaseEvent[] {
  const events: CaseEvent[] = []
  if (correction) {
    const { on, respondBy, receivedOn } = correction
    events.push({ type: 'correction_requested', on, letterId: letterId(), propsDigest: '', respondBy })
    if (receivedOn) events.push({ type: 'correction_received', on: receivedOn, supplementId: letterId(), digest: '', goodCause: receivedOn > respondBy ? UNSAID : null })
  }
  if (extension) events.push({ type: 'deadline_extended', on: extension.on, days: extension.days, reason: UNSAID, consentedBy: UNSAID, letterId: letterId(), propsDigest: '' })
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function ending({ end, correction }: ImportedLine, { letterId }: EventIds): CaseEvent[] {
  if (end === null) return []
  const { on } = end
  if (end.how === 'withdrawn') return [{ type: 'application_withdrawn', on, reason: null }]
  const id = letterId()
  const events: CaseEvent[] = []
  if (end.decision === 'lapsed_correction' && correction && correction.receivedOn === null && correction.respondBy < on) events.push({ type: 'application_lapsed', on, what: 'correction' })
  events.push(
    { type: 'decision_taken', on, decision: end.decision, reason: end.reason, groundText: null, refusedPart: null },
    { type: 'reply_issued', on, letterId: id, letterCode: 'reply', documentNumber: end.documentRef, revision: 1, propsDigest: '', elsewhere: true },
  )
  if (end.delivery) {
    const { on: deliveredOn, service, evidence } = end.delivery
    events.push({ type: 'reply_delivered', on: deliveredOn, letterId: id, service, evidence }, { type: 'case_archived', on: deliveredOn })
  }
  return events
}

const FAULT_FIELDS: Readonly<Record<string, FieldName>> = { 'extension/too-long': 'extensionDays', 'extension/too-short': 'extensionDays', 'clock/lapsed': 'correctedOn', 'clock/out-of-order': 'extendedOn' }

/** Whether the law's clock can run through these events: an extension after the limit, a date before the one that came before it. */
export function clockFault(line: ImportedLine, today: CivilDate, calendar: WorkingCalendar): LineFault | null {
  // Receipt and end alone are in order already, and most lines have nothing else.
  if (line.correction === null && line.extension === null) return null
  const none: EventIds = { applicationId: '', letterId: () => '', requestDigest: '', personalDigest: '' }
  const events = eventsOf(line, none).flatMap((event) => clockEvent(event) ?? [])
  const folded = foldClock({ receivedOn: line.receivedOn, events, today, calendar })
  if (folded.ok) return null
  const { code, message } = folded.refusal
  const field = FAULT_FIELDS[code] ?? (code.startsWith('extension/') ? 'extendedOn' : code.startsWith('correction/') ? 'correctionOn' : null)
  return { line: line.line, field, value: '', message: `${message}；照旧登记确实如此的，请把这几格清空，期限按没有这一步计算` }
}
