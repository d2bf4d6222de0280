import { and, count, eq } from 'drizzle-orm'
import { listStaff } from '#features/accounts/index.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'

/** Somebody who may be given a case, with what he has on his desk. */
export interface Handler {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly openCases: number
}

/** The active handlers of the actor's authority, in the order of their units. */
export async function listHandlers(ctx: StaffCtx): Promise<Handler[]> {
  const people = await listStaff(ctx.db, ctx.actor.authorityId, { role: 'handler' })
  const loads = await ctx.db
    .select({ handlerId: caseFile.handlerId, openCases: count() })
    .from(caseFile)
    .where(and(eq(caseFile.authorityId, ctx.actor.authorityId), eq(caseFile.open, true)))
    .groupBy(caseFile.handlerId)
  const open = new Map(loads.map((load) => [load.handlerId, load.openCases]))
  return people.map(({ id, name, unitId, unitName }) => ({ id, name, unitId, unitName, openCases: open.get(id) ?? 0 }))
}
