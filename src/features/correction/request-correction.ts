import { queueNotice } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { correctionNotice } from './correction-letter.ts'
import { decideRequestCorrection } from './request-correction.decide.ts'
import type { RequestCorrection } from './request-correction.schema.ts'

/** 告知补正: the event, its letter with a number, and the job that sets it, in one transaction. */
export function requestCorrection(ctx: StaffCtx, target: CaseTarget, input: RequestCorrection) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const may = decideRequestCorrection({ ...loaded, ...ctx }, ctx.actor, input.respondBy)
    if (!may.ok) return may
    const { documentNumber, queued } = await queueNotice(tx, ctx, loaded, (authority) => correctionNotice(ctx, authority, loaded, input))
    await tellApplicant(tx, ctx, { caseId: loaded.row.id, occasion: 'correction', letterId: queued.letterId, facts: { respondBy: input.respondBy } })
    const event = { type: 'correction_requested', on: ctx.today, respondBy: input.respondBy, ...queued } as const
    return { ok: true, events: [event], missedOn: may.missedOn, documentNumber, letterId: queued.letterId }
  })
}
