import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideDeliver } from './deliver.decide.ts'
import type { DeliverReply } from './deliver.schema.ts'

/** Records that the reply was served. */
export function deliver(ctx: StaffCtx, target: CaseTarget, input: DeliverReply) {
  return changeCase(ctx, target, async ({ state }) => decideDeliver(state, ctx.actor, input, ctx.today))
}
