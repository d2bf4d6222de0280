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
