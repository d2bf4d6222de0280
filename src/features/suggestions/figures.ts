import { sql } from 'drizzle-orm'
import type { CivilDate } from '#law/civil-date.ts'
import type { Queryable } from '#platform/db/connect.ts'

/** How often, of the people who were shown something. */
export interface Figures {
  readonly shown: number
  readonly opened: number
  /** 够用了，不申请了. */
  readonly sufficient: number
  /** Filed in spite of it. */
  readonly filed: number
}

export const NO_FIGURES: Figures = { shown: 0, opened: 0, sufficient: 0, filed: 0 }

/** Figures of single items, by id; what was never shown is left out. `since` null: from the beginning. */
export async function itemFigures(db: Queryable, itemIds: readonly string[], since: CivilDate | null): Promise<ReadonlyMap<string, Figures>> {
  if (itemIds.length === 0) return new Map()
  const rows = (await db.execute(sql`
    select item_id as id, count(*)::int as shown, count(*) filter (where opened)::int as opened,
      count(*) filter (where ended = 'sufficient')::int as sufficient, count(*) filter (where ended = 'filed')::int as filed
    from suggestion_outcome where item_id = any (${`{${itemIds.join(',')}}`}::uuid[]) and (${since}::date is null or shown_on >= ${since}::date) group by item_id`)) as unknown as (Figures & { id: string })[]
  return new Map(rows.map(({ id, ...figures }) => [id, figures]))
}

/** Figures of an authority by visits: a visit to which three items were shown counts once. */
export async function visitFigures(db: Queryable, authorityId: string, since: CivilDate | null): Promise<Figures> {
  const [row] = (await db.execute(sql`
    select count(*)::int as shown, count(*) filter (where opened)::int as opened, count(*) filter (where sufficient)::int as sufficient, count(*) filter (where filed)::int as filed
    from (
      select bool_or(opened) as opened, coalesce(bool_or(ended = 'sufficient'), false) as sufficient, coalesce(bool_or(ended = 'filed'), false) as filed
      from suggestion_outcome join published_item on published_item.id = item_id
      where authority_id = ${authorityId} and (${since}::date is null or shown_on >= ${since}::date) group by visit_id
    ) as visit`)) as unknown as Figures[]
  return row ?? NO_FIGURES
}

/** 12.5, or null where nothing was shown. */
export function rateOf({ shown, sufficient }: Figures): number | null {
  return shown === 0 ? null : Math.round((sufficient / shown) * 1000) / 10
}
