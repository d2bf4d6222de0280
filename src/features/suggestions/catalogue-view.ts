import { addDays } from '#law/civil-date.ts'
import type { StaffCtx } from '#store/context.ts'
import { itemFigures, NO_FIGURES, visitFigures, type Figures } from './figures.ts'
import { listItems, PAGE_SIZE } from './items.ts'
import type { PublishedItem } from './suggestions.table.ts'

/** The days that the figures beside those of all time cover. */
export const RECENT_DAYS = 90

/** What the desk shows of an authority's items: a page of them, and how far they were of use. */
export interface CatalogueView {
  readonly items: readonly { readonly item: PublishedItem; readonly all: Figures; readonly recent: Figures }[]
  readonly page: number
  readonly more: boolean
  readonly all: Figures
  readonly recent: Figures
}

export async function catalogueView({ db, actor, today }: StaffCtx, page: number): Promise<CatalogueView> {
  const since = addDays(today, 1 - RECENT_DAYS)
  const found = await listItems(db, actor.authorityId, page)
  const items = found.slice(0, PAGE_SIZE)
  const ids = items.map(({ id }) => id)
  const [all, recent, ofAll, ofRecent] = await Promise.all([
    visitFigures(db, actor.authorityId, null), visitFigures(db, actor.authorityId, since), itemFigures(db, ids, null), itemFigures(db, ids, since),
  ])
  const of = (figures: ReadonlyMap<string, Figures>, id: string) => figures.get(id) ?? NO_FIGURES
  return { items: items.map((item) => ({ item, all: of(ofAll, item.id), recent: of(ofRecent, item.id) })), page, more: found.length > PAGE_SIZE, all, recent }
}
