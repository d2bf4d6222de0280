import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import type { Outcome } from '#case/outcome.ts'
import { refuse } from '#law/refusal.ts'
import { newId } from '#platform/ids.ts'
import { findAuthority } from '#store/authority.ts'
import type { Services } from '#store/context.ts'
import { staff, unit } from '#store/tables/authority.table.ts'
import { account, user } from './accounts.table.ts'
import { decideAddUser, type NewUser } from './add-user.decide.ts'
import { toDate } from './date-column.adapter.ts'

/** Makes an account that can sign in at once: person, password and place in one transaction. */
export async function addUser(services: Pick<Services, 'db' | 'clock'>, input: NewUser): Promise<Outcome<{ userId: string; username: string }>> {
  const { db, clock } = services
  const [place] = await db.select({ authorityId: unit.authorityId }).from(unit).where(eq(unit.id, input.unitId))
  const authorityExists = (await findAuthority(db, input.authorityId)) !== null
  const decision = decideAddUser(input, { authorityExists, unitAuthorityId: place?.authorityId ?? null })
  if (!decision.ok) return decision

  const { username, name, roles } = decision
  const password = await hashPassword(input.password)
  const now = clock.now()
  const stamps = { createdAt: toDate(now), updatedAt: toDate(now) }
  const userId = newId(now)
  return db.transaction(async (tx) => {
    const email = `${username}@staff.invalid`
    const added = await tx.insert(user).values({ id: userId, username, name, email, ...stamps }).onConflictDoNothing().returning({ id: user.id })
    if (added.length === 0) return refuse('accounts/username-taken', `用户名“${username}”已经有人用了`)
    await tx.insert(account).values({ id: newId(now), userId, accountId: userId, providerId: 'credential', password, ...stamps })
    await tx.insert(staff).values({ userId, authorityId: input.authorityId, unitId: input.unitId, roles: [...roles] })
    return { ok: true, userId, username }
  })
}
