import { art } from '../citation.ts'
import { formatDateWithWeekday, formatShort, type CivilDate } from '../civil-date.ts'
import { refuse, type Outcome } from '../refusal.ts'
import { paymentDue, refuseFeeBeforeMeasures } from '../processing-fee-measures/art6-payment.ts'
import { correctionArticle, correctionNoticeDue } from './art30-correction.ts'
import { CONSULTED, opinionDue } from './art32-consultation.ts'
import { exclusionArticle, refuseExtension } from './art33-time-limit.ts'
import { deferralArticle, refuseDeferral } from './art35-deferral.ts'
import type { ClockEvent } from './clock-events.ts'
import { dueIfOpinionsCame, dueOf, quotaOf, restart, tell, type ClockState } from './clock-state.ts'
import { dueSentence, formatNear } from './clock-words.ts'

type Applied = Outcome<{ readonly state: ClockState }>
type Of<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>

/** One step of the fold: what an event does to the clock, and the sentence that says so (law.md §12.3.2–9). */
export function applyEvent(state: ClockState, event: ClockEvent): Applied {
  switch (event.type) {
    case 'correction_requested':
      return correctionRequested(state, event)
    case 'correction_received':
      return correctionReceived(state, event)
    case 'consultation_started':
      return consultationStarted(state, event)
    case 'consultation_ended':
      return consultationEnded(state, event)
    case 'extended':
      return extended(state, event)
    case 'fee_notice_sent':
      return feeNoticeSent(state, event)
    case 'fee_notice_received':
      return feeNoticeReceived(state, event)
    case 'fee_paid':
      return feePaid(state, event)
    case 'reasons_requested':
      return reasonsRequested(state, event)
    case 'deferred':
      return deferred(state, event)
    case 'replied':
      return replied(state, event)
    case 'withdrawn':
      return withdrawn(state, event)
    case 'lapsed':
      return refuse('clock/not-lapsed', '补正或者缴费的期限还没有过，不能按逾期处理', correctionArticle(state.receivedOn))
  }
}

function done(state: ClockState): Applied {
  return { ok: true, state }
}

/**
 * 告知补正 (30条, law.md §12.3.2). The due date is withdrawn until the correction comes.
 * Reading: 一次性告知 allows one request for a case, so a second is refused; a notice after the seven working days is unlawful for
 * the office but still has its effect, so it is noted as late and not refused. The time to respond must be at least a day (合理).
 */
function correctionRequested(state: ClockState, { on, respondBy }: Of<'correction_requested'>): Applied {
  const cite = correctionArticle(state.receivedOn)
  if (state.correction) return refuse('correction/already-requested', '补正只能告知一次，本案已经告知过', cite)
  if (state.fee?.pending) return refuse('correction/not-running', '正在等待缴费，答复期限不走，不能告知补正', cite)
  if (respondBy <= on) return refuse('correction/no-time-to-respond', '补正的截止日期要晚于告知的日期', cite)
  const noticeDue = correctionNoticeDue(state.calendar, state.receivedOn)
  const late = noticeDue !== null && on > noticeDue.date ? `，晚于${formatShort(noticeDue.date)}的告知期限` : ''
  const text = `${formatShort(on)}告知补正${late}，${formatNear(respondBy, on)}以前补正；答复期限停下，收到补正后重新计算`
  return done(tell({ ...state, correction: { requestedOn: on, respondBy, pending: true } }, on, text, cite))
}

/**
 * 收到补正 (30条, law.md §12.3.3): 答复期限自收到补正的申请之日起计算, so the count begins anew and nothing of the old one is kept.
 * Reading: after the last day it counts only with 正当理由, which the office has to accept.
 */
function correctionReceived(state: ClockState, { on, goodCause }: Of<'correction_received'>): Applied {
  const cite = correctionArticle(state.receivedOn)
  if (!state.correction?.pending) return refuse('correction/not-requested', '本案现在没有等待补正', cite)
  const { respondBy } = state.correction
  if (on > respondBy && goodCause !== true) {
    return refuse('correction/lapsed', `补正期限到${formatDateWithWeekday(respondBy)}为止，逾期要有正当理由才能接着处理`, cite)
  }
  const restarted = restart({ ...state, correction: { ...state.correction, pending: false }, end: null }, on)
  const cause = on > respondBy ? '，逾期有正当理由' : ''
  const text = `${formatShort(on)}收到补正${cause}，次日起重新数${state.limit}个工作日${thenDue(restarted, on)}`
  return done(tell(restarted, on, text, cite))
}

