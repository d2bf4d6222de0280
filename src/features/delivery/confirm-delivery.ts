import type { ApplicantActor } from '#case/actor.ts'
import { tellOffice } from '#features/notices/index.ts'
import { changeOwnCase } from '#store/change-case.ts'
import type { Ctx } from '#store/context.ts'
import { decideConfirmDelivery } from './confirm-delivery.decide.ts'

/** The applicant confirms that he has the reply. Asked twice, it is done once. */
export function confirmDelivery(asking: Ctx<ApplicantActor>, caseId: string) {
  return changeOwnCase(asking, caseId, async (loaded, tx, ctx) => {
    if (loaded.state.deliveryConfirmedOn !== null) return { ok: true, events: [] }
    const decision = decideConfirmDelivery(loaded.state, ctx.today)
    if (!decision.ok) return decision
    await tellOffice(tx, ctx, loaded, '的申请人确认收到答复')
    return { ok: true, events: decision.events }
  })
}
