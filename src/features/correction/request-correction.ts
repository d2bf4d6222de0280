import { queueLetter } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { yearOf } from '#law/civil-date.ts'
import { applicationOf } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { nextDocumentNumber } from '#store/numbering.ts'
import { correctionLetter } from './correction-letter.ts'
import { decideRequestCorrection } from './request-correction.decide.ts'
import type { RequestCorrection } from './request-correction.schema.ts'

/** 告知补正: the event, its letter with a number, and the job that sets it, in one transaction. */
export function requestCorrection(ctx: StaffCtx, target: CaseTarget, input: RequestCorrection) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const may = decideRequestCorrection({ ...loaded, ...ctx }, ctx.actor, input.respondBy)
    if (!may.ok) return may
    const { row } = loaded
    const [authority, asked] = await Promise.all([findAuthority(tx, row.authorityId), applicationOf(tx, row.applicationId)])
    if (!authority) throw new Error(`case ${row.id}: its authority is missing`)
    const documentNumber = await nextDocumentNumber(tx, authority, yearOf(ctx.today))
    const letter = correctionLetter(ctx, { authority, asked, loaded, input, documentNumber })
    const queued = await queueLetter(tx, ctx, { ...letter, caseId: row.id, authorityId: row.authorityId })
    await tellApplicant(tx, ctx, { caseId: row.id, occasion: 'correction', letterId: queued.letterId, facts: { respondBy: input.respondBy } })
    const event = { type: 'correction_requested', on: ctx.today, respondBy: input.respondBy, ...queued } as const
    return { ok: true, events: [event], missedOn: may.missedOn, documentNumber, letterId: queued.letterId }
  })
}