/**
 * 征求意见 (32条, 33条三款, 34条, law.md §12.3.4). What stops the count is the time needed, from the day after the letter goes out.
 * Reading: the party's own fifteen days run from the day on which the letter reached it, so they are known only with `servedOn`.
 */
function consultationStarted(state: ClockState, { id, kind, on, servedOn }: Of<'consultation_started'>): Applied {
  const cite = exclusionArticle(state.receivedOn)
  if (state.consultations.some((each) => each.id === id)) {
    return refuse('consultation/duplicate', '这次征求意见已经登记过', cite)
  }
  if (servedOn !== undefined && servedOn < on) {
    return refuse('clock/out-of-order', '对方收到征求意见书的日期不能早于发出的日期', cite)
  }
  const opinionDueOn = servedOn === undefined ? null : opinionDue(state.calendar, state.receivedOn, servedOn).date
  const begun: ClockState = {
    ...state,
    consultations: [...state.consultations, { id, kind, startedOn: on, endedOn: null, opinionDueOn }],
  }
  const until = opinionDueOn === null ? '' : `，对方最晚${formatNear(opinionDueOn, on)}提出意见`
  const text = `${formatShort(on)}征求${CONSULTED[kind]}意见，次日起到收到意见的工作日不计入期限${until}`
  return done(tell(begun, on, text, cite))
}

/**
 * 收到意见 (law.md §12.3.4). Reading: who is silent has answered, for the clock, on the fifteenth working day after service; an
 * opinion that comes later is put on the file but excludes no further day.
 */
function consultationEnded(state: ClockState, { id, on }: Of<'consultation_ended'>): Applied {
  const cite = exclusionArticle(state.receivedOn)
  const asked = state.consultations.find((each) => each.id === id)
  if (!asked) return refuse('consultation/unknown', '没有登记过这次征求意见', cite)
  if (asked.endedOn !== null) {
    if (on <= asked.endedOn) return refuse('consultation/already-ended', '这次征求意见已经结束', cite)
    return done(tell(state, on, `${formatShort(on)}收到${CONSULTED[asked.kind]}的意见，已过提出意见的期限，不再停计`, cite))
  }
  const ended: ClockState = {
    ...state,
    consultations: state.consultations.map((each) => (each.id === id ? { ...each, endedOn: on } : each)),
  }
  return done(tell(ended, on, `${formatShort(on)}收到${CONSULTED[asked.kind]}意见${thenDue(ended, on, '，次日起接着数')}`, cite))
}

/**
 * 延长答复期限 (33条二款, law.md §12.3.5): the quota grows, the origin stays. Reading: an extension while opinions are awaited is
 * lawful, measured against the day that the limit would have if they came today.
 */
function extended(state: ClockState, { on, days }: Of<'extended'>): Applied {
  const dueOn = state.deferredUntil === null ? dueIfOpinionsCame(state, on).date : null
  const refused = refuseExtension({ lawAsOf: state.receivedOn, on, days, dueOn, alreadyExtended: state.extended })
  if (refused) return refused
  const longer: ClockState = { ...state, extensionDays: days, extended: true }
  const text = `${formatShort(on)}延长${days}个工作日，一共${quotaOf(longer)}个工作日${thenDue(longer, on)}`
  return done(tell(longer, on, text, state.limitCite))
}

/**
 * 收费通知 (109号六条, law.md §12.3.6): within the limit, and the count stops while the office waits for the money.
 * Reading: one notice for a case (三条: no charging twice), and none while a correction is awaited, when no limit runs.
 */
function feeNoticeSent(state: ClockState, { on }: Of<'fee_notice_sent'>): Applied {
  const tooEarly = refuseFeeBeforeMeasures(state.receivedOn)
  if (tooEarly) return tooEarly
  const cite = art('109', 6)
  if (state.fee) return refuse('fee/already-noticed', '本案已经发过收费通知', cite)
  if (state.correction?.pending) return refuse('fee/not-running', '正在等待补正，答复期限不走，不能发收费通知', cite)
  const due = dueIfOpinionsCame(state, on).date
  if (due !== null && on > due) return refuse('fee/after-deadline', '收费通知要在答复期限内发出，期限已经过了', cite)
  const text = `${formatShort(on)}发出收费通知，答复期限停下，缴费后重新计算`
  return done(tell({ ...state, fee: { sentOn: on, payBy: null, pending: true } }, on, text, cite))
}

