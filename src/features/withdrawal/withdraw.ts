import * as z from 'zod'
import type { ApplicantActor } from '#case/actor.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { tellOffice } from '#features/notices/index.ts'
import { line, optional } from '#platform/validation/text.ts'
import { changeOwnCase } from '#store/change-case.ts'
import type { Ctx } from '#store/context.ts'
import { decideWithdraw } from './withdraw.decide.ts'

/** Taking an application back; nobody has to say why. */
export const Withdraw = z.strictObject({
  reason: optional(line({ label: '原因', max: 500 })).meta({ description: '可以不写' }),
})
export type Withdraw = z.output<typeof Withdraw>

/** The applicant takes his application back. Asked twice, it is done once. */
export function withdraw(asking: Ctx<ApplicantActor>, caseId: string, { reason }: Withdraw) {
  return changeOwnCase(asking, caseId, async (loaded, tx, ctx) => {
    if (byApplicantAlready(loaded)) return { ok: true, events: [] }
    const decision = decideWithdraw({ ...loaded, ...ctx }, ctx.today, reason ?? null)
    if (!decision.ok) return decision
    await tellOffice(tx, ctx, loaded, '的申请人撤回了申请，不再办理')
    await tellApplicant(tx, ctx, { caseId, occasion: 'withdrawn' })
    return { ok: true, events: decision.events }
  })
}

function byApplicantAlready({ events }: { readonly events: readonly { readonly event: { readonly type: string }; readonly actorKind: string }[] }): boolean {
  return events.some(({ event, actorKind }) => event.type === 'application_withdrawn' && actorKind === 'applicant')
}
