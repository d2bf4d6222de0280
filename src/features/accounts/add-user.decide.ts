import type { Outcome } from '#case/outcome.ts'
import { isRole, ROLES, type Role } from '#case/roles.ts'
import { refuse } from '#law/refusal.ts'
import { passwordFault } from './password-rule.ts'
import { rolesFault } from './role-rule.ts'
import { normalUsername, usernameFault } from './username.ts'

/** A new member of staff, as an administrator writes him down. */
export interface NewUser {
  readonly username: string
  readonly name: string
  readonly authorityId: string
  readonly unitId: string
  readonly roles: readonly string[]
  readonly password: string
}

/** What the database says about it. */
export interface KnownAbout {
  readonly authorityExists: boolean
  /** The authority of the unit; null when there is no such unit. */
  readonly unitAuthorityId: string | null
}

const NAME_MAX = 50

/** Everything but the username's being free, which only the insert can tell. */
export function decideAddUser(input: NewUser, known: KnownAbout): Outcome<{ username: string; name: string; roles: readonly Role[] }> {
  const username = normalUsername(input.username)
  const wrongUsername = usernameFault(username)
  if (wrongUsername) return refuse('accounts/bad-username', wrongUsername)
  const name = input.name.normalize('NFC').trim()
  if (name === '' || [...name].length > NAME_MAX) return refuse('accounts/bad-name', `姓名要有1到${NAME_MAX}个字`)
  if (!known.authorityExists) return refuse('accounts/unknown-authority', `没有编号是“${input.authorityId}”的机关`)
  if (known.unitAuthorityId === null) return refuse('accounts/unknown-unit', `没有编号是“${input.unitId}”的单位`)
  if (known.unitAuthorityId !== input.authorityId) return refuse('accounts/unknown-unit', `单位“${input.unitId}”不属于机关“${input.authorityId}”`)
  const unknown = input.roles.find((role) => !isRole(role))
  if (unknown !== undefined) return refuse('accounts/unknown-role', `没有“${unknown}”这个角色，只能用：${Object.keys(ROLES).join('、')}`)
  const roles = [...new Set(input.roles.filter(isRole))]
  const together = rolesFault(roles)
  if (together) return refuse('accounts/separation-of-duties', together)
  const weak = passwordFault(input.password, username)
  return weak ? refuse('accounts/weak-password', weak) : { ok: true, username, name, roles }
}