/** 收到收费通知 (109号六条): the twenty working days to pay are counted from the day after it. Recorded once; the day is evidence. */
function feeNoticeReceived(state: ClockState, { on }: Of<'fee_notice_received'>): Applied {
  const cite = art('109', 6)
  if (!state.fee?.pending) return refuse('fee/no-notice', '本案现在没有等待缴费的收费通知', cite)
  if (state.fee.payBy !== null) return refuse('fee/already-received', '收费通知的收到日期已经登记过', cite)
  const payBy = paymentDue(state.calendar, on).date
  const text = `${formatShort(on)}收到收费通知，次日起数20个工作日，最晚${formatDateWithWeekday(payBy)}缴费`
  return done(tell({ ...state, fee: { ...state.fee, payBy } }, on, text, cite))
}

/**
 * 缴费 (109号六条, law.md §12.3.6): 处理期限从申请人完成缴费次日起重新计算. A whole new limit begins, without the exclusions of the
 * old one; an extension that was granted before is used up and does not carry over.
 */
function feePaid(state: ClockState, { on }: Of<'fee_paid'>): Applied {
  const cite = art('109', 6)
  if (!state.fee?.pending) return refuse('fee/no-notice', '本案现在没有等待缴费的收费通知', cite)
  const restarted = restart({ ...state, fee: { ...state.fee, pending: false } }, on)
  const text = `${formatShort(on)}缴费，次日起重新数${state.limit}个工作日${thenDue(restarted, on)}`
  return done(tell(restarted, on, text, cite))
}

/** 要求说明理由 (35条, law.md §12.3.7). Reading: 35条 names no stop of the limit, so asking does not stop it. */
function reasonsRequested(state: ClockState, { on }: Of<'reasons_requested'>): Applied {
  const cite = deferralArticle(state.receivedOn)
  if (!cite.ok) return cite
  return done(tell(state, on, `${formatShort(on)}要求申请人说明理由，答复期限照常走`, cite.cite))
}

/**
 * 延迟答复 (35条, law.md §12.3.7): reasonable reasons, but too much for the limit of 33条. The day that is told to the applicant
 * becomes the due date; it is no extension of 33条 and not bound by its twenty days.
 */
function deferred(state: ClockState, { on, until }: Of<'deferred'>): Applied {
  const dueOn = dueIfOpinionsCame(state, on).date
  const refused = refuseDeferral({ lawAsOf: state.receivedOn, on, until, dueOn, already: state.deferredUntil !== null })
  if (refused) return refused
  const text = `${formatShort(on)}认可申请人说明的理由，确定延迟到${formatDateWithWeekday(until)}以前答复`
  return done(tell({ ...state, deferredUntil: until }, on, text, art('711', 35)))
}

/**
 * 答复 (33条, 235号, law.md §12.3.8): the day of signature, of posting, or of arrival in the applicant's system. Timely when it is
 * not after the due date. Reading: a reply while opinions are still open ends the waiting for them on that day.
 */
function replied(state: ClockState, { on }: Of<'replied'>): Applied {
  const due = state.end === null ? dueIfOpinionsCame(state, on) : { date: null, provisional: false }
  const consultations = state.consultations.map((each) => (each.endedOn === null ? { ...each, endedOn: on } : each))
  const verdict =
    due.date === null ? '' : on <= due.date ? '，在期限内' : `，已过最晚答复日${formatNear(due.date, on)}`
  const ended: ClockState = { ...state, consultations, end: { on, how: 'replied', dueOn: due.date, provisional: due.provisional } }
  return done(tell(ended, on, `${formatShort(on)}答复${verdict}`, state.limitCite))
}

/** 撤回 (law.md §12.3.9): the clock ends; whether it was kept is not asked. */
function withdrawn(state: ClockState, { on, joinedInto }: Of<'withdrawn'>): Applied {
  const due = dueOf(state)
  const ended: ClockState = { ...state, end: { on, how: 'withdrawn', dueOn: due.date, provisional: due.provisional } }
  return done(tell(ended, on, joinedInto === undefined ? `${formatShort(on)}申请人撤回申请，期限到此为止` : `${formatShort(on)}并回${joinedInto}，期限在那一件里计算`, null))
}

/** The clause that says what the due date now is; empty while none can be named. */
function thenDue(state: ClockState, on: CivilDate, lead = ''): string {
  const due = dueOf(state)
  return due.date === null ? '' : `${lead}，${dueSentence(state.calendar, on, due)}`
}
