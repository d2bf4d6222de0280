import type { SystemActor } from '#case/actor.ts'
import { listStaff } from '#features/accounts/index.ts'
import { recomputedSentence } from '#features/desk/index.ts'
import { tellApplicants } from '#features/messages/index.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { appendToMany } from '#store/append-many.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { Ctx } from '#store/context.ts'
import { notify, type NewNotification } from '#store/notifications.ts'
import type { CalendarStep } from './calendar-step.ts'
import { effectsBetween, recomputedEvent, type CaseEffect } from './case-effect.ts'

type Step = Omit<CalendarStep, 'reach'>

interface Moved {
  readonly loaded: LoadedCase
  readonly effect: CaseEffect
}

/**
 * Appends what one change of the calendar means for these cases, tells their handlers, and puts word to the applicants into
 * the outbox. A case that has the event of this change already is left alone. The cases are locked by the caller.
 * @returns how many of them changed
 */
export async function recomputeCases(tx: Queryable, ctx: Ctx<SystemActor>, step: Step, cases: readonly LoadedCase[]): Promise<number> {
  const moved = effectsOf(ctx, step, cases)
  await appendToMany(tx, ctx, moved.map(({ loaded, effect }) => ({ loaded, events: [recomputedEvent(effect, step, ctx.today)] })))
  const told = moved.filter(({ effect }) => effect.oldDueOn !== effect.newDueOn || effect.correctionNoticeDueOn !== null)
  await notify(tx, ctx, await noticesTo(tx, ctx, step, told))
  const applicants = told.filter(({ loaded, effect }) => effect.oldDueOn !== effect.newDueOn && wasToldADate(loaded))
  await tellApplicants(tx, ctx, applicants.map(({ loaded, effect: { oldDueOn, newDueOn, provisional } }) => ({
    caseId: loaded.row.id, occasion: 'date_changed', facts: { oldDueOn, newDueOn, provisional, reason: step.reason },
  })))
  return moved.length
}

function effectsOf(ctx: Ctx, { id, before, after }: Step, cases: readonly LoadedCase[]): Moved[] {
  const comparisons = new Map<string, ReturnType<typeof effectsBetween>>()
  return cases.flatMap((loaded) => {
    const { authorityId } = loaded.row
    const compare = comparisons.get(authorityId) ?? effectsBetween(before.of(authorityId), after.of(authorityId), ctx.today)
    comparisons.set(authorityId, compare)
    if (loaded.events.some(({ event }) => event.type === 'calendar_recomputed' && event.importId === id)) return []
    const effect = compare(loaded.state, loaded.events)
    return effect === null ? [] : [{ loaded, effect }]
  })
}

/** The handler of a case; while it has none, the disclosure office of its authority. */
async function noticesTo(tx: Queryable, ctx: Ctx, step: Step, moved: readonly Moved[]): Promise<NewNotification[]> {
  const offices = new Map<string, readonly string[]>()
  for (const { loaded } of moved) {
    const { authorityId, handlerId } = loaded.row
    if (handlerId !== null || offices.has(authorityId)) continue
    offices.set(authorityId, (await listStaff(tx, authorityId, { role: 'disclosure_officer' })).map(({ id }) => id))
  }
  return moved.flatMap(({ loaded: { row }, effect }) => {
    const text = `${row.number}的${recomputedSentence(recomputedEvent(effect, step, ctx.today))}`
    const users = row.handlerId === null ? (offices.get(row.authorityId) ?? []) : [row.handlerId]
    return users.map((userId) => ({ userId, caseId: row.id, text }))
  })
}

function wasToldADate({ events }: LoadedCase): boolean {
  return events.some(({ event }) => event.type === 'receipt_issued')
}
