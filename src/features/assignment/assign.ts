import { findStaff } from '#features/accounts/index.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideAssign } from './assign.decide.ts'
import type { AssignCase } from './assign.schema.ts'

/** Hands a case to a handler, or from one handler to another as long as the reply is not issued; out of the review it comes back to be sent again. */
export function assign(ctx: StaffCtx, target: CaseTarget, input: AssignCase) {
  return changeCase(ctx, target, async ({ state }, tx) => {
    const person = await findStaff(tx, input.handlerId)
    const assignee = person && { ...person, isHandler: person.roles.includes('handler'), active: true }
    return decideAssign(state, ctx.actor, assignee, ctx.today)
  })
}
