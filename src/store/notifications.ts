import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import type { Ctx } from './context.ts'
import { caseFile } from './tables/case.table.ts'
import { notification } from './tables/notification.table.ts'

export interface NewNotification {
  readonly userId: string
  readonly caseId: string | null
  /** One sentence without personal data. */
  readonly text: string
}

/** Tells members of staff something, in the transaction of what happened. */
export async function notify(tx: Queryable, ctx: Ctx, fresh: readonly NewNotification[]): Promise<void> {
  if (fresh.length === 0) return
  await tx.insert(notification).values(fresh.map((one) => ({ ...one, createdAt: ctx.now })))
}

/** Unread ones, never counting beyond `cap`. */
export async function countUnread(tx: Queryable, userId: string, cap: number): Promise<number> {
  const unread = tx.select({ one: sql`1` }).from(notification).where(and(eq(notification.userId, userId), isNull(notification.readAt))).limit(cap).as('unread')
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(unread)
  return row!.count
}

export interface NotificationRow {
  readonly id: number
  /** Null: about no single case. */
  readonly caseNumber: string | null
  readonly text: string
  readonly createdAt: string
  readonly readAt: string | null
}

/** Somebody's notices, newest first. */
export function listNotifications(tx: Queryable, userId: string, { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<NotificationRow[]> {
  return tx
    .select({ id: notification.id, caseNumber: caseFile.number, text: notification.text, createdAt: notification.createdAt, readAt: notification.readAt })
    .from(notification)
    .leftJoin(caseFile, eq(caseFile.id, notification.caseId))
    .where(eq(notification.userId, userId))
    .orderBy(desc(notification.id))
    .limit(limit)
    .offset(offset)
}

/** Marks somebody's notices as read: one, or all up to the newest that he was shown. */
export async function markRead(tx: Queryable, ctx: Ctx, userId: string, which: { readonly id: number } | { readonly upTo: number }): Promise<void> {
  const chosen = 'id' in which ? eq(notification.id, which.id) : lte(notification.id, which.upTo)
  await tx.update(notification).set({ readAt: ctx.now }).where(and(eq(notification.userId, userId), isNull(notification.readAt), chosen))
}
