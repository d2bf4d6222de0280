import { lte, sql } from 'drizzle-orm'
import { plusSeconds } from '#platform/clock.ts'
import type { SweepTask } from './outbox-sweep.ts'
import { applicationDraft } from './tables/application.table.ts'
import { idempotencyKey } from './tables/case.table.ts'

const DAY = 24 * 3600

/** The answers to repeated requests are kept for a day; they may hold a query code. */
export const expiredIdempotencyKeys: SweepTask = {
  name: 'expired-idempotency-keys',
  async sweep(tx, ctx) {
    const gone = await tx
      .delete(idempotencyKey)
      .where(lte(idempotencyKey.createdAt, plusSeconds(ctx.now, -DAY)))
      .returning({ createdAt: idempotencyKey.createdAt })
    return gone.map(({ createdAt }) => `answer of ${createdAt}`)
  },
}

/** Applications that were begun on the portal and never sent. */
export const expiredApplicationDrafts: SweepTask = {
  name: 'expired-application-drafts',
  async sweep(tx, ctx) {
    const gone = await tx
      .delete(applicationDraft)
      .where(lte(applicationDraft.expiresAt, ctx.now))
      .returning({ updatedAt: applicationDraft.updatedAt })
    return gone.map(({ updatedAt }) => `draft of ${updatedAt}`)
  },
}

/** Counters of requests, of which the longest runs a quarter of an hour; their keys hold addresses. */
export const expiredRateWindows: SweepTask = {
  name: 'expired-rate-windows',
  async sweep(tx, ctx) {
    const gone = await tx.execute<{ started: string }>(sql`
      delete from rate_window where key in (
        select key from rate_window where window_started_at <= ${plusSeconds(ctx.now, -DAY)}::timestamptz
        limit 10000 for update skip locked)
      returning window_started_at as started`)
    return gone.map(({ started }) => `rate window of ${started}`)
  },
}
