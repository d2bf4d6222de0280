import { eq } from 'drizzle-orm'
import type { FieldError } from '#platform/errors.ts'
import { parse } from '#platform/validation/parse.ts'
import type { Ctx } from '#store/context.ts'
import { ItemInput } from './item.schema.ts'
import { ITEM_COLUMNS } from './items.ts'
import { onlyEditors } from './may-edit.ts'
import { insertItem, lockItems, saysTheSame, updateItem } from './save-item.ts'
import { publishedItem, type PublishedItem } from './suggestions.table.ts'

/** What became of one row of a file, or would become of it. */
export type ImportedRow =
  | { readonly row: number; readonly title: string; readonly outcome: 'added' | 'changed' | 'same' }
  | { readonly row: number; readonly title: string; readonly outcome: 'wrong'; readonly errors: readonly FieldError[] }

export interface Imported {
  readonly rows: readonly ImportedRow[]
  /** False in a dry run, and where a row is wrong: then nothing was written at all. */
  readonly written: boolean
}

/** @param rows in the order of the file; a row is what {@link ItemInput} reads, found again by document number, else by address */
export function importItems(ctx: Ctx, authorityId: string, rows: readonly unknown[], dryRun: boolean): Promise<Imported> {
  onlyEditors(ctx.actor)
  return ctx.db.transaction(async (tx) => {
    await lockItems(tx, authorityId)
    const stored = await tx.select(ITEM_COLUMNS).from(publishedItem).where(eq(publishedItem.authorityId, authorityId))
    const plan = planImport(stored, rows)
    const written = !dryRun && plan.every(({ told }) => told.outcome !== 'wrong')
    for (const { told, input, old } of plan) {
      if (!written || !input) continue
      if (told.outcome === 'added') await insertItem(tx, ctx, authorityId, input)
      if (told.outcome === 'changed' && old) await updateItem(tx, ctx, old, input)
    }
    return { rows: plan.map(({ told }) => told), written }
  })
}

interface Planned {
  readonly told: ImportedRow
  readonly input?: ItemInput
  readonly old?: PublishedItem
}

/** Decides row by row, without writing. A document number or an address that stands twice in the file is wrong the second time. */
export function planImport(stored: readonly PublishedItem[], rows: readonly unknown[]): Planned[] {
  const byRef = new Map(stored.flatMap((item) => (item.documentRef === null ? [] : [[item.documentRef, item] as const])))
  const byUrl = new Map(stored.flatMap((item) => (item.url === null ? [] : [[item.url, item] as const])))
  const seen = new Map<string, string>()
  return rows.map((value, index): Planned => {
    const row = index + 1
    const title = String((value as { title?: unknown } | null)?.title ?? '').slice(0, 60)
    const wrong = (...errors: FieldError[]): Planned => ({ told: { row, title, outcome: 'wrong', errors } })
    const parsed = parse(ItemInput, value)
    if (!parsed.ok) return wrong(...parsed.errors)
    const input = parsed.value
    for (const [field, key] of [['documentRef', input.documentRef], ['url', input.url]] as const) {
      if (key === undefined) continue
      const first = seen.get(`${field} ${key}`)
      if (first !== undefined) return wrong({ field, message: `和前面“${first}”的一样` })
      seen.set(`${field} ${key}`, title)
    }
    const [ref, url] = [byRef.get(input.documentRef ?? ''), byUrl.get(input.url ?? '')]
    if (ref && url && ref.id !== url.id) return wrong({ field: 'url', message: `文号是“${ref.title}”的，网址是“${url.title}”的，不知道改哪一条` })
    const old = ref ?? url
    if (!old) return { told: { row, title, outcome: 'added' }, input }
    return { told: { row, title, outcome: saysTheSame(old, input) ? 'same' : 'changed' }, input, old }
  })
}
