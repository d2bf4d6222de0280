import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#case/roles.ts'
import { maySee, visibleScope } from '#case/visibility.ts'
import { person } from '#test/support/given-case.ts'

const OWN = { authorityId: 'shiju', unitId: 'zhian', handlerId: 'handler' }
const UNASSIGNED = { authorityId: 'shiju', unitId: null, handlerId: null }

/** How far each role alone sees. */
const SCOPES: Record<Role, 'authority' | 'unit' | 'none'> = {
  window_clerk: 'authority',
  disclosure_officer: 'authority',
  handler: 'unit',
  section_reviewer: 'unit',
  legal_reviewer: 'authority',
  secrecy_reviewer: 'authority',
  issuer: 'authority',
  case_editor: 'none',
  supervisor: 'authority',
  system_admin: 'none',
  security_admin: 'none',
  audit_admin: 'none',
}

describe('which cases a person sees', () => {
  it.each(Object.entries(SCOPES))('%s sees as far as: %s', (role, scope) => {
    expect(visibleScope(person('somebody', [role as Role]))).toBe(scope)
  })

  it('is as wide as the widest of several roles, and nothing without a role', () => {
    expect(visibleScope(person('somebody', ['system_admin', 'handler']))).toBe('unit')
    expect(visibleScope(person('somebody', ['handler', 'supervisor']))).toBe('authority')
    expect(visibleScope(person('somebody', []))).toBe('none')
  })

  it('ends at the authority for every role', () => {
    for (const role of Object.keys(ROLES) as Role[]) {
      expect(maySee(person('handler', [role], 'zhian', { authorityId: 'binhe' }), OWN)).toBe(false)
    }
  })

  it('shows a handler the cases of his unit and those that are his own, and no unassigned ones', () => {
    const handler = person('handler', ['handler'])
    expect(maySee(handler, OWN)).toBe(true)
    expect(maySee(handler, { ...OWN, handlerId: 'another' })).toBe(true)
    expect(maySee(handler, { ...OWN, unitId: 'jiaoguan' })).toBe(true)
    expect(maySee(handler, { ...OWN, unitId: 'jiaoguan', handlerId: 'another' })).toBe(false)
    expect(maySee(handler, UNASSIGNED)).toBe(false)
  })

  it('shows the disclosure office every case of the authority', () => {
    expect(maySee(person('officer', ['disclosure_officer'], 'office'), UNASSIGNED)).toBe(true)
  })

  it('shows administrators none, not even of their own unit', () => {
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const) expect(maySee(person('handler', [role]), OWN)).toBe(false)
  })
})
