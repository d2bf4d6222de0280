import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#case/roles.ts'
import { STATUSES, type Status } from '#case/status.ts'
import { COMMANDS, permits, permittedCommands, TRANSITIONS, type Command } from '#case/transitions.ts'

/**
 * Every role in every status, and exactly what the table lets it do there. A new transition has to be written down here
 * as well, so that nobody gains a power by accident.
 */
const PERMITTED: Record<Role, Record<Status, readonly Command[]>> = {
  window_clerk: {
    registered: ['receive_correction', 'record_withdrawal', 'attach', 'open_personal_data'],
    awaiting_correction: ['receive_correction', 'record_withdrawal', 'attach', 'open_personal_data'],
    accepted: ['receive_correction', 'record_withdrawal', 'attach', 'open_personal_data'],
    in_progress: ['receive_correction', 'record_withdrawal', 'attach', 'open_personal_data'],
    drafting: ['receive_correction', 'record_withdrawal', 'attach', 'open_personal_data'],
    awaiting_payment: ['record_withdrawal', 'receive_fee_notice', 'record_payment', 'attach', 'open_personal_data'],
    section_review: ['record_withdrawal', 'attach', 'open_personal_data'],
    awaiting_issue: ['record_withdrawal', 'attach', 'open_personal_data'],
    issued: ['deliver', 'attach', 'open_personal_data'],
    delivered: ['attach', 'open_personal_data'],
    archived: ['attach', 'open_personal_data'],
    withdrawn: ['attach', 'open_personal_data'],
    joined: ['attach', 'open_personal_data'],
  },
  disclosure_officer: {
    registered: ['accept', 'request_correction', 'receive_correction', 'refuse_correction', 'record_withdrawal', 'extend', 'split', 'join', 'link', 'attach', 'open_personal_data'],
    awaiting_correction: ['receive_correction', 'refuse_correction', 'record_lapse', 'record_withdrawal', 'link', 'attach', 'open_personal_data'],
    accepted: ['request_correction', 'receive_correction', 'refuse_correction', 'record_withdrawal', 'extend', 'issue_fee_notice', 'assign', 'link', 'attach', 'open_personal_data'],
    in_progress: ['request_correction', 'receive_correction', 'refuse_correction', 'record_withdrawal', 'extend', 'issue_fee_notice', 'assign', 'link', 'attach', 'open_personal_data'],
    drafting: ['request_correction', 'receive_correction', 'refuse_correction', 'record_withdrawal', 'extend', 'issue_fee_notice', 'assign', 'link', 'attach', 'open_personal_data'],
    awaiting_payment: ['record_lapse', 'record_withdrawal', 'receive_fee_notice', 'record_payment', 'link', 'attach', 'open_personal_data'],
    section_review: ['record_withdrawal', 'extend', 'assign', 'link', 'attach', 'open_personal_data'],
    awaiting_issue: ['record_withdrawal', 'extend', 'assign', 'link', 'attach', 'open_personal_data'],
    issued: ['deliver', 'link', 'attach', 'open_personal_data'],
    delivered: ['archive', 'link', 'attach', 'open_personal_data'],
    archived: ['attach', 'open_personal_data'],
    withdrawn: ['attach', 'open_personal_data'],
    joined: ['attach', 'open_personal_data'],
  },
  handler: {
    registered: ['link', 'attach', 'open_personal_data'],
    awaiting_correction: ['link', 'attach', 'open_personal_data'],
    accepted: ['link', 'attach', 'open_personal_data'],
    in_progress: ['decide', 'link', 'attach', 'open_personal_data'],
    drafting: ['decide', 'save_draft', 'submit_draft', 'link', 'attach', 'open_personal_data'],
    awaiting_payment: ['link', 'attach', 'open_personal_data'],
    section_review: ['link', 'attach', 'open_personal_data'],
    awaiting_issue: ['link', 'attach', 'open_personal_data'],
    issued: ['link', 'attach', 'open_personal_data'],
    delivered: ['link', 'attach', 'open_personal_data'],
    archived: ['attach', 'open_personal_data'],
    withdrawn: ['attach', 'open_personal_data'],
    joined: ['attach', 'open_personal_data'],
  },
  section_reviewer: { ...nothing(), section_review: ['approve_draft', 'return_draft'] },
  legal_reviewer: nothing(),
  secrecy_reviewer: nothing(),
  issuer: { ...nothing(), awaiting_issue: ['return_draft', 'issue'] },
  case_editor: nothing(),
  supervisor: nothing(),
  system_admin: nothing(),
  security_admin: nothing(),
  audit_admin: nothing(),
}

function nothing(): Record<Status, readonly Command[]> {
  return Object.fromEntries(Object.keys(STATUSES).map((status) => [status, []])) as never
}

const roles = Object.keys(ROLES) as Role[]
const statuses = Object.keys(STATUSES) as Status[]
const commands = Object.keys(COMMANDS) as Command[]

describe('the transitions table', () => {
  it.each(roles.flatMap((role) => statuses.map((status) => ({ role, status, expected: PERMITTED[role][status] }))))(
    'permits $role exactly $expected in $status',
    ({ role, status, expected }) => {
      expect(permittedCommands([role], status)).toEqual(expected)
    },
  )

  it('adds up the roles of one person and nothing more', () => {
    for (const status of statuses) {
      const both = permittedCommands(['disclosure_officer', 'issuer'], status)
      const apart = [...permittedCommands(['disclosure_officer'], status), ...permittedCommands(['issuer'], status)]
      expect(new Set(both)).toEqual(new Set(apart))
      expect(both).toEqual(commands.filter((command) => apart.includes(command)))
    }
  })

  it('gives nobody without a role anything', () => {
    for (const status of statuses) expect(permittedCommands([], status)).toEqual([])
  })

  it('tells apart whether the role or the stage stands against a command', () => {
    expect(permits('issue', ['issuer'], 'awaiting_issue')).toBe('yes')
    expect(permits('issue', ['issuer'], 'issued')).toBe('status')
    expect(permits('issue', ['handler', 'section_reviewer'], 'awaiting_issue')).toBe('role')
    expect(permits('return_draft', ['issuer'], 'section_review')).toBe('status')
    expect(permits('return_draft', ['section_reviewer'], 'awaiting_issue')).toBe('status')
    expect(permits('return_draft', ['issuer', 'section_reviewer'], 'section_review')).toBe('yes')
  })

  it('has somebody for every command, and names every row once', () => {
    for (const command of commands) expect(TRANSITIONS.some((row) => row.command === command && row.roles.length > 0 && row.statuses.length > 0)).toBe(true)
    const cells = TRANSITIONS.flatMap((row) => row.roles.flatMap((role) => row.statuses.map((status) => `${row.command}/${role}/${status}`)))
    expect(new Set(cells).size).toBe(cells.length)
  })

  it('leads from every stage but the last to another one', () => {
    const moves: Partial<Record<Status, Command>> = {
      registered: 'accept', accepted: 'assign', in_progress: 'decide', drafting: 'submit_draft', section_review: 'approve_draft', awaiting_issue: 'issue', issued: 'deliver', delivered: 'archive',
    }
    for (const status of statuses) {
      const move = moves[status]
      if (move === undefined) expect(['archived', 'joined', 'withdrawn', 'awaiting_correction', 'awaiting_payment']).toContain(status)
      else expect(permittedCommands(roles, status)).toContain(move)
    }
  })
})
