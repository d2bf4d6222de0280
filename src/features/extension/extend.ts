import { clockNow } from '#case/clock-takes.ts'
import { queueNotice } from '#features/letters/index.ts'
import { tellApplicant } from '#features/messages/index.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { decideExtend } from './extend.decide.ts'
import type { ExtendDeadline } from './extend.schema.ts'
import { extensionNotice } from './extension-letter.ts'

/** 延长答复期限: the event, its letter with a number, and the jobs that set and announce it, in one transaction. */
export function extendDeadline(ctx: StaffCtx, target: CaseTarget, input: ExtendDeadline) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const source = { ...loaded, ...ctx }
    const before = clockNow(source)
    const taken = decideExtend(source, ctx.actor, input.days)
    if (!taken.ok) return taken
    const { dueOn: newDueOn, provisional } = taken.clock
    const dates = { oldDueOn: before.ok ? before.clock.dueOn : null, newDueOn, provisional }
    const { documentNumber, queued } = await queueNotice(tx, ctx, loaded, (authority) => extensionNotice(authority, loaded.state.lawAsOf, input, dates))
    const facts = { days: input.days, provisional, reason: input.reason, ...(newDueOn === null ? {} : { dueOn: newDueOn }) }
    await tellApplicant(tx, ctx, { caseId: loaded.row.id, occasion: 'extension', letterId: queued.letterId, facts })
    const event = { type: 'deadline_extended', on: ctx.today, ...input, ...queued } as const
    return { ok: true, events: [event], documentNumber, letterId: queued.letterId }
  })
}
