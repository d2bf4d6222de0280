import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideArchive } from './archive.decide.ts'

/** Closes the file of a case whose reply has been delivered. */
export function archive(ctx: StaffCtx, target: CaseTarget) {
  return changeCase(ctx, target, async ({ state }) => decideArchive(state, ctx.actor, ctx.today))
}
