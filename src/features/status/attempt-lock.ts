import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { Sql } from '#platform/db/connect.ts'

/** Wrong codes for one number from one address in a quarter of an hour: whoever guesses locks himself out, not the applicant. */
export const ATTEMPTS = 10
/** Wrong codes for one number from everywhere in a quarter of an hour: guessing from many addresses ends here. */
export const ATTEMPTS_FROM_EVERYWHERE = 100
const WINDOW_SECONDS = 15 * 60

/** Whose guess at which number. */
export interface Guess {
  readonly number: string
  readonly address: string
}

export type Attempt = { readonly ok: true } | { readonly ok: false; readonly until: Instant; readonly wrong: number }

/**
 * Takes one attempt at a number before its code is looked at, so that many guesses at once do not slip through. Counted in
 * PostgreSQL for any number, there or not: the lock tells nothing either. What the address may not try does not count
 * against the number. {@link giveBack} after the right code.
 */
export async function takeAttempt(sql: Sql, now: Instant, guess: Guess): Promise<Attempt> {
  const own = await count(sql, now, ownKey(guess), ATTEMPTS)
  return own.ok ? count(sql, now, numberKey(guess), ATTEMPTS_FROM_EVERYWHERE) : own
}

export async function giveBack(sql: Sql, guess: Guess): Promise<void> {
  await sql`update rate_window set hits = hits - 1 where key in ${sql([ownKey(guess), numberKey(guess)])} and hits > 0`
}

async function count(sql: Sql, now: Instant, key: string, limit: number): Promise<Attempt> {
  const oldest = plusSeconds(now, -WINDOW_SECONDS)
  const [row] = await sql<{ hits: number; started: Instant }[]>`
    insert into rate_window (key, window_started_at, hits) values (${key}, ${now}, 1)
    on conflict (key) do update set
      hits = case when rate_window.window_started_at <= ${oldest} then 1 else rate_window.hits + 1 end,
      window_started_at = case when rate_window.window_started_at <= ${oldest} then ${now} else rate_window.window_started_at end
    returning hits, window_started_at as started`
  if (!row || row.hits <= limit) return { ok: true }
  return { ok: false, until: plusSeconds(row.started, WINDOW_SECONDS), wrong: limit }
}

function ownKey({ number, address }: Guess): string {
  return `status-code:${number}:${address}`
}

function numberKey({ number }: Guess): string {
  return `status-code:${number}`
}
