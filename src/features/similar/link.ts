import { and, eq, sql } from 'drizzle-orm'
import { maySee } from '#case/visibility.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseEvent, caseFile } from '#store/tables/case.table.ts'
import { decideLink, type OtherCase } from './link.decide.ts'
import type { LinkCases } from './link.schema.ts'

/** Links a case with another one of the same authority. */
export function linkCases(ctx: StaffCtx, target: CaseTarget, input: LinkCases) {
  return changeCase(ctx, target, async ({ state }, tx) => decideLink(state, ctx.actor, input, await findOther(tx, ctx, input.other, state.number), ctx.today))
}

async function findOther(tx: Queryable, { actor }: StaffCtx, number: string, own: string): Promise<OtherCase> {
  const [row] = await tx.select().from(caseFile).where(and(eq(caseFile.authorityId, actor.authorityId), eq(caseFile.number, number)))
  if (!row || !maySee(actor, row)) return null
  const back = await tx
    .select({ seq: caseEvent.seq })
    .from(caseEvent)
    .where(and(eq(caseEvent.caseId, row.id), eq(caseEvent.type, 'case_linked'), sql`${caseEvent.data} ->> 'other' = ${own}`))
    .limit(1)
  return { linksBack: back.length > 0 }
}
