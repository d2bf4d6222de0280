import type { StaffActor } from '#case/actor.ts'
import { foldCase } from '#case/evolve.ts'
import type { CaseEvent } from '#case/events.ts'
import type { Role } from '#case/roles.ts'
import type { CaseState, RecordedEvent } from '#case/state.ts'
import { civilDate, type CivilDate } from '#law/civil-date.ts'

/** The people of the tests: one authority, two units, one person per part. */
export function person(id: string, roles: readonly Role[], unitId = 'zhian', more: Partial<StaffActor> = {}): StaffActor {
  return { kind: 'staff', id, name: id, authorityId: 'shiju', unitId, unitName: `${unitId}支队`, roles, ...more }
}
export const OFFICER = person('officer', ['disclosure_officer'], 'office')
export const CLERK = person('clerk', ['window_clerk'], 'window')
export const HANDLER = person('handler', ['handler'])
export const OTHER_HANDLER = person('other-handler', ['handler'])
export const REVIEWER = person('reviewer', ['section_reviewer'])
export const ISSUER = person('issuer', ['issuer'], 'office')

export const day: (text: string) => CivilDate = civilDate

/** One step of a case and who took it. */
export interface Step {
  readonly event: CaseEvent
  readonly by: StaffActor | 'system' | 'applicant'
}

const step = (event: CaseEvent, by: Step['by']): Step => ({ event, by })

/** The way of a case (product.md §2), one event a day from 2026-11-02 on; each date can be set. */
export const received = (on = '2026-11-02'): Step =>
  step({ type: 'application_received', on: day(on), applicationId: 'application-1', number: '2026-0001', channel: 'internet', applicantKind: 'natural_person', requestDigest: 'r', personalDigest: 'p' }, 'applicant')
export const receipted = (on = '2026-11-02'): Step => step({ type: 'receipt_issued', on: day(on), letterId: 'receipt-1', propsDigest: 'd', dueOn: day('2026-11-30') }, 'applicant')
export const accepted = (on = '2026-11-03'): Step => step({ type: 'application_accepted', on: day(on) }, OFFICER)
export const assigned = (to = HANDLER, on = '2026-11-04'): Step =>
  step({ type: 'case_assigned', on: day(on), unitId: to.unitId, unitName: to.unitName, handlerId: to.id, handlerName: to.name }, OFFICER)
export const tookDecision = (decision = 'granted', on = '2026-11-05', more: { reason?: string; groundText?: string; refusedPart?: string } = {}, by = HANDLER): Step =>
  step({ type: 'decision_taken', on: day(on), decision, reason: more.reason ?? '经检索，予以公开。', groundText: more.groundText ?? null, refusedPart: more.refusedPart ?? null }, by)
export const draftSaved = (by = HANDLER, revision = 1, on = '2026-11-06'): Step => step({ type: 'draft_saved', on: day(on), revision, letterCode: 'granted', digest: `d${revision}` }, by)
export const submitted = (revision = 1, on = '2026-11-09'): Step => step({ type: 'draft_submitted', on: day(on), revision }, HANDLER)
export const approved = (by = REVIEWER, revision = 1, on = '2026-11-10'): Step => step({ type: 'draft_approved', on: day(on), revision, comment: null }, by)
export const returned = (by = REVIEWER, revision = 1, on = '2026-11-10'): Step => step({ type: 'draft_returned', on: day(on), revision, reason: '请补写检索经过' }, by)
export const issued = (on = '2026-11-11'): Step =>
  step({ type: 'reply_issued', on: day(on), letterId: 'letter-1', letterCode: 'granted', documentNumber: '示例公信公开〔2026〕1号', revision: 1, propsDigest: 'd' }, ISSUER)
export const stored = (letterId = 'letter-1', on = '2026-11-11'): Step => step({ type: 'letter_stored', on: day(on), letterId, sha256: 'aa', pages: 2, size: 1000 }, 'system')
export const delivered = (on = '2026-11-12'): Step => step({ type: 'reply_delivered', on: day(on), letterId: 'letter-1', service: 'post', evidence: 'EMS 1100000000' }, OFFICER)
export const archived = (on = '2026-11-13'): Step => step({ type: 'case_archived', on: day(on) }, OFFICER)
export const opened = (by = CLERK, on = '2026-11-03'): Step => step({ type: 'personal_data_opened', on: day(on), fields: ['phone'], reason: '电话联系申请人' }, by)
export const correctionAsked = (on = '2026-11-04', respondBy = '2026-11-20'): Step =>
  step({ type: 'correction_requested', on: day(on), letterId: 'correction-1', propsDigest: 'd', respondBy: day(respondBy) }, OFFICER)
export const feeNoticed = (on = '2026-11-05', amountFen = 10_000): Step =>
  step({ type: 'fee_notice_issued', on: day(on), letterId: 'fee-1', propsDigest: 'd', basis: 'per_page', amountFen }, OFFICER)
export const withdrawn = (on = '2026-11-05'): Step => step({ type: 'application_withdrawn', on: day(on), reason: null }, 'applicant')
export const joinedBack = (on = '2026-11-03', into = '2026-0002'): Step => step({ type: 'joined_back', on: day(on), into }, OFFICER)

export function recorded(steps: readonly Step[]): RecordedEvent[] {
  return steps.map(({ event, by }, index) => ({
    seq: index + 1,
    event,
    actorId: typeof by === 'string' ? null : by.id,
    actorName: typeof by === 'string' ? by : by.name,
    actorKind: typeof by === 'string' ? by : by.kind,
    recordedAt: `${event.on}T02:00:00.000Z`,
  }))
}

/** What these steps add up to. */
export function given(...steps: Step[]): CaseState {
  return foldCase(recorded(steps))
}

/** A case at each stage, handled by {@link HANDLER}. */
export const STAGES = {
  registered: [received(), receipted()],
  accepted: [received(), receipted(), accepted()],
  in_progress: [received(), receipted(), accepted(), assigned()],
  drafting: [received(), receipted(), accepted(), assigned(), tookDecision(), draftSaved()],
  section_review: [received(), receipted(), accepted(), assigned(), tookDecision(), draftSaved(), submitted()],
  awaiting_issue: [received(), receipted(), accepted(), assigned(), tookDecision(), draftSaved(), submitted(), approved()],
  issued: [received(), receipted(), accepted(), assigned(), tookDecision(), draftSaved(), submitted(), approved(), issued(), stored()],
  delivered: [received(), receipted(), accepted(), assigned(), tookDecision(), draftSaved(), submitted(), approved(), issued(), stored(), delivered()],
  archived: [received(), receipted(), accepted(), assigned(), tookDecision(), draftSaved(), submitted(), approved(), issued(), stored(), delivered(), archived()],
  awaiting_correction: [received(), receipted(), correctionAsked()],
  awaiting_payment: [received(), receipted(), accepted(), assigned(), feeNoticed()],
  withdrawn: [received(), receipted(), withdrawn()],
  joined: [received(), receipted(), joinedBack()],
} as const
