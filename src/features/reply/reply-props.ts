import type { CaseState } from '#case/state.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { yearOf, type CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import type { CaseRow } from '#store/case-store.ts'
import { letterHead } from '#store/letter-head.ts'
import { remedyAt } from '#store/authority-remedy.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { attachmentLines } from './attachments.ts'
import type { DraftParts } from './draft.schema.ts'
import { groundSentence } from './ground-sentence.ts'

export type Decided = CaseState & { readonly decision: NonNullable<CaseState['decision']> }

/** What a reply is made from. */
export interface ReplySource {
  readonly authority: Authority
  readonly row: Pick<CaseRow, 'applicantName' | 'applicantKind' | 'number'>
  readonly state: Decided
  readonly parts: DraftParts
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  /** Null while it is a draft. */
  readonly signed: { readonly documentNumber: string; readonly on: CivilDate } | null
  readonly title: string
  readonly code: string
}

/** The locked parts of a reply, decided by case, decision, law and date. */
export function lockedParts(source: Pick<ReplySource, 'authority' | 'state' | 'today' | 'calendar' | 'signed'>) {
  const { authority, state, today, calendar } = source
  const decision = state.decision.code as DecisionCode
  const remedy = remedyAt(authority, { decision, issuedOn: source.signed?.on ?? today, calendar })
  if (!remedy.ok) throw new Error(remedy.refusal.code)
  return {
    groundSentence: groundSentence({
      decision,
      lawAsOf: state.lawAsOf,
      refusedPart: state.decision.refusedPart as DecisionCode | null,
      groundText: state.decision.groundText,
    }),
    remedyClause: remedy.clause === '' ? null : remedy.clause,
    remedyRoute: remedy.route,
    numberSeries: `${authority.documentPrefix}〔${yearOf(today)}〕`,
  }
}

/** Props of a reply template; plain JSON, stored with the letter. */
export function replyProps(source: ReplySource): Record<string, unknown> {
  const { authority, row, state, parts, signed, today } = source
  const locked = lockedParts(source)
  return {
    ...letterHead(authority, row, state),
    documentNumber: signed?.documentNumber ?? null,
    numberSeries: locked.numberSeries,
    requestText: parts.requestText,
    facts: parts.facts,
    groundSentence: locked.groundSentence,
    decisionText: parts.decisionText,
    remedyClause: locked.remedyClause,
    attachments: attachmentLines(parts.attachments),
    issuedOn: signed?.on ?? null,
    draftedOn: today,
    contact: `联系电话：${authority.consultPhone}`,
    ...(source.code === 'reply' ? { title: source.title, decision: source.state.decision.code, refusedPart: source.state.decision.refusedPart } : {}),
  }
}

