import { clockNow } from '#case/clock-takes.ts'
import { queueLetter } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { yearOf } from '#law/civil-date.ts'
import { applicationOf } from '#store/application.ts'
import { findAuthority } from '#store/authority.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { nextDocumentNumber } from '#store/numbering.ts'
import { decideExtend } from './extend.decide.ts'
import type { ExtendDeadline } from './extend.schema.ts'
import { extensionLetter } from './extension-letter.ts'

/** 延长答复期限: the event, its letter with a number, and the jobs that set and announce it, in one transaction. */
export function extendDeadline(ctx: StaffCtx, target: CaseTarget, input: ExtendDeadline) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const source = { ...loaded, ...ctx }
    const before = clockNow(source)
    const taken = decideExtend(source, ctx.actor, input.days)
    if (!taken.ok) return taken
    const { row } = loaded
    const { dueOn: newDueOn, provisional } = taken.clock
    const [authority, asked] = await Promise.all([findAuthority(tx, row.authorityId), applicationOf(tx, row.applicationId)])
    if (!authority) throw new Error(`case ${row.id}: its authority is missing`)
    const documentNumber = await nextDocumentNumber(tx, authority, yearOf(ctx.today))
    const oldDueOn = before.ok ? before.clock.dueOn : null
    const letter = extensionLetter(ctx, { authority, asked, loaded, input, documentNumber, oldDueOn, newDueOn, provisional })
    const queued = await queueLetter(tx, ctx, { ...letter, caseId: row.id, authorityId: row.authorityId })
    const facts = { days: input.days, provisional, reason: input.reason, ...(newDueOn === null ? {} : { dueOn: newDueOn }) }
    await tellApplicant(tx, ctx, { caseId: row.id, occasion: 'extension', letterId: queued.letterId, facts })
    const event = { type: 'deadline_extended', on: ctx.today, ...input, ...queued } as const
    return { ok: true, events: [event], documentNumber, letterId: queued.letterId }
  })
}
