import { and, sql, type SQL } from 'drizzle-orm'
import { BY_DUE, BY_RECEIVED, countVisible, visibleCases } from '#features/desk/index.ts'
import type { Clock } from '#law/clock-types.ts'
import { loadListed } from '#store/case-list.ts'
import { caseClock } from '#store/case-row.ts'
import type { LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { BANDS, inBand, type Band } from './bands.ts'
import { PAGE_SIZE } from './list-address.ts'

export interface ListedCase extends LoadedCase {
  readonly clock: Clock
}

/** `due`: the nearest due date first, what does not run last. `received`: the newest first. */
export type ListOrder = 'due' | 'received'

const ORDER: Record<ListOrder, SQL> = { due: BY_DUE, received: BY_RECEIVED }

/** Counts stop here: whoever has more than a screen full asks for less, not for the exact number. */
export const COUNT_CAP = 100

interface Wanted {
  readonly condition: SQL | undefined
  readonly order: ListOrder
  readonly limit: number
  readonly offset?: number
}

/**
 * One page of the cases that the actor may see. Each kind of visibility is read along its own index up to the end of the
 * page and no further, so that the time does not grow with the number of cases.
 */
export async function listCases(ctx: StaffCtx, wanted: Wanted): Promise<ListedCase[]> {
  const page = pageOfIds(ctx, wanted)
  if (page === null) return []
  const rows = await ctx.db.select().from(caseFile).where(sql`${caseFile.id} in (${page})`).orderBy(ORDER[wanted.order])
  const listed = await loadListed(ctx.db, rows)
  return listed.map((one) => ({ ...one, clock: caseClock(one.state, one.events, ctx.today, ctx.calendar) }))
}

/** Page `page` of a list, from 1 on, and whether another one follows. */
export async function readPage(ctx: StaffCtx, page: number, wanted: Pick<Wanted, 'condition' | 'order'>): Promise<{ readonly rows: ListedCase[]; readonly more: boolean }> {
  const rows = await listCases(ctx, { ...wanted, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE })
  return { rows: rows.slice(0, PAGE_SIZE), more: rows.length > PAGE_SIZE }
}

/** The query for the ids of a page; null when the actor sees no case at all. */
export function pageOfIds(ctx: StaffCtx, { condition, order, limit, offset = 0 }: Wanted): SQL | null {
  const by = ORDER[order]
  const branches = visibleCases(ctx.actor).map(
    (visible) => sql`(select id, due_on, received_on, number from ${caseFile} where ${and(visible, condition)} order by ${by} limit ${offset + limit})`,
  )
  if (branches.length === 0) return null
  return sql`select id from (${sql.join(branches, sql` union `)}) as seen order by ${by} limit ${limit} offset ${offset}`
}

/** How many visible cases meet the condition, at most {@link COUNT_CAP}. */
export async function countCases(ctx: StaffCtx, condition: SQL | undefined): Promise<number> {
  const [row] = await ctx.db.execute<{ many: number }>(sql`select ${countVisible(ctx.actor, condition, COUNT_CAP, BY_RECEIVED)} as many`)
  return row!.many
}

/** The open cases by colour, each at most {@link COUNT_CAP}. */
export async function countBands(ctx: StaffCtx, condition: SQL | undefined): Promise<Record<Band, number>> {
  const columns = (Object.keys(BANDS) as Band[]).map(
    (band) => sql`${countVisible(ctx.actor, and(inBand(band, ctx.calendar, ctx.today), condition), COUNT_CAP, BY_DUE)} as ${sql.identifier(band)}`,
  )
  const [row] = await ctx.db.execute<Record<Band, number>>(sql`select ${sql.join(columns, sql`, `)}`)
  return row!
}
