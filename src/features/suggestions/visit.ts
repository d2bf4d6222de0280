import { and, eq } from 'drizzle-orm'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { randomUUID } from 'node:crypto'
import type { Ctx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { publishedItem, suggestionOutcome } from './suggestions.table.ts'

const COOKIE = 'zhixi_visit'
const SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The random number of this writing, if something was suggested in it. It ends with the browser, or when the application is filed. */
export function visitOf(c: Context<WebEnv>): string | null {
  const value = getCookie(c, COOKIE)
  return value !== undefined && SHAPE.test(value) ? value : null
}

/** Notes that these items were shown, once for each however often. */
export async function noteShown(c: Context<WebEnv>, ctx: Ctx, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const visitId = visitOf(c) ?? begun(c)
  await ctx.db.insert(suggestionOutcome).values(itemIds.map((itemId) => ({ visitId, itemId, shownOn: ctx.today }))).onConflictDoNothing()
}

/** Notes that an item was opened from where it was suggested. */
export async function noteOpened(c: Context<WebEnv>, ctx: Ctx, itemId: string): Promise<void> {
  const visitId = visitOf(c)
  if (visitId !== null) await ctx.db.update(suggestionOutcome).set({ opened: true }).where(and(eq(suggestionOutcome.visitId, visitId), eq(suggestionOutcome.itemId, itemId)))
}

/** 这条就够了: this item answered it. False where there is no such item. */
export async function noteSufficient(c: Context<WebEnv>, ctx: Ctx, itemId: string): Promise<boolean> {
  if (!SHAPE.test(itemId)) return false
  const [item] = await ctx.db.select({ id: publishedItem.id }).from(publishedItem).where(eq(publishedItem.id, itemId))
  if (!item) return false
  const row = { visitId: visitOf(c) ?? begun(c), itemId, shownOn: ctx.today, ended: 'sufficient' as const }
  await ctx.db.insert(suggestionOutcome).values(row).onConflictDoUpdate({ target: [suggestionOutcome.visitId, suggestionOutcome.itemId], set: { ended: row.ended } })
  return true
}

/**
 * Notes that the application was filed in spite of what was suggested, and ends the visit. After the filing has been stored, so a
 * failure here is written to the log and to nobody else.
 */
export async function noteFiled(c: Context<WebEnv>, ctx: Ctx): Promise<void> {
  const visitId = visitOf(c)
  if (visitId === null) return
  deleteCookie(c, COOKIE, { path: '/' })
  await ctx.db
    .update(suggestionOutcome)
    .set({ ended: 'filed' })
    .where(eq(suggestionOutcome.visitId, visitId))
    .catch((error: unknown) => ctx.log.error('suggestions: outcome not noted', { error }))
}

/** Random, not by time as other ids are: a visit must not tell when it was. */
function begun(c: Context<WebEnv>): string {
  const value = randomUUID()
  setCookie(c, COOKIE, value, { httpOnly: true, sameSite: 'Lax', secure: c.get('settings').secure, path: '/' })
  return value
}
