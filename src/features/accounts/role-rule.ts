import { ROLES, type Role } from '#case/roles.ts'

/** 系统、安全、审计: three people, none of whom handles cases (product.md §1). */
const ADMINISTRATORS: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']

/** Null, or why one person may not hold these roles together, in one sentence. */
export function rolesFault(roles: readonly Role[]): string | null {
  if (roles.length === 0) return '至少要有一个角色'
  const administrator = roles.find((role) => ADMINISTRATORS.includes(role))
  const other = roles.find((role) => role !== administrator)
  if (administrator === undefined || other === undefined) return null
  return ADMINISTRATORS.includes(other)
    ? `${ROLES[administrator]}和${ROLES[other]}要由不同的人担任`
    : `${ROLES[administrator]}不能同时是${ROLES[other]}：管理和办案要由不同的人担任`
}
