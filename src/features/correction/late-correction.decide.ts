import type { StaffActor } from '#case/actor.ts'
import { clockNow, type ClockSource } from '#case/clock-takes.ts'
import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { addDays, formatShort } from '#law/civil-date.ts'
import { correctionArticle } from '#law/disclosure-regulation/art30-correction.ts'
import { art } from '#law/citation.ts'
import { refuse } from '#law/refusal.ts'
import type { CivilDate } from '#law/civil-date.ts'

/** A late correction of the applicant that the office has not judged yet. */
export function waitingLateCorrection(state: CaseState): NonNullable<CaseState['lateCorrection']> | null {
  return state.lateCorrection?.refused === null && state.correction?.receivedOn === null ? state.lateCorrection : null
}

/** 不认可逾期补正: the reason why the applicant's cause does not hold. The case stays lapsed (条例第三十条). */
export function decideRefuseCorrection(state: CaseState, actor: StaffActor, reason: string, on: CivilDate): Decision {
  const may = mayRefuseCorrection(state, actor)
  return may.ok ? decided({ type: 'late_correction_refused', on, supplementId: may.late.supplementId, reason }) : may
}

export function mayRefuseCorrection(state: CaseState, actor: StaffActor): Outcome<{ readonly late: NonNullable<CaseState['lateCorrection']> }> {
  const may = mayDo('refuse_correction', actor, state)
  if (!may.ok) return may
  const late = waitingLateCorrection(state)
  return late ? { ok: true, late } : refuse('correction/no-late-correction', '没有等着认定的逾期补正', correctionArticle(state.lawAsOf))
}

/**
 * 登记逾期: what the passing of the last day brought about by itself is put on record; then the case can be answered with
 * 逾期不补正 or 逾期不缴费.
 * @source 条例第三十条, 国办函〔2020〕109号第六条; law.md §12.3.3, §12.3.6
 */
export function decideRecordLapse(source: ClockSource, actor: StaffActor): Decision {
  const { state, today } = source
  const may = mayRecordLapse(state, actor, today)
  if (!may.ok) return may
  const now = clockNow(source)
  if (!now.ok) return now
  const { status, payBy } = now.clock
  if (status === 'lapsed') return decided({ type: 'application_lapsed', on: today, what: state.status === 'awaiting_payment' ? 'fee' : 'correction' })
  const until = payBy === null ? '缴费期限从申请人收到收费通知起算，还没有登记收到' : `缴费期限到${formatShort(payBy)}为止，还没有过`
  return refuse('fee/not-lapsed', until, art('109', 6))
}

/** What the case itself tells, before its clock is asked. */
export function mayRecordLapse(state: CaseState, actor: StaffActor, today: CivilDate): Outcome {
  const may = mayDo('record_lapse', actor, state)
  if (!may.ok) return may
  if (state.status === 'awaiting_payment') return lateWithPayment(state, today)
  const cite = correctionArticle(state.lawAsOf)
  if (state.correction && today <= state.correction.respondBy) {
    return refuse('correction/not-lapsed', `补正期限到${formatShort(state.correction.respondBy)}为止，还没有过`, cite)
  }
  if (waitingLateCorrection(state)) return refuse('correction/late-waiting', '申请人逾期补正并说明了理由，先认定理由是不是正当', cite)
  return { ok: true }
}

/** Twenty working days are never fewer days than that; later the clock of the case tells exactly. */
const LEAST_DAYS_TO_PAY = 20

function lateWithPayment({ fee }: CaseState, today: CivilDate): Outcome {
  if (!fee || fee.receivedOn === null) return refuse('fee/not-lapsed', '缴费期限从申请人收到收费通知起算，还没有登记收到', art('109', 6))
  if (today <= addDays(fee.receivedOn, LEAST_DAYS_TO_PAY)) return refuse('fee/not-lapsed', '收到收费通知的次日起20个工作日以内都可以缴费，还没有过', art('109', 6))
  return { ok: true }
}
