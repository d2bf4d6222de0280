import type { CaseState } from '#case/state.ts'
import type { Service, Way } from '#case/words.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { isDecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { remedyFor, type Remedy } from '#law/remedies/remedy.ts'
import { supplementsOf, type Supplement } from '#features/correction/index.ts'
import { lettersById, type LetterFacts } from '#features/letters/index.ts'
import { casesOfApplication, type Sibling } from '#features/split/index.ts'
import { uploadsOf, type UploadView } from '#features/uploads/index.ts'
import { toldBy } from '#features/messages/index.ts'
import { notFound } from '#platform/errors.ts'
import { openPersonal, personalOf } from '#store/applicant.ts'
import { applicationOf } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import { caseClock } from '#store/case-row.ts'
import { loadCaseById } from '#store/case-store.ts'
import { atAuthority, type Ctx } from '#store/context.ts'
import { readLetter } from '#store/letters.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { applicantLetterIds } from './applicant-letters.ts'
import { clockIfToday, correctionView, type CorrectionView } from './correction-view.ts'
import { dateChanges, type DateChange } from './date-changes.ts'
import { feeView, type FeeView } from './fee-view.ts'
import { ownActions, type OwnActions } from './own-actions.ts'
import { stageOf, stagesOf, type Stage, type StageView } from './stages.ts'

export interface ReplyView {
  readonly letterId: string
  readonly documentNumber: string
  readonly issuedOn: CivilDate
  readonly deliveredOn: CivilDate
  readonly service: Service
  /** Null where the law gives none, such as after a withdrawal. */
  readonly remedy: Remedy | null
}

/** Everything an applicant may see of his case; page and API tell the same. */
export interface StatusView {
  readonly authority: Authority
  readonly number: string
  readonly subject: string
  readonly applicantName: string
  readonly way: Way
  readonly stage: Stage
  readonly stages: readonly StageView[]
  readonly state: CaseState
  readonly clock: Clock
  readonly today: CivilDate
  /** Changes of the last day by the calendar, newest first; none once the reply is delivered. */
  readonly dateChanges: readonly DateChange[]
  readonly letters: readonly LetterFacts[]
  readonly reply: ReplyView | null
  readonly correction: CorrectionView | null
  readonly fee: FeeView | null
  /** The clock if what is awaited of the applicant came today. */
  readonly ifToday: Clock | null
  readonly can: OwnActions
  /** What the applicant added, oldest first. */
  readonly supplements: readonly Supplement[]
  /** His papers in the file. */
  readonly papers: readonly UploadView[]
  /** Files that were released with the reply; none before it was delivered. */
  readonly released: readonly UploadView[]
  /** By which ways he hears from us; null: by none, or the reply has come. */
  readonly toldBy: string | null
  /** The cases that his application has become (一事一申请), this one among them. */
  readonly siblings: readonly Sibling[]
}

/** For doors that have checked number and query code. */
export async function statusView(asking: Ctx, caseId: string): Promise<StatusView> {
  const { row, state, events } = await loadCaseById(asking.db, caseId)
  const ctx = atAuthority(asking, row.authorityId)
  const source = { state, events, today: ctx.today, calendar: ctx.calendar }
  const [asked, person, authority, letters, correction, supplements, uploads, siblings] = await Promise.all([
    applicationOf(ctx.db, row.applicationId),
    personalOf(ctx.db, row.applicationId),
    findAuthority(ctx.db, row.authorityId),
    lettersById(ctx.db, applicantLetterIds(events)),
    correctionView(ctx, source),
    supplementsOf(ctx.db, ctx, { row, state, events }),
    uploadsOf(ctx, ctx.db, { kind: 'case', id: caseId }),
    casesOfApplication(ctx.db, row.applicationId),
  ])
  if (!authority) throw notFound(`authority ${row.authorityId}`)
  const clock = caseClock(state, events, ctx.today, ctx.calendar)
  const way = asked.delivery as Way
  return {
    authority,
    number: row.number,
    subject: row.subject,
    applicantName: row.applicantName,
    way,
    stage: stageOf(state.status),
    stages: stagesOf({ state, events, clock, way, today: ctx.today }),
    state,
    clock,
    today: ctx.today,
    dateChanges: state.delivery === null ? dateChanges(events, state.receivedOn) : [],
    letters,
    reply: await replyOf(ctx, state, authority),
    correction,
    fee: await feeView(ctx, state, clock),
    ifToday: clockIfToday(source),
    can: ownActions(state, ctx.today),
    supplements,
    papers: uploads.filter(({ purpose }) => purpose === 'supplement'),
    released: releasedOf(state, uploads),
    siblings,
    toldBy: state.delivery === null ? toldBy(ctx, openPersonal(ctx.keyring, person)) : null,
  }
}

/** 随答复公开的文件: they leave with the reply, never before it. */
export function releasedOf({ delivery }: CaseState, uploads: readonly UploadView[]): readonly UploadView[] {
  return delivery === null ? [] : uploads.filter(({ purpose, scan }) => purpose === 'release' && scan !== 'found')
}

async function replyOf(ctx: Ctx, state: CaseState, authority: Authority): Promise<ReplyView | null> {
  const { reply, delivery } = state
  if (!reply || !delivery) return null
  const { letterId, documentNumber, issuedOn } = reply
  const remedy = remedyOf(ctx, state, authority)
  const told = remedy && (await readLetter(ctx.db, letterId))?.props['remedyClause']
  return {
    letterId, documentNumber, issuedOn, deliveredOn: delivery.on, service: delivery.service,
    // The words are those of the letter, whatever names and templates have become since.
    remedy: remedy && typeof told === 'string' ? { ...remedy, clause: told } : remedy,
  }
}

/** When the reply reached the applicant, as far as it is known: a posted one when he says so. */
function receivedBy({ service, on }: NonNullable<CaseState['delivery']>, confirmedOn: CivilDate | null) {
  const received = service === 'post' ? confirmedOn : on
  return received === null ? {} : { deliveredOn: received }
}

/**
 * The remedy as it stood in the letter. A letter that was posted counts as served for the office on the day of posting
 * (235号), but the applicant's time runs from the day it reached him, which nobody here knows until he confirms it: no last day is named
 * before that.
 */
function remedyOf({ calendar }: Ctx, state: CaseState, authority: Authority): Remedy | null {
  const { reply, delivery, decision } = state
  if (!reply || !delivery || !decision || !isDecisionCode(decision.code)) return null
  const remedy = remedyFor({
    decision: decision.code,
    issuedOn: reply.issuedOn,
    ...receivedBy(delivery, state.deliveryConfirmedOn),
    electronic: authority.onlineReconsideration !== null,
    lawAsOf: state.lawAsOf,
    calendar,
    names: {
      reconsiderationAuthority: authority.reconsiderationAuthority,
      court: authority.court,
      ...(authority.onlineReconsideration === null ? {} : { onlineReconsideration: authority.onlineReconsideration }),
    },
  })
  return remedy.ok && remedy.route !== 'none' ? remedy : null
}
