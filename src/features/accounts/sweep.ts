import { sql } from 'drizzle-orm'
import { plusSeconds } from '#platform/clock.ts'
import type { SweepTask } from '#store/outbox-sweep.ts'
import { WINDOW_SECONDS } from './sign-in-lock.ts'

/**
 * Removes sessions, one-time tokens and locks that are over. The first two were dated by better-auth, which goes by the
 * machine's time and not by our clock.
 */
export const expiredSignIns: SweepTask = {
  name: 'expired-sign-ins',
  async sweep(tx, { now }) {
    const oldest = plusSeconds(now, -WINDOW_SECONDS)
    const sessions = await tx.execute<{ at: string }>(sql`delete from session where expires_at < now() returning expires_at as at`)
    const tokens = await tx.execute<{ at: string }>(sql`delete from verification where expires_at < now() returning expires_at as at`)
    const locks = await tx.execute(sql`
      delete from sign_in_lock
      where (locked_until is null or locked_until <= ${now}::timestamptz)
        and not exists (select 1 from unnest(failed_at) moment where moment > ${oldest}::timestamptz)
      returning locked_until`)
    return [...sessions.map(({ at }) => `session until ${at}`), ...tokens.map(({ at }) => `one-time token until ${at}`), ...locks.map(() => 'sign-in lock')]
  },
}
