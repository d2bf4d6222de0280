import type { StaffActor } from './actor.ts'
import type { Role } from './roles.ts'

/** Roles that see every case of their authority; the others see the cases of their unit. */
const WHOLE_AUTHORITY: readonly Role[] = [
  'window_clerk', 'disclosure_officer', 'legal_reviewer', 'secrecy_reviewer', 'issuer', 'supervisor',
]
const OWN_UNIT: readonly Role[] = ['handler', 'section_reviewer']

/** `authority`: every case of it; `unit`: cases assigned to the actor or to his unit; `none`: no case at all. */
export function visibleScope(actor: StaffActor): 'authority' | 'unit' | 'none' {
  if (actor.roles.some((role) => WHOLE_AUTHORITY.includes(role))) return 'authority'
  return actor.roles.some((role) => OWN_UNIT.includes(role)) ? 'unit' : 'none'
}

export function maySee(actor: StaffActor, one: { authorityId: string; unitId: string | null; handlerId: string | null }): boolean {
  if (one.authorityId !== actor.authorityId) return false
  const scope = visibleScope(actor)
  if (scope !== 'unit') return scope === 'authority'
  return one.unitId === actor.unitId || one.handlerId === actor.id
}
