import { plusSeconds } from '#platform/clock.ts'
import type { Services } from '#store/context.ts'
import { WINDOW_SECONDS } from './sign-in-lock.ts'

/**
 * Removes sessions, one-time tokens and locks that are over. For the regular sweep; safe at any time, any number of times.
 * The first two were dated by better-auth, which goes by the machine's time and not by our clock.
 */
export async function sweepAccounts({ sql, clock }: Pick<Services, 'sql' | 'clock'>): Promise<void> {
  const now = clock.now()
  const oldest = plusSeconds(now, -WINDOW_SECONDS)
  await sql`delete from session where expires_at < now()`
  await sql`delete from verification where expires_at < now()`
  await sql`
    delete from sign_in_lock
    where (locked_until is null or locked_until <= ${now})
      and not exists (select 1 from unnest(failed_at) moment where moment > ${oldest}::timestamptz)`
}
