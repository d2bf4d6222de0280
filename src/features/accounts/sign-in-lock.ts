import { inArray } from 'drizzle-orm'
import type { Instant } from '#law/instant.ts'
import { plusSeconds } from '#platform/clock.ts'
import type { Services } from '#store/context.ts'
import { signInLock } from './accounts.table.ts'

/** This many failures within the window lock the username for as long as the window. */
export const MAX_FAILURES = 5
export const WINDOW_SECONDS = 15 * 60

const PURPOSE = 'sign-in-lock'

/** `left`: tries that remain should this one fail; 0 means that it locks. Locked usernames are not tried at all. */
export type Claim =
  | { readonly locked: false; readonly left: number; readonly lockedUntil: Instant | null }
  | { readonly locked: true; readonly lockedUntil: Instant }

/**
 * Books a failure before the password is looked at, in one statement: of any number of simultaneous attempts, in any
 * number of processes, exactly {@link MAX_FAILURES} get to try. Whether the username exists plays no part.
 */
export async function claimAttempt(services: Pick<Services, 'sql' | 'keyring'>, now: Instant, username: string): Promise<Claim> {
  const subject = services.keyring.hash(username, PURPOSE)
  const oldest = plusSeconds(now, -WINDOW_SECONDS)
  const until = plusSeconds(now, WINDOW_SECONDS)
  const [tried] = await services.sql<{ failures: number; lockedUntil: Instant | null }[]>`
    insert into sign_in_lock as lock (subject, failed_at) values (${subject}, array[${now}::timestamptz])
    on conflict (subject) do update set
      failed_at = array(select moment from unnest(lock.failed_at) moment where moment > ${oldest}::timestamptz) || ${now}::timestamptz,
      locked_until = case
        when (select count(*) from unnest(lock.failed_at) moment where moment > ${oldest}::timestamptz) + 1 >= ${MAX_FAILURES}
        then ${until}::timestamptz end
    where lock.locked_until is null or lock.locked_until <= ${now}::timestamptz
    returning cardinality(failed_at) as failures, locked_until as "lockedUntil"`
  if (tried) return { locked: false, left: MAX_FAILURES - tried.failures, lockedUntil: tried.lockedUntil }
  const [lock] = await services.sql<{ lockedUntil: Instant }[]>`
    select locked_until as "lockedUntil" from sign_in_lock where subject = ${subject}`
  // Gone again: its owner has just signed in, and this attempt came a moment too early.
  return { locked: true, lockedUntil: lock?.lockedUntil ?? now }
}

/** Forgets the failures: after a complete sign-in, or because an administrator says so. */
export async function clearAttempts({ db, keyring }: Pick<Services, 'db' | 'keyring'>, username: string): Promise<void> {
  await db.delete(signInLock).where(inArray(signInLock.subject, keyring.hashes(username, PURPOSE)))
}
