import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '../clock.ts'
import type { Sql } from '../db/connect.ts'

export interface AttemptRule {
  /** Names the counter: what is guessed, and from where. */
  readonly key: string
  readonly limit: number
  readonly seconds: number
}

export type Attempt = { readonly ok: true } | { readonly ok: false; readonly until: Instant; readonly wrong: number }

/**
 * Takes one attempt before a secret is looked at, so that many guesses at once do not slip through; {@link returnAttempts} after
 * the right one. Counted in PostgreSQL, so that the lock holds across processes.
 */
export async function takeAttemptOf(sql: Sql, now: Instant, { key, limit, seconds }: AttemptRule): Promise<Attempt> {
  const oldest = plusSeconds(now, -seconds)
  const [row] = await sql<{ hits: number; started: Instant }[]>`
    insert into rate_window (key, window_started_at, hits) values (${key}, ${now}, 1)
    on conflict (key) do update set
      hits = case when rate_window.window_started_at <= ${oldest} then 1 else rate_window.hits + 1 end,
      window_started_at = case when rate_window.window_started_at <= ${oldest} then ${now} else rate_window.window_started_at end
    returning hits, window_started_at as started`
  if (!row || row.hits <= limit) return { ok: true }
  return { ok: false, until: plusSeconds(row.started, seconds), wrong: limit }
}

/** The attempts were no guesses: they count no longer. */
export async function returnAttempts(sql: Sql, keys: readonly string[]): Promise<void> {
  await sql`update rate_window set hits = hits - 1 where key in ${sql([...keys])} and hits > 0`
}
