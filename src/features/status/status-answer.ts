import { secondsBetween } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Ctx } from '#store/context.ts'
import { LOCKED, type NotFound } from './find-by-code.ts'
import type { OwnActions } from './own-actions.ts'
import { stageOf } from './stages.ts'
import type { StatusAnswer } from './status.schema.ts'
import type { StatusView } from './status-view.ts'

/** Number and code do not fit, or are locked, as an error of the API. */
export function asError(ctx: Ctx, { code, message, until }: NotFound): AppError {
  if (code !== LOCKED || until === null) return new AppError('not_found', message, { code })
  return new AppError('too_many', message, { code, retryAfterSeconds: Math.ceil(secondsBetween(ctx.now, until)) })
}

/** What the page shows, for programs. */
export function answerOf(view: StatusView): StatusAnswer {
  const { number, stage, clock, letters, reply, dateChanges, siblings, state } = view
  const { status, dueOn, provisional, remainingWorkingDays, overdue, working, days, receivedOn } = clock
  return {
    number,
    stage,
    receivedOn,
    clock: {
      status, dueOn, provisional, remainingWorkingDays, overdue,
      ifResumedTodayDueOn: clock.ifResumedTodayDueOn,
      latestPossibleDueOn: clock.latestPossibleDueOn,
      working: working.map((step) => ({ ...step })),
      days: days.map((day) => ({ ...day })),
    },
    dateChanges: dateChanges.map(({ on, from, to, text }) => ({ on, from, to, text })),
    parts: partsOf(siblings),
    joinedInto: state.joinedInto,
    withdrawnOn: state.withdrawnOn,
    lapsed: state.lapsed,
    correction: correctionAnswer(view),
    extension: state.extension && { on: state.extension.on, days: state.extension.days, reason: state.extension.reason, letterId: state.extension.letterId },
    fee: view.fee && { amountFen: view.fee.amountFen, payBy: view.fee.payBy, paidOn: view.fee.paidOn, method: view.fee.method, letterId: view.fee.letterId },
    letters: letters.map(({ id, title, documentNumber, issuedOn, status: made }) => ({ id, title, documentNumber, issuedOn, status: made })),
    files: view.released.map(({ id, name, type, size }) => ({ id, name, type, size })),
    supplements: view.supplements.map(({ id, receivedOn: on, content }) => ({ id, receivedOn: on, text: content?.text ?? null, lateReason: content?.lateReason ?? null })),
    actions: actionsOf(view.can),
    ...(reply === null ? {} : { reply: replyAnswer(reply, state.deliveryConfirmedOn) }),
  }
}

function partsOf(siblings: StatusView['siblings']) {
  const standing = siblings.filter(({ status }) => status !== 'joined')
  return standing.length < 2 ? [] : standing.map(({ number, subject, status }) => ({ number, subject, stage: stageOf(status) }))
}

function correctionAnswer({ correction }: StatusView): StatusAnswer['correction'] {
  if (correction === null) return null
  const { letterId, notice, requestedOn, respondBy, receivedOn, remaining, late } = correction
  return { letterId, requestedOn, respondBy, receivedOn, remainingWorkingDays: remaining, items: [...(notice?.items ?? [])], guidance: notice?.guidance ?? null, late: late && { on: late.on, refused: late.refused } }
}

/** Each thing that an applicant can do, under the last part of its address. */
function actionsOf(can: OwnActions): StatusAnswer['actions'] {
  const rows = { correction: can.correct, withdrawal: can.withdraw, papers: can.addPapers, 'delivery-confirmation': can.confirm }
  return Object.entries(rows).map(([action, may]) => ({
    action,
    allowed: may.ok,
    code: may.ok ? null : may.refusal.code,
    reason: may.ok ? null : may.refusal.message,
  }))
}

function replyAnswer({ remedy, documentNumber, issuedOn, deliveredOn, service, letterId }: NonNullable<StatusView['reply']>, confirmedOn: string | null) {
  return {
    documentNumber,
    issuedOn,
    deliveredOn,
    confirmedOn,
    service,
    letterId,
    remedy: remedy?.clause ?? null,
    reconsiderationBy: remedy?.reconsiderationBy ?? null,
    litigationBy: remedy?.litigationBy ?? null,
  }
}
