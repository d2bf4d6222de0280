import { describe, expect, test } from 'vitest'
import { rolesFault } from '#features/accounts/role-rule.ts'
import { ROLES, type Role } from '#case/roles.ts'

const administrators: Role[] = ['system_admin', 'security_admin', 'audit_admin']
const caseRoles = (Object.keys(ROLES) as Role[]).filter((role) => !administrators.includes(role))

describe('系统、安全、审计三员 are three people who handle no cases', () => {
  test.each(administrators)('%s stands alone', (administrator) => {
    expect(rolesFault([administrator])).toBeNull()
    for (const other of Object.keys(ROLES) as Role[]) {
      if (other === administrator) continue
      expect(rolesFault([administrator, other]), other).not.toBeNull()
      expect(rolesFault([other, administrator]), other).not.toBeNull()
    }
  })

  test('one person may hold any of the other roles together', () => {
    expect(rolesFault(caseRoles)).toBeNull()
  })

  test('the sentence names both roles', () => {
    expect(rolesFault(['system_admin', 'audit_admin'])).toBe('系统管理员和审计管理员要由不同的人担任')
    expect(rolesFault(['handler', 'audit_admin'])).toBe('审计管理员不能同时是承办人：管理和办案要由不同的人担任')
  })
})
