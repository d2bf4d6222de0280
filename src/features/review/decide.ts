import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideDecision } from './decide.decide.ts'
import type { TakeDecision } from './decide.schema.ts'

/** Takes the decision (处理决定) of a case, or another one while the reply is still being drafted. */
export function takeDecision(ctx: StaffCtx, target: CaseTarget, input: TakeDecision) {
  return changeCase(ctx, target, async ({ state }) => decideDecision(state, ctx.actor, input, ctx.today))
}
