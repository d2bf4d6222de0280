import type { StaffActor } from '#case/actor.ts'
import { clockTakes, type ClockSource } from '#case/clock-takes.ts'
import type { CaseEvent } from '#case/events.ts'
import type { Decision, Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { BEFORE_ISSUE } from '#case/transitions.ts'
import { art } from '#law/citation.ts'
import { formatDate, type CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'

/**
 * 撤回: an applicant takes his application back.
 * Reading: the Regulation does not speak of it; he may, until the answer has been given (签发). Then the procedure is at its end,
 * and there is nothing left to take back.
 */
export function decideWithdraw(source: ClockSource, on: CivilDate, reason: string | null): Decision {
  const may = mayWithdraw(source.state)
  if (!may.ok) return may
  if (on > source.today) return refuse('withdrawal/in-future', `撤回的日期${formatDate(on)}还没有到，请改日期`)
  const event: CaseEvent = { type: 'application_withdrawn', on, reason }
  const taken = clockTakes(source, event)
  return taken.ok ? { ok: true, events: [event] } : taken
}

/** The same where a member of staff puts it on record from paper. */
export function decideRecordWithdrawal(source: ClockSource, actor: StaffActor, input: { readonly on: CivilDate; readonly reason: string | null }): Decision {
  const may = mayDo('record_withdrawal', actor, source.state)
  return may.ok ? decideWithdraw(source, input.on, input.reason) : may
}

/** Why an application cannot be taken back any more. */
export function mayWithdraw({ status, reply, withdrawnOn, joinedInto }: CaseState): Outcome {
  if (withdrawnOn !== null) return refuse('withdrawal/already-withdrawn', `申请已经在${formatDate(withdrawnOn)}撤回了`)
  if (joinedInto !== null) return refuse('withdrawal/joined', `这一件已经并回${joinedInto}，要撤回的请撤回${joinedInto}`)
  if (reply !== null) return refuse('withdrawal/already-answered', `答复已经在${formatDate(reply.issuedOn)}作出，不能再撤回`, art('711', 36))
  return BEFORE_ISSUE.includes(status) ? { ok: true } : refuse('withdrawal/closed', '这件申请已经办完，不能再撤回')
}
