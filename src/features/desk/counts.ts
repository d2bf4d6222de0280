import { and, eq, sql } from 'drizzle-orm'
import type { Role } from '#case/roles.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { pendingReceipt } from '#store/tables/pending-receipt.table.ts'
import type { RailKey } from '#ui/workbench-links.ts'
import { BY_DUE, countVisible } from './visible-cases.ts'
import { waitingForDelivery, waitingForSignOff } from './waiting-for.ts'

/** The rail shows 99+ from here on. */
const CAP = 100

export type DeskCounts = Readonly<Partial<Record<RailKey, number>>>

/** Who confirms letters and faxes (待确认收到). */
const REGISTRARS: readonly Role[] = ['window_clerk', 'disclosure_officer']

/** What waits behind each entry of the rail, at most {@link CAP} each: one cheap query for every staff page. */
export async function deskCounts(ctx: StaffCtx): Promise<DeskCounts> {
  const { actor } = ctx
  const signOff = waitingForSignOff(actor)
  const delivery = waitingForDelivery(actor)
  const registers = REGISTRARS.some((role) => actor.roles.includes(role))
  const pending = ctx.db.select({ one: sql`1` }).from(pendingReceipt).where(and(eq(pendingReceipt.authorityId, actor.authorityId), eq(pendingReceipt.status, 'waiting'))).limit(CAP)
  const [row] = await ctx.db.execute<{ worklist: number; intake: number; signoff: number; delivery: number }>(sql`select
    ${countVisible(actor, eq(caseFile.open, true), CAP, BY_DUE)} as worklist,
    ${registers ? sql`(select count(*)::int from (${pending}) waiting)` : sql`0`} as intake,
    ${signOff ? countVisible(actor, signOff, CAP) : sql`0`} as signoff,
    ${delivery ? countVisible(actor, delivery, CAP) : sql`0`} as delivery`)
  return row!
}
