import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideFeeNoticeReceived, decidePayment } from './fee.decide.ts'
import type { ReceiveFeeNotice, RecordPayment } from './payment.schema.ts'

/** Records when the fee notice came to the applicant. */
export function receiveFeeNotice(ctx: StaffCtx, target: CaseTarget, input: ReceiveFeeNotice) {
  return changeCase(ctx, target, async (loaded) => decideFeeNoticeReceived({ ...loaded, ...ctx }, ctx.actor, input))
}

/** Records the payment; the limit for the answer begins anew. */
export function recordPayment(ctx: StaffCtx, target: CaseTarget, { on, amountYuan, evidence }: RecordPayment) {
  return changeCase(ctx, target, async (loaded) => decidePayment({ ...loaded, ...ctx }, ctx.actor, { on, amountFen: amountYuan, evidence }))
}
