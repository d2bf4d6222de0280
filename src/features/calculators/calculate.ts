import { laterOf, type CivilDate } from '#law/civil-date.ts'
import type { Clock, WorkingStep } from '#law/clock-types.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { feeFor } from '#law/processing-fee-measures/fee.ts'
import type { Outcome } from '#law/refusal.ts'
import { remedyFor } from '#law/remedies/remedy.ts'
import { toDataVersion, type WorkingCalendar } from '#law/working-days.ts'
import type { DeadlineAnswer, FeeAnswer, RemedyAnswer } from './answer.schema.ts'
import type { DeadlineQuestion } from './deadline.schema.ts'
import type { FeeQuestion } from './fee.schema.ts'
import type { RemedyQuestion } from './remedy.schema.ts'

/** What an answer depends on beside the question. */
export interface Now {
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
}

/**
 * The clock of the question. Without a day of its own it is read today; an application that is yet to come is read on the
 * day of its receipt, because nothing of it can have passed before.
 */
export function clockFor(question: DeadlineQuestion, { today, calendar }: Now): Outcome<{ readonly clock: Clock; readonly today: CivilDate }> {
  const { receivedOn, events = [] } = question
  const asked = question.today ?? laterOf(today, receivedOn)
  const folded = foldClock({ receivedOn, events: events, today: asked, calendar })
  return folded.ok ? { ...folded, today: asked } : folded
}

/** The clock in the words of the API. */
export function calculateDeadline(question: DeadlineQuestion, now: Now): Outcome<{ readonly answer: DeadlineAnswer }> {
  const found = clockFor(question, now)
  if (!found.ok) return found
  const { clock, today } = found
  return {
    ok: true,
    answer: {
      status: clock.status,
      dueOn: clock.dueOn,
      provisional: clock.provisional,
      correctionNoticeDueOn: clock.correctionNoticeDueOn,
      respondBy: clock.respondBy,
      payBy: clock.payBy,
      ifResumedTodayDueOn: clock.ifResumedTodayDueOn,
      latestPossibleDueOn: clock.latestPossibleDueOn,
      remainingWorkingDays: clock.remainingWorkingDays,
      overdue: clock.overdue,
      timely: clock.timely,
      lawAsOf: clock.lawAsOf,
      working: clock.working.map(toStep),
      days: clock.days.map((row) => ({ ...row })),
      receivedOn: clock.receivedOn,
      today,
      originOn: clock.originOn,
      quota: clock.quota,
      countedWorkingDays: clock.countedWorkingDays,
      originalDueOn: clock.originalDueOn,
      endedOn: clock.endedOn,
      calendarVersion: toDataVersion(now.calendar),
    },
  }
}

/** The fee with its tiers. */
export function calculateFee(question: FeeQuestion): Outcome<{ readonly answer: FeeAnswer }> {
  const fee = feeFor(question)
  if (!fee.ok) return fee
  const { amountFen, parts, working } = fee
  return { ok: true, answer: { amountFen, parts: parts.map((part) => ({ ...part })), working: working.map(toStep) } }
}

/** The remedy with its last days; a case that is withdrawn has no clause. */
export function calculateRemedy(question: RemedyQuestion, { calendar }: Now): Outcome<{ readonly answer: RemedyAnswer }> {
  const remedy = remedyFor({ ...question, calendar })
  if (!remedy.ok) return remedy
  const { route, reconsiderationBy, litigationBy, clause, working, provisional } = remedy
  return { ok: true, answer: { route, reconsiderationBy, litigationBy, clause: clause === '' ? null : clause, working: working.map(toStep), provisional } }
}

function toStep({ on, text, cite }: WorkingStep) {
  return { on, text, cite: cite && { instrument: cite.instrument, article: cite.article, paragraph: cite.paragraph ?? null, ...(cite.item === undefined ? {} : { item: cite.item }) } }
}
