import { queueNotice } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { personalOf } from '#store/applicant.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { countedOrdinal } from '#store/month-ordinal.ts'
import { decideFeeNotice } from './fee.decide.ts'
import { feeNotice } from './fee-letter.ts'
import type { IssueFeeNotice } from './fee-notice.schema.ts'
import { feeOfCase } from './fee-of-case.ts'

/** 发收费通知: the amount, the event, its letter with a number, and the jobs that set and announce it, in one transaction. */
export function issueFeeNotice(ctx: StaffCtx, target: CaseTarget, input: IssueFeeNotice) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const may = decideFeeNotice({ ...loaded, ...ctx }, ctx.actor)
    if (!may.ok) return may
    const { row, state } = loaded
    const fee = feeOfCase(state, input, await countedOrdinal(tx, ctx.keyring, row, await personalOf(tx, row.applicationId)))
    if (!fee.ok) return fee
    const { documentNumber, queued } = await queueNotice(tx, ctx, loaded, () => feeNotice(state, input, fee, ctx.today))
    await tellApplicant(tx, ctx, { caseId: row.id, occasion: 'fee', letterId: queued.letterId, facts: { amountFen: fee.amountFen } })
    const event = { type: 'fee_notice_issued', on: ctx.today, basis: input.basis, amountFen: fee.amountFen, ...queued } as const
    return { ok: true, events: [event], documentNumber, letterId: queued.letterId, amountFen: fee.amountFen }
  })
}
