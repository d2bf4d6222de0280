import * as z from 'zod'
import type { StaffActor } from '#case/actor.ts'
import { ROLES, type Role } from '#case/roles.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { findAuthority } from '#store/authority.ts'
import { findLogin } from './own-account.ts'

const place = z.object({ id: z.string(), name: z.string() })

/** A signed-in person, as the API tells it. */
export const WhoIs = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    roles: z.array(z.enum(Object.keys(ROLES) as [Role, ...Role[]])).meta({ description: '角色' }),
    authority: place.meta({ description: '机关' }),
    unit: place.meta({ description: '单位（科室）' }),
    twoFactor: z.boolean().meta({ description: '开通了动态口令' }),
  })
  .meta({ id: 'WhoIs' })

export const NewSession = z
  .object({
    token: z.string().meta({ description: '放在 Authorization: Bearer 里' }),
    expiresAt: z.iso.datetime().meta({ description: '不再使用时失效的时刻；每次使用顺延' }),
    user: WhoIs,
  })
  .meta({ id: 'NewSession' })

export async function whoIs(tx: Queryable, staff: StaffActor): Promise<z.infer<typeof WhoIs>> {
  const [login, authority] = await Promise.all([findLogin(tx, staff.id), findAuthority(tx, staff.authorityId)])
  return {
    id: staff.id,
    username: login.username,
    name: staff.name,
    roles: [...staff.roles],
    authority: { id: staff.authorityId, name: authority?.name ?? '' },
    unit: { id: staff.unitId, name: staff.unitName },
    twoFactor: login.twoFactor,
  }
}
