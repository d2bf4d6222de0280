import type { StaffActor } from '#case/actor.ts'
import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import { compareDates, formatDate, type CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'
import type { DeliverReply } from './deliver.schema.ts'

/**
 * 送达. The day that ends the clock is the day of signature on direct service, of posting by the postal enterprise, or
 * the day the electronic message entered the applicant's system.
 * @source 国办公开办函〔2016〕235号 四; law.md §12.3.8
 */
export function decideDeliver(state: CaseState, actor: StaffActor, input: DeliverReply, today: CivilDate): Decision {
  const ready = readyToDeliver(state, actor)
  if (!ready.ok) return ready
  const { reply } = ready
  if (compareDates(input.on, reply.issuedOn) < 0) {
    return refuse('delivery/before-issue', `送达日期${formatDate(input.on)}早于签发日期${formatDate(reply.issuedOn)}，请改送达日期`, art('letter235', 4))
  }
  if (compareDates(input.on, today) > 0) {
    return refuse('delivery/in-future', `送达日期${formatDate(input.on)}还没有到，请改送达日期`, art('letter235', 4))
  }
  return decided({ type: 'reply_delivered', on: input.on, letterId: reply.letterId, service: input.service, evidence: input.evidence })
}

/** What can be said before the form is filled in: may this person, and is there a letter to deliver. */
export function readyToDeliver(state: CaseState, actor: StaffActor): Outcome<{ readonly reply: NonNullable<CaseState['reply']> }> {
  const may = mayDo('deliver', actor, state)
  if (!may.ok) return may
  if (!state.reply || !(state.reply.stored || state.reply.elsewhere)) return refuse('delivery/letter-not-ready', '答复书的PDF还在生成，生成后才能登记送达')
  return { ok: true, reply: state.reply }
}
