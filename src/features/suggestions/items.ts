import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { publishedItem, type PublishedItem } from './suggestions.table.ts'

const { bigrams: _, ...columns } = getTableColumns(publishedItem)
/** All but the index. */
export const ITEM_COLUMNS = columns
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One item, also a retired one; null when there is none. */
export async function findItem(db: Queryable, id: string, authorityId: string | null = null): Promise<PublishedItem | null> {
  if (!UUID.test(id)) return null
  const [row] = await db.select(columns).from(publishedItem).where(and(eq(publishedItem.id, id), authorityId === null ? undefined : eq(publishedItem.authorityId, authorityId)))
  return row ?? null
}

export const PAGE_SIZE = 50

/** Items of an authority, those in use first, the newest first; one more than a page, if there is one. */
export function listItems(db: Queryable, authorityId: string, page: number): Promise<PublishedItem[]> {
  return db
    .select(columns)
    .from(publishedItem)
    .where(eq(publishedItem.authorityId, authorityId))
    .orderBy(desc(publishedItem.active), sql`${publishedItem.publishedOn} desc nulls last`, asc(publishedItem.id))
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
}
