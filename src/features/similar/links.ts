import { and, eq, inArray, sql } from 'drizzle-orm'
import { maySee } from '#case/visibility.ts'
import { STATUSES, type Status } from '#case/status.ts'
import type { CaseState } from '#case/state.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseEvent, caseFile } from '#store/tables/case.table.ts'

type Recorded = CaseState['links'][number]

/** A case that this one was linked with, from either side. Subject and status only of what the person may see. */
export interface Link extends Recorded {
  readonly subject: string | null
  readonly statusName: string | null
}

/** Links recorded in this case, then those that other cases recorded with it; each other case once. */
export async function linksOf(ctx: StaffCtx, { row, state }: Pick<LoadedCase, 'row' | 'state'>): Promise<Link[]> {
  const from = await recordedElsewhere(ctx, row)
  const all = new Map<string, Recorded>()
  for (const link of [...state.links, ...from]) if (!all.has(link.other)) all.set(link.other, link)
  if (all.size === 0) return []
  const others = await ctx.db
    .select()
    .from(caseFile)
    .where(and(eq(caseFile.authorityId, row.authorityId), inArray(caseFile.number, [...all.keys()])))
  return [...all.values()].map((link) => {
    const other = others.find(({ number }) => number === link.other)
    const seen = other !== undefined && maySee(ctx.actor, other)
    return { ...link, subject: seen ? other.subject : null, statusName: seen ? STATUSES[other.status as Status] : null }
  })
}

async function recordedElsewhere(ctx: StaffCtx, row: LoadedCase['row']): Promise<Recorded[]> {
  const events = await ctx.db
    .select({ number: caseFile.number, data: caseEvent.data })
    .from(caseEvent)
    .innerJoin(caseFile, eq(caseFile.id, caseEvent.caseId))
    .where(and(eq(caseEvent.type, sql.raw(`'case_linked'`)), sql`${caseEvent.data} ->> 'other' = ${row.number}`, eq(caseFile.authorityId, row.authorityId)))
  return events.map(({ number, data }) => ({ other: number, relation: data['relation'] as Recorded['relation'], note: (data['note'] as string | null) ?? null }))
}
