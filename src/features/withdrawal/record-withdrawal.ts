import * as z from 'zod'
import { tellApplicant } from '#features/messages/index.ts'
import { dateText } from '#platform/validation/date.ts'
import { line, optional } from '#platform/validation/text.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideRecordWithdrawal } from './withdraw.decide.ts'

/** A withdrawal that came by word of mouth or on paper. */
export const RecordWithdrawal = z.strictObject({
  on: dateText('收到撤回的日期'),
  reason: optional(line({ label: '撤回的原因', max: 500 })).meta({ description: '申请人说了才写' }),
})
export type RecordWithdrawal = z.output<typeof RecordWithdrawal>

/** Records it, and tells the applicant that it was recorded. */
export function recordWithdrawal(ctx: StaffCtx, target: CaseTarget, { on, reason }: RecordWithdrawal) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const decision = decideRecordWithdrawal({ ...loaded, ...ctx }, ctx.actor, { on, reason: reason ?? null })
    if (decision.ok) await tellApplicant(tx, ctx, { caseId: loaded.row.id, occasion: 'withdrawn' })
    return decision
  })
}
