import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { BY_DUE, visibleCases } from '#features/desk/index.ts'
import type { CaseRow } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'

/** The open cases right before and right behind one in the order of the worklist. */
export interface Neighbours {
  readonly previous: string | null
  readonly next: string | null
}

const FORWARD = BY_DUE
const BACKWARD = sql`due_on desc nulls first, number desc`

/** For J and K on a case page. Null at the ends, and for a case that is not in the worklist. */
export async function neighboursOf(ctx: StaffCtx, { open, dueOn, number }: CaseRow): Promise<Neighbours> {
  if (!open) return { previous: null, next: null }
  const place = sql`(${caseFile.dueOn}, ${caseFile.number})`
  const stopped = isNull(caseFile.dueOn)
  if (dueOn === null) {
    const next = await first(ctx, and(stopped, sql`${caseFile.number} > ${number}`)!, FORWARD)
    const before = await first(ctx, and(stopped, sql`${caseFile.number} < ${number}`)!, BACKWARD)
    return { next, previous: before ?? (await first(ctx, isNotNull(caseFile.dueOn), BACKWARD)) }
  }
  const behind = await first(ctx, sql`${place} > (${dueOn}, ${number})`, FORWARD)
  const previous = await first(ctx, sql`${place} < (${dueOn}, ${number})`, BACKWARD)
  return { previous, next: behind ?? (await first(ctx, stopped, FORWARD)) }
}

async function first(ctx: StaffCtx, condition: SQL, by: SQL): Promise<string | null> {
  const branches = visibleCases(ctx.actor).map(
    (visible) => sql`(select number, due_on from ${caseFile} where ${and(visible, eq(caseFile.open, true), condition)} order by ${by} limit 1)`,
  )
  if (branches.length === 0) return null
  const [row] = await ctx.db.execute<{ number: string }>(sql`select number from (${sql.join(branches, sql` union `)}) as seen order by ${by} limit 1`)
  return row?.number ?? null
}
