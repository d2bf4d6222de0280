import type { StaffActor } from '#case/actor.ts'
import { clockTakes, type ClockSource } from '#case/clock-takes.ts'
import type { CaseEvent } from '#case/events.ts'
import type { Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { formatDate, type CivilDate } from '#law/civil-date.ts'
import { correctionArticle } from '#law/disclosure-regulation/art30-correction.ts'
import { refuse } from '#law/refusal.ts'

/** What came, how it is kept, and why it is accepted although late. */
export interface ReceivedCorrection {
  readonly on: CivilDate
  readonly supplementId: string
  readonly digest: string
  readonly goodCause: string | null
}

/**
 * 登记补正: the whole limit begins anew from the day on which the correction came; a late one needs a good cause.
 * @source 条例第三十条; law.md §12.3.3
 */
export function decideReceiveCorrection(source: ClockSource, actor: StaffActor, input: ReceivedCorrection): Outcome<{ readonly events: readonly CaseEvent[] }> {
  const { state, today } = source
  const may = mayReceiveCorrection(state, actor)
  if (!may.ok) return may
  const { respondBy, requestedOn } = may.correction
  const cite = correctionArticle(state.lawAsOf)
  if (input.on < requestedOn) return refuse('correction/before-notice', `收到补正的日期${formatDate(input.on)}早于告知补正的${formatDate(requestedOn)}，请改日期`, cite)
  if (input.on > today) return refuse('correction/in-future', `收到补正的日期${formatDate(input.on)}还没有到，请改日期`, cite)
  const late = input.on > respondBy
  if (late && input.goodCause === null) return refuse('correction/needs-cause', `补正期限到${formatDate(respondBy)}为止，逾期的要写明正当理由`, cite)
  const event: CaseEvent = { type: 'correction_received', ...input, goodCause: late ? input.goodCause : null }
  const taken = clockTakes(source, event)
  return taken.ok ? { ok: true, events: [event] } : taken
}

/** What can be said before the form is filled in: somebody may record it, and a correction is still owed. */
export function mayReceiveCorrection(state: CaseState, actor: StaffActor): Outcome<{ readonly correction: NonNullable<CaseState['correction']> }> {
  const may = mayDo('receive_correction', actor, state)
  return may.ok ? owedCorrection(state) : may
}

/** A correction was asked for and has not come. */
export function owedCorrection(state: CaseState): Outcome<{ readonly correction: NonNullable<CaseState['correction']> }> {
  const { correction } = state
  const cite = correctionArticle(state.lawAsOf)
  if (correction === null) return refuse('correction/not-requested', '本案没有告知过补正', cite)
  if (correction.receivedOn !== null) return refuse('correction/already-received', `${formatDate(correction.receivedOn)}已经收到补正，补正只有一次`, cite)
  return { ok: true, correction }
}
