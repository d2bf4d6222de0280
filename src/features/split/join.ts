import { eq } from 'drizzle-orm'
import { applicationOf } from '#store/application.ts'
import { appendEvents, loadCase, type LoadedCase } from '#store/case-store.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { decideJoin, readyToJoin } from './split.decide.ts'
import { withSubject } from './split.ts'

/** Joins all parts of a case back into it. Their numbers stay used, their receipts stay as they were told. */
export async function joinParts(ctx: StaffCtx, target: CaseTarget) {
  let subject = ''
  const outcome = await changeCase(ctx, target, async (loaded, tx) => {
    const ready = readyToJoin(loaded.state, ctx.actor)
    if (!ready.ok) return ready
    const parts: LoadedCase[] = []
    for (const number of loaded.state.parts) parts.push(await loadCase(tx, ctx.actor, number, { lock: true }))
    const decision = decideJoin(loaded.state, ctx.actor, parts.map(({ state }) => state), ctx.today)
    if (!decision.ok) return decision
    for (const part of parts) await appendEvents(tx, ctx, part, [{ type: 'joined_back', on: ctx.today, into: loaded.row.number }])
    subject = (await applicationOf(tx, loaded.row.applicationId)).subject
    await tx.update(caseFile).set({ subject }).where(eq(caseFile.id, loaded.row.id))
    return decision
  })
  return outcome.ok ? { ...outcome, saved: withSubject(outcome.saved, subject) } : outcome
}
