import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayDo } from '#case/permission.ts'
import { ROLES, type Role } from '#case/roles.ts'
import { STATUSES, type Status } from '#case/status.ts'
import { COMMANDS, permits, type Command } from '#case/transitions.ts'
import {
  approved, assigned, draftSaved, given, HANDLER, ISSUER, OFFICER, OTHER_HANDLER, person, returned, REVIEWER, STAGES, submitted,
} from '#test/support/given-case.ts'

const refusal = (outcome: ReturnType<typeof mayDo>) => (outcome.ok ? null : outcome.refusal)

describe('who may give a command to a case', () => {
  it('says that the role is not enough, and names the command', () => {
    expect(refusal(mayDo('issue', HANDLER, given(...STAGES.awaiting_issue)))).toEqual({ code: 'case/not-permitted', message: '您的角色不能签发' })
  })

  it('says at which stage the case stands when it is not the time', () => {
    expect(refusal(mayDo('accept', OFFICER, given(...STAGES.accepted)))).toEqual({ code: 'case/wrong-status', message: '案件在“待分办”环节，不能受理' })
  })

  it.each(['decide', 'save_draft', 'submit_draft'] as const)('lets nobody but the handler of this case %s', (command) => {
    const state = given(...STAGES.drafting)
    expect(mayDo(command, HANDLER, state).ok).toBe(true)
    expect(refusal(mayDo(command, OTHER_HANDLER, state))?.code).toBe('assignment/not-handler')
    expect(mayDo(command, OTHER_HANDLER, given(...STAGES.drafting, assigned(OTHER_HANDLER))).ok).toBe(true)
    expect(refusal(mayDo(command, HANDLER, given(...STAGES.drafting, assigned(OTHER_HANDLER))))?.code).toBe('assignment/not-handler')
  })

  it('lets nobody review what he drafted, whatever his roles', () => {
    const both = person(HANDLER.id, ['handler', 'section_reviewer'])
    expect(refusal(mayDo('approve_draft', both, given(...STAGES.section_review)))?.code).toBe('review/own-draft')
    const state = given(...STAGES.drafting, submitted(), returned(), assigned(OTHER_HANDLER), draftSaved(OTHER_HANDLER, 2), submitted(2))
    expect(refusal(mayDo('approve_draft', both, state))?.code).toBe('review/own-draft')
  })

  it('lets nobody issue what he drafted or reviewed, whatever his roles', () => {
    const state = given(...STAGES.awaiting_issue)
    expect(mayDo('issue', ISSUER, state).ok).toBe(true)
    expect(refusal(mayDo('issue', person(HANDLER.id, ['handler', 'issuer']), state))?.code).toBe('review/own-draft')
    expect(refusal(mayDo('issue', person(REVIEWER.id, ['section_reviewer', 'issuer']), state))?.code).toBe('review/same-person')
    const reviewedByOther = given(...STAGES.awaiting_issue, returned(), submitted(2), approved(person('second', ['section_reviewer'])))
    expect(mayDo('issue', person(REVIEWER.id, ['section_reviewer', 'issuer']), reviewedByOther).ok).toBe(true)
  })

  it('has the draft reviewed in the unit that handles the case', () => {
    const state = given(...STAGES.section_review)
    expect(mayDo('approve_draft', REVIEWER, state).ok).toBe(true)
    expect(refusal(mayDo('approve_draft', person('elsewhere', ['section_reviewer'], 'jiaoguan'), state))?.code).toBe('review/other-unit')
  })

  it('never permits what the table does not, and one person never both drafts and signs off (any roles, any stage)', () => {
    const roles = fc.subarray(Object.keys(ROLES) as Role[])
    const command = fc.constantFrom(...(Object.keys(COMMANDS) as Command[]))
    const stage = fc.constantFrom(...(Object.keys(STATUSES) as Status[]))
    const id = fc.constantFrom(HANDLER.id, OTHER_HANDLER.id, REVIEWER.id, ISSUER.id, 'somebody')
    fc.assert(
      fc.property(roles, command, stage, id, (held, wanted, status, who) => {
        const state = given(...STAGES[status])
        const may = mayDo(wanted, person(who, held), state)
        if (permits(wanted, held, status) !== 'yes') expect(may.ok).toBe(false)
        if (may.ok && (wanted === 'approve_draft' || wanted === 'issue')) expect(state.drafterIds).not.toContain(who)
        if (may.ok && wanted === 'issue') expect(state.approvedBy).not.toBe(who)
      }),
      { numRuns: 400 },
    )
  })
})
