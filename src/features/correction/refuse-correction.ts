import * as z from 'zod'
import { line } from '#platform/validation/text.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideRecordLapse, decideRefuseCorrection } from './late-correction.decide.ts'

/** Why the applicant's cause for being late does not hold; he reads it. */
export const RefuseCorrection = z.strictObject({ reason: line({ label: '不认可的理由', max: 500, min: 5 }) })
export type RefuseCorrection = z.output<typeof RefuseCorrection>

/** Judges a late correction: its reason is no good cause. */
export function refuseCorrection(ctx: StaffCtx, target: CaseTarget, { reason }: RefuseCorrection) {
  return changeCase(ctx, target, async ({ state }) => decideRefuseCorrection(state, ctx.actor, reason, ctx.today))
}

/** Records that nothing came in time. */
export function recordLapse(ctx: StaffCtx, target: CaseTarget) {
  return changeCase(ctx, target, async (loaded) => decideRecordLapse({ ...loaded, ...ctx }, ctx.actor))
}
