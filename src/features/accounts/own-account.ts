import { eq } from 'drizzle-orm'
import type { StaffActor } from '#case/actor.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { countHit } from '#platform/http/rate-limit.ts'
import type { Services } from '#store/context.ts'
import { user } from './accounts.table.ts'
import type { Auth } from './auth.adapter.ts'

/** A signed-in person at work on his own account. */
export interface Own {
  readonly services: Services
  readonly auth: Auth
  readonly staff: StaffActor
  /** Carry his session. */
  readonly headers: Headers
}

/** How he signs in. */
export async function findLogin(tx: Queryable, userId: string): Promise<{ username: string; twoFactor: boolean }> {
  const [row] = await tx.select({ username: user.username, twoFactor: user.twoFactorEnabled }).from(user).where(eq(user.id, userId))
  if (!row?.username) throw new Error(`no username for ${userId}`)
  return { username: row.username, twoFactor: row.twoFactor }
}

/**
 * Whoever sits at somebody's open session must not get to guess his password or code there.
 * @throws AppError too_many
 */
export function countGuess({ services, staff }: Own): Promise<void> {
  return countHit(services.sql, services.clock.now(), { key: `own-account:${staff.id}`, limit: 10, seconds: 900 })
}
