import { describe, expect, it } from 'vitest'
import { decideAssign, type Assignee } from '#features/assignment/assign.decide.ts'
import { day, given, HANDLER, OFFICER, STAGES } from '#test/support/given-case.ts'

const on = day('2026-11-04')
const somebody: Assignee = { id: 'other-handler', name: '承办人乙', authorityId: 'shiju', unitId: 'jiaoguan', unitName: '交管支队', isHandler: true, active: true }

describe('分办', () => {
  it('hands an accepted case to a handler, with his unit', () => {
    expect(decideAssign(given(...STAGES.accepted), OFFICER, somebody, on)).toEqual({
      ok: true,
      events: [{ type: 'case_assigned', on, unitId: 'jiaoguan', unitName: '交管支队', handlerId: 'other-handler', handlerName: '承办人乙' }],
    })
  })

  it.each(['in_progress', 'drafting', 'section_review', 'awaiting_issue'] as const)('hands it on while it is %s (转办)', (stage) => {
    expect(decideAssign(given(...STAGES[stage]), OFFICER, somebody, on).ok).toBe(true)
  })

  it.each(['registered', 'issued', 'delivered', 'archived'] as const)('is refused while it is %s', (stage) => {
    expect(decideAssign(given(...STAGES[stage]), OFFICER, somebody, on)).toMatchObject({ refusal: { code: 'case/wrong-status' } })
  })

  it('does not tell a handler of another authority from nobody', () => {
    const missing = decideAssign(given(...STAGES.accepted), OFFICER, null, on)
    const foreign = decideAssign(given(...STAGES.accepted), OFFICER, { ...somebody, authorityId: 'binhe' }, on)
    expect(missing).toMatchObject({ ok: false, refusal: { code: 'assignment/unknown-handler' } })
    expect(foreign).toEqual(missing)
  })

  it('needs somebody who handles cases and is still there', () => {
    for (const change of [{ isHandler: false }, { active: false }]) {
      expect(decideAssign(given(...STAGES.accepted), OFFICER, { ...somebody, ...change }, on)).toMatchObject({ refusal: { code: 'assignment/cannot-handle', message: '承办人乙现在不能承办案件' } })
    }
  })

  it('is not done again for the same person', () => {
    expect(decideAssign(given(...STAGES.in_progress), OFFICER, { ...somebody, id: HANDLER.id }, on)).toMatchObject({ refusal: { code: 'assignment/same-handler' } })
  })

  it('is for the disclosure office', () => {
    expect(decideAssign(given(...STAGES.accepted), HANDLER, somebody, on)).toMatchObject({ refusal: { code: 'case/not-permitted' } })
  })
})
