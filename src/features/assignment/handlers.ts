import { sql } from 'drizzle-orm'
import { listStaff } from '#features/accounts/index.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'

/** Somebody who may be given a case, with what he has on his desk (at most {@link CAP} are counted). */
export interface Handler {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly openCases: number
}

const CAP = 1000

/** The active handlers of the actor's authority, in the order of their units. */
export async function listHandlers(ctx: StaffCtx): Promise<Handler[]> {
  const people = await listStaff(ctx.db, ctx.actor.authorityId, { role: 'handler' })
  if (people.length === 0) return []
  const ids = sql.join(people.map(({ id }) => sql`(${id})`), sql`, `)
  const loads = await ctx.db.execute<{ id: string; many: number }>(sql`
    select who.id, (select count(*)::int from (
      select 1 from ${caseFile} where ${caseFile.authorityId} = ${ctx.actor.authorityId} and ${caseFile.handlerId} = who.id and ${caseFile.open} order by due_on, number limit ${CAP}
    ) as desk) as many from (values ${ids}) as who (id)`)
  const open = new Map(loads.map((load) => [load.id, load.many]))
  return people.map(({ id, name, unitId, unitName }) => ({ id, name, unitId, unitName, openCases: open.get(id) ?? 0 }))
}
