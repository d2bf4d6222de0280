import { and, asc, eq, sql } from 'drizzle-orm'
import type { StaffActor } from '#case/actor.ts'
import { isRole, type Role } from '#case/roles.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { staff, unit } from '#store/tables/authority.table.ts'
import { user } from './accounts.table.ts'

const columns = {
  id: user.id,
  name: user.name,
  authorityId: staff.authorityId,
  unitId: staff.unitId,
  unitName: unit.name,
  roles: staff.roles,
}

function selectStaff(tx: Queryable) {
  return tx
    .select(columns)
    .from(staff)
    .innerJoin(user, eq(user.id, staff.userId))
    .innerJoin(unit, eq(unit.id, staff.unitId))
}

/** The member of staff behind an account; null when there is none or he has left. */
export async function findStaff(tx: Queryable, userId: string): Promise<StaffActor | null> {
  const [row] = await selectStaff(tx).where(and(eq(staff.userId, userId), staff.active))
  return row ? actor(row) : null
}

/** Active members of an authority in the order of their units, e.g. those to whom a case may be assigned. */
export async function listStaff(
  tx: Queryable,
  authorityId: string,
  only: { readonly role?: Role; readonly unitId?: string } = {},
): Promise<StaffActor[]> {
  const rows = await selectStaff(tx)
    .where(and(
      eq(staff.authorityId, authorityId),
      staff.active,
      only.role === undefined ? undefined : sql`${only.role} = any(${staff.roles})`,
      only.unitId === undefined ? undefined : eq(staff.unitId, only.unitId),
    ))
    .orderBy(asc(unit.position), asc(unit.id), asc(user.name), asc(user.id))
  return rows.map(actor)
}

function actor(row: Omit<StaffActor, 'kind' | 'roles'> & { roles: readonly string[] }): StaffActor {
  return { ...row, kind: 'staff', roles: row.roles.filter(isRole) }
}
