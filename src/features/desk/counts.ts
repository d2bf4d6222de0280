import { eq, sql } from 'drizzle-orm'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import type { RailKey } from '#ui/workbench-links.ts'
import { BY_DUE, countVisible } from './visible-cases.ts'
import { waitingForDelivery, waitingForSignOff } from './waiting-for.ts'

/** The rail shows 99+ from here on. */
const CAP = 100

export type DeskCounts = Readonly<Partial<Record<RailKey, number>>>

/** What waits behind each entry of the rail, at most {@link CAP} each: one cheap query for every staff page. */
export async function deskCounts(ctx: StaffCtx): Promise<DeskCounts> {
  const { actor } = ctx
  const signOff = waitingForSignOff(actor)
  const delivery = waitingForDelivery(actor)
  const [row] = await ctx.db.execute<{ worklist: number; signoff: number; delivery: number }>(sql`select
    ${countVisible(actor, eq(caseFile.open, true), CAP, BY_DUE)} as worklist,
    ${signOff ? countVisible(actor, signOff, CAP) : sql`0`} as signoff,
    ${delivery ? countVisible(actor, delivery, CAP) : sql`0`} as delivery`)
  return row!
}
