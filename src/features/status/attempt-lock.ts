import type { Instant } from '#law/instant.ts'
import type { Sql } from '#platform/db/connect.ts'
import { returnAttempts, takeAttemptOf, type Attempt } from '#platform/http/attempts.ts'

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

/**
 * Counted for any number, there or not: the lock tells nothing either. What the address may not try does not count against
 * the number. {@link giveBack} after the right code.
 */
export async function takeAttempt(sql: Sql, now: Instant, guess: Guess): Promise<Attempt> {
  const rule = (key: string, limit: number) => ({ key, limit, seconds: WINDOW_SECONDS })
  const own = await takeAttemptOf(sql, now, rule(ownKey(guess), ATTEMPTS))
  return own.ok ? takeAttemptOf(sql, now, rule(numberKey(guess), ATTEMPTS_FROM_EVERYWHERE)) : own
}

export function giveBack(sql: Sql, guess: Guess): Promise<void> {
  return returnAttempts(sql, [ownKey(guess), numberKey(guess)])
}

function ownKey({ number, address }: Guess): string {
  return `status-code:${number}:${address}`
}

function numberKey({ number }: Guess): string {
  return `status-code:${number}`
}
