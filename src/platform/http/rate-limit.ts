import type { Instant } from '#law/instant.ts'
import { plusSeconds, secondsBetween } from '../clock.ts'
import type { Sql } from '../db/connect.ts'
import { AppError } from '../errors.ts'

export interface RateRule {
  /** Names the counter; the client's address or the like is part of it. */
  readonly key: string
  readonly limit: number
  readonly seconds: number
}

/**
 * Counts one hit in a fixed window kept in PostgreSQL, so that the limit holds across processes.
 * @throws AppError too_many with the seconds to wait
 */
export async function countHit(sql: Sql, now: Instant, rule: RateRule): Promise<void> {
  const oldest = plusSeconds(now, -rule.seconds)
  const [row] = await sql<{ hits: number; started: Instant }[]>`
    insert into rate_window (key, window_started_at, hits) values (${rule.key}, ${now}, 1)
    on conflict (key) do update set
      hits = case when rate_window.window_started_at <= ${oldest} then 1 else rate_window.hits + 1 end,
      window_started_at = case when rate_window.window_started_at <= ${oldest} then ${now} else rate_window.window_started_at end
    returning hits, window_started_at as started`
  if (!row || row.hits <= rule.limit) return
  const wait = Math.max(1, Math.ceil(rule.seconds - secondsBetween(row.started, now)))
  throw new AppError('too_many', `提交得太密了，请${wait}秒后再试`, { code: 'common/too-many-requests', retryAfterSeconds: wait })
}
