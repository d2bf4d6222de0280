import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'

/**
 * 签收确认: the applicant says that the reply has come to him. It is evidence of when he had it; the day of the reply (送达日),
 * by which the office is measured, stays as it was recorded.
 * @source 国办公开办函〔2016〕235号 四; law.md §12.3.8
 */
export function decideConfirmDelivery(state: CaseState, on: CivilDate): Decision {
  const may = mayConfirmDelivery(state)
  return may.ok ? decided({ type: 'delivery_confirmed', on, letterId: may.letterId }) : may
}

export function mayConfirmDelivery({ reply, delivery, deliveryConfirmedOn }: CaseState): Outcome<{ readonly letterId: string }> {
  if (!reply || !delivery) return refuse('delivery/not-delivered', '答复还没有送达，收到以后再确认', art('letter235', 4))
  if (deliveryConfirmedOn !== null) return refuse('delivery/already-confirmed', '已经确认过收到答复')
  return { ok: true, letterId: reply.letterId }
}
