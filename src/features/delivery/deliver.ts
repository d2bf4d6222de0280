import { tellApplicant } from '#features/messages/index.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideDeliver } from './deliver.decide.ts'
import type { DeliverReply } from './deliver.schema.ts'

/** Records that the reply was served, and has the applicant told where to read it. */
export function deliver(ctx: StaffCtx, target: CaseTarget, input: DeliverReply) {
  return changeCase(ctx, target, async ({ row, state }, tx) => {
    const outcome = decideDeliver(state, ctx.actor, input, ctx.today)
    if (!outcome.ok) return outcome
    const { letterId, documentNumber, elsewhere } = state.reply!
    // Of a case from an old register the status page has neither the letter nor a code that the applicant knows.
    if (!elsewhere) await tellApplicant(tx, ctx, { caseId: row.id, occasion: 'reply', letterId, facts: { documentNumber, deliveredOn: input.on, service: input.service } })
    return outcome
  })
}
