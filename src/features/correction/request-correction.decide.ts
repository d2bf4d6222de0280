import type { StaffActor } from '#case/actor.ts'
import { clockNow, clockTakes, type ClockSource } from '#case/clock-takes.ts'
import type { Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { addMonths, formatDate, type CivilDate } from '#law/civil-date.ts'
import { correctionArticle, correctionNoticeDue } from '#law/disclosure-regulation/art30-correction.ts'
import { refuse } from '#law/refusal.ts'

/** Reading of 合理的补正期限: a bound against a slip of the pen, not a rule of law; the case stands still until that day. */
const MOST_MONTHS = 6

/**
 * 告知补正: once, and with a day by which to answer. A notice after the seventh working day is late, not void.
 * LEGAL(question): a notice after the answer was due. 30条 lets the limit begin anew from the correction, but not one that was already
 * missed; refused here, while the calculator still shows what such a notice would do.
 * @source 条例第三十条; law.md §12.3.2
 * @returns `missedOn`: the last day for the notice where that has passed
 */
export function decideRequestCorrection(source: ClockSource, actor: StaffActor, respondBy: CivilDate): Outcome<{ readonly missedOn: CivilDate | null }> {
  const { state, today, calendar } = source
  const may = mayAskCorrection(state, actor)
  if (!may.ok) return may
  const cite = correctionArticle(state.lawAsOf)
  if (respondBy <= today) return refuse('correction/no-time-to-respond', `补正的截止日期${formatDate(respondBy)}要晚于今天，请改截止日期`, cite)
  if (respondBy > addMonths(today, MOST_MONTHS)) return refuse('correction/too-long', `补正的截止日期${formatDate(respondBy)}在${MOST_MONTHS}个月以后，请核对`, cite)
  const now = clockNow(source)
  if (!now.ok) return now
  if (now.clock.overdue) {
    return refuse('correction/after-deadline', `答复期限${formatDate(now.clock.dueOn!)}已经过了，告知补正不能让它重新计算，请直接答复`, cite)
  }
  const taken = clockTakes(source, { type: 'correction_requested', on: today, letterId: '', propsDigest: '', respondBy })
  if (!taken.ok) return taken
  const due = correctionNoticeDue(calendar, state.receivedOn)?.date ?? null
  return { ok: true, missedOn: due !== null && today > due ? due : null }
}

/** What can be said before the form is filled in: 一次性告知, so a second notice is refused at every stage. */
export function mayAskCorrection(state: CaseState, actor: StaffActor): Outcome {
  const may = mayDo('request_correction', actor, state)
  if (!may.ok && may.refusal.code !== 'case/wrong-status') return may
  if (state.correction !== null) {
    return refuse('correction/already-requested', `补正只能一次性告知，本案${formatDate(state.correction.requestedOn)}已经告知过`, correctionArticle(state.lawAsOf))
  }
  return may
}
