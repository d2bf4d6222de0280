import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { Sql } from '#platform/db/connect.ts'

/** Wrong codes that one number bears in a quarter of an hour. */
export const ATTEMPTS = 10
const WINDOW_SECONDS = 15 * 60

export type Attempt = { readonly ok: true } | { readonly ok: false; readonly until: Instant }

/**
 * Takes one attempt at a number before its code is looked at, so that many guesses at once do not slip through. Counted in
 * PostgreSQL for any number, there or not: the lock tells nothing either. {@link giveBack} after the right code.
 */
export async function takeAttempt(sql: Sql, now: Instant, number: string): Promise<Attempt> {
  const oldest = plusSeconds(now, -WINDOW_SECONDS)
  const [row] = await sql<{ hits: number; started: Instant }[]>`
    insert into rate_window (key, window_started_at, hits) values (${keyOf(number)}, ${now}, 1)
    on conflict (key) do update set
      hits = case when rate_window.window_started_at <= ${oldest} then 1 else rate_window.hits + 1 end,
      window_started_at = case when rate_window.window_started_at <= ${oldest} then ${now} else rate_window.window_started_at end
    returning hits, window_started_at as started`
  if (!row || row.hits <= ATTEMPTS) return { ok: true }
  return { ok: false, until: plusSeconds(row.started, WINDOW_SECONDS) }
}

export async function giveBack(sql: Sql, number: string): Promise<void> {
  await sql`update rate_window set hits = hits - 1 where key = ${keyOf(number)} and hits > 0`
}

function keyOf(number: string): string {
  return `status-code:${number}`
}
