import type { StaffActor } from '#case/actor.ts'
import { clockTakes, type ClockSource } from '#case/clock-takes.ts'
import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import { formatDate, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { refuse } from '#law/refusal.ts'

const SIXTH = art('109', 6)

/** 收费通知: within the limit, once. @source 109号第六条; law.md §12.3.6 */
export function decideFeeNotice(source: ClockSource, actor: StaffActor): Outcome<{ readonly clock: Clock }> {
  const may = mayNoticeFee(source.state, actor)
  if (!may.ok) return may
  return clockTakes(source, { type: 'fee_notice_issued', on: source.today, letterId: '', propsDigest: '', basis: 'per_page', amountFen: 1 })
}

/** What can be said before the form is filled in: a second notice is refused at every stage. */
export function mayNoticeFee(state: CaseState, actor: StaffActor): Outcome {
  const may = mayDo('issue_fee_notice', actor, state)
  if (!may.ok && may.refusal.code !== 'case/wrong-status') return may
  if (state.fee !== null) return refuse('fee/already-noticed', `本案${formatDate(state.fee.noticedOn)}已经发过收费通知`, SIXTH)
  return may
}

/** 收费通知送达: from the day after it the twenty working days for payment run. */
export function decideFeeNoticeReceived(source: ClockSource, actor: StaffActor, input: { readonly on: CivilDate; readonly evidence: string }): Decision {
  const may = mayDo('receive_fee_notice', actor, source.state)
  if (!may.ok) return may
  if (source.state.fee?.receivedOn) return refuse('fee/already-received', `收费通知的送达日期${formatDate(source.state.fee.receivedOn)}已经登记过`, SIXTH)
  return dated(source, { type: 'fee_notice_received', ...input })
}

/** 缴费: the whole amount of the notice; the limit for the answer begins anew. */
export function decidePayment(source: ClockSource, actor: StaffActor, input: { readonly on: CivilDate; readonly amountFen: number; readonly evidence: string }): Decision {
  const may = mayDo('record_payment', actor, source.state)
  if (!may.ok) return may
  const asked = source.state.fee!.amountFen
  if (input.amountFen !== asked) {
    return refuse('fee/other-amount', `收费通知是${formatYuan(asked)}，填的是${formatYuan(input.amountFen)}；缴足通知的数额才登记`, SIXTH)
  }
  return dated(source, { type: 'fee_paid', ...input })
}

function dated(source: ClockSource, event: Extract<Parameters<typeof clockTakes>[1], { readonly type: 'fee_notice_received' | 'fee_paid' }>): Decision {
  if (event.on > source.today) return refuse('fee/in-future', `${formatDate(event.on)}还没有到，请改日期`, SIXTH)
  if (event.on < source.state.fee!.noticedOn) return refuse('fee/before-notice', `${formatDate(event.on)}早于发出收费通知的${formatDate(source.state.fee!.noticedOn)}，请改日期`, SIXTH)
  const taken = clockTakes(source, event)
  return taken.ok ? decided(event) : taken
}
