import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideAccept } from './accept.decide.ts'

/** Accepts an application. */
export function accept(ctx: StaffCtx, target: CaseTarget) {
  return changeCase(ctx, target, async ({ state }) => decideAccept(state, ctx.actor, ctx.today))
}
