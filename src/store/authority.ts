import { asc, eq } from 'drizzle-orm'
import type { Queryable } from '#platform/db/connect.ts'
import { authority, unit, type Authority, type Unit } from './tables/authority.table.ts'

/** Every authority of this installation, the main one first. */
export function listAuthorities(tx: Queryable): Promise<Authority[]> {
  return tx.select().from(authority).orderBy(asc(authority.position), asc(authority.id))
}

export async function findAuthority(tx: Queryable, id: string): Promise<Authority | null> {
  const [row] = await tx.select().from(authority).where(eq(authority.id, id))
  return row ?? null
}

/** The authority that the public pages speak for when none is chosen. */
export async function mainAuthority(tx: Queryable): Promise<Authority> {
  const [first] = await tx.select().from(authority).orderBy(asc(authority.position), asc(authority.id)).limit(1)
  if (!first) throw new Error('no authority has been set up')
  return first
}

export function listUnits(tx: Queryable, authorityId: string): Promise<Unit[]> {
  return tx.select().from(unit).where(eq(unit.authorityId, authorityId)).orderBy(asc(unit.position), asc(unit.id))
}

/** Adds an authority, or changes the one with this id. */
export async function saveAuthority(tx: Queryable, saved: Authority): Promise<void> {
  const { id: _, ...columns } = saved
  await tx.insert(authority).values(saved).onConflictDoUpdate({ target: authority.id, set: columns })
}

/** Adds a unit behind the others of its authority. False: the id is taken. */
export async function addUnit(tx: Queryable, fresh: Pick<Unit, 'id' | 'authorityId' | 'name'>): Promise<boolean> {
  const last = (await listUnits(tx, fresh.authorityId)).at(-1)?.position ?? 0
  const added = await tx.insert(unit).values({ ...fresh, position: last + 1 }).onConflictDoNothing({ target: unit.id }).returning({ id: unit.id })
  return added.length > 0
}
