import { hashPassword } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { refuse } from '#law/refusal.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { Services } from '#store/context.ts'
import { staff } from '#store/tables/authority.table.ts'
import { account, session, twoFactor, user } from './accounts.table.ts'
import { toDate } from './date-column.adapter.ts'
import { passwordFault } from './password-rule.ts'
import { clearAttempts } from './sign-in-lock.ts'
import { normalUsername } from './username.ts'

/** Closes an account, ending its sessions at once, or opens it again. */
export async function setUserActive(services: Pick<Services, 'db'>, typed: string, active: boolean): Promise<Outcome> {
  return services.db.transaction(async (tx) => {
    const id = await idOf(tx, typed)
    if (id === null) return unknownUser(typed)
    await tx.update(staff).set({ active }).where(eq(staff.userId, id))
    if (!active) await tx.delete(session).where(eq(session.userId, id))
    return { ok: true }
  })
}

/**
 * For somebody who forgot his password or lost his phone: a new password, no second factor, no lock, and every open
 * session ends.
 */
export async function resetAccess(services: Pick<Services, 'db' | 'clock' | 'keyring'>, typed: string, password: string): Promise<Outcome> {
  const username = normalUsername(typed)
  const weak = passwordFault(password, username)
  if (weak) return refuse('accounts/weak-password', weak)
  const hash = await hashPassword(password)
  const updatedAt = toDate(services.clock.now())
  const done = await services.db.transaction(async (tx) => {
    const id = await idOf(tx, username)
    if (id === null) return false
    await tx.update(account).set({ password: hash, updatedAt }).where(and(eq(account.userId, id), eq(account.providerId, 'credential')))
    await tx.update(user).set({ twoFactorEnabled: false, updatedAt }).where(eq(user.id, id))
    await tx.delete(twoFactor).where(eq(twoFactor.userId, id))
    await tx.delete(session).where(eq(session.userId, id))
    return true
  })
  if (!done) return unknownUser(typed)
  await clearAttempts(services, username)
  return { ok: true }
}

async function idOf(tx: Queryable, typed: string): Promise<string | null> {
  const [row] = await tx.select({ id: user.id }).from(user).where(eq(user.username, normalUsername(typed)))
  return row?.id ?? null
}

function unknownUser(typed: string) {
  return refuse('accounts/unknown-user', `没有用户名是“${typed}”的账号`)
}
