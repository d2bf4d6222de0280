import { describe, expect, it } from 'vitest'
import { evolve, foldCase } from '#case/evolve.ts'
import { isOpen, STATUSES, type Status } from '#case/status.ts'
import {
  accepted, approved, archived, assigned, day, delivered, draftSaved, given, HANDLER, issued, opened, OTHER_HANDLER, received, receipted, recorded, returned, REVIEWER, STAGES, stored, submitted, tookDecision,
} from '#test/support/given-case.ts'

describe('the fold of a case', () => {
  it.each(Object.entries(STAGES))('stands at %s after the events that lead there', (status, steps) => {
    expect(given(...steps).status).toBe(status)
  })

  it('starts from receipt: the receipt date is the date of the law (law.md §12.2)', () => {
    expect(given(received('2019-05-14'))).toMatchObject({ status: 'registered', receivedOn: '2019-05-14', lawAsOf: '2019-05-14', number: '2026-0001', handlerId: null, decision: null, reply: null, drafterIds: [] })
  })

  it('cannot start with anything else, nor with nothing', () => {
    expect(() => foldCase([])).toThrow('without events')
    expect(() => foldCase(recorded([accepted()]))).toThrow('application_accepted before application_received')
  })

  it('leaves stage and facts as they are for what is only noted', () => {
    const before = given(...STAGES.in_progress)
    const noted = [receipted(), opened(), stored('another-letter')]
    for (const { event } of noted) expect({ ...evolve(before, event, 'x'), lastOn: before.lastOn }).toEqual(before)
  })

  it('keeps the latest date, also when an earlier fact is noted later', () => {
    expect(given(...STAGES.in_progress).lastOn).toBe('2026-11-04')
    expect(given(...STAGES.in_progress, opened(undefined, '2026-11-03')).lastOn).toBe('2026-11-04')
  })

  it('hands a case on without going back a stage', () => {
    expect(given(...STAGES.in_progress, assigned(OTHER_HANDLER))).toMatchObject({ status: 'in_progress', handlerId: OTHER_HANDLER.id })
    expect(given(...STAGES.drafting, assigned(OTHER_HANDLER))).toMatchObject({ status: 'drafting', handlerId: OTHER_HANDLER.id, draft: { revision: 1 } })
  })

  it('keeps the draft while the decision stays, and drops it with another decision', () => {
    expect(given(...STAGES.drafting, tookDecision('granted')).draft).toEqual({ revision: 1, letterCode: 'granted', outdated: false })
    expect(given(...STAGES.drafting, tookDecision('not_held'))).toMatchObject({ status: 'drafting', draft: null, decision: { code: 'not_held' } })
  })

  it.each([{ reason: '经再次检索，予以公开。' }, { groundText: '《某某条例》第三条' }, { refusedPart: 'refused_process' }])('the draft kept under a decision that now says %j is outdated until it is saved again', (more) => {
    const state = given(...STAGES.drafting, tookDecision('granted', '2026-11-05', more))
    expect(state.draft).toEqual({ revision: 1, letterCode: 'granted', outdated: true })
    expect(given(...STAGES.drafting, tookDecision('granted', '2026-11-05', more), tookDecision('granted', '2026-11-05', more)).draft?.outdated).toBe(true)
    expect(given(...STAGES.drafting, tookDecision('granted', '2026-11-05', more), draftSaved(HANDLER, 2)).draft).toEqual({ revision: 2, letterCode: 'granted', outdated: false })
  })

  it('counts who took the decision among the drafters: its reason goes into the letter', () => {
    expect(given(...STAGES.in_progress, tookDecision()).drafterIds).toEqual([HANDLER.id])
    expect(given(...STAGES.in_progress, tookDecision(), assigned(OTHER_HANDLER), draftSaved(OTHER_HANDLER)).drafterIds).toEqual([HANDLER.id, OTHER_HANDLER.id])
  })

  it.each(['section_review', 'awaiting_issue'] as const)('handed on in %s it goes back to drafting with its draft and without an approval', (stage) => {
    expect(given(...STAGES[stage], assigned(OTHER_HANDLER))).toMatchObject({ status: 'drafting', handlerId: OTHER_HANDLER.id, draft: { revision: 1, outdated: false }, approvedBy: null })
  })

  it('remembers everybody who ever saved a draft, through returns and new decisions', () => {
    const state = given(...STAGES.drafting, submitted(), returned(), assigned(OTHER_HANDLER), draftSaved(OTHER_HANDLER, 2), draftSaved(OTHER_HANDLER, 3), tookDecision('not_held'))
    expect(state.drafterIds).toEqual([HANDLER.id, OTHER_HANDLER.id])
  })

  it('forgets an approval when the draft goes back or is submitted again', () => {
    expect(given(...STAGES.awaiting_issue).approvedBy).toBe(REVIEWER.id)
    expect(given(...STAGES.awaiting_issue, returned())).toMatchObject({ status: 'drafting', approvedBy: null })
    expect(given(...STAGES.awaiting_issue, returned(), submitted(2))).toMatchObject({ status: 'section_review', approvedBy: null })
  })

  it('knows whether the letter of the reply, and no other, is in the file', () => {
    const steps = [...STAGES.awaiting_issue, issued()]
    expect(given(...steps).reply?.stored).toBe(false)
    expect(given(...steps, stored('receipt-1')).reply?.stored).toBe(false)
    expect(given(...steps, stored()).reply).toMatchObject({ stored: true, documentNumber: '示例公信公开〔2026〕1号', issuedOn: '2026-11-11' })
  })

  it('records how and when the reply was served', () => {
    expect(given(...STAGES.issued, delivered('2026-11-12')).delivery).toEqual({ on: day('2026-11-12'), service: 'post', evidence: 'EMS 1100000000' })
    expect(given(...STAGES.delivered, archived()).status).toBe('archived')
  })

  it('records the decision with its ground and its withheld part', () => {
    expect(given(...STAGES.in_progress, tookDecision('partly_granted', '2026-11-05', { refusedPart: 'refused_third_party' })).decision).toEqual({
      code: 'partly_granted', reason: '经检索，予以公开。', groundText: null, refusedPart: 'refused_third_party',
    })
  })

  it('gives the same state for the same events however often it is replayed', () => {
    const events = recorded([...STAGES.drafting, submitted(), approved(), issued(), stored(), delivered(), archived()])
    expect(foldCase(events)).toEqual(foldCase(structuredClone(events)))
  })
})

it('a case is open until its reply has been delivered (law.md §12.3.8)', () => {
  const open = (Object.keys(STATUSES) as Status[]).filter(isOpen)
  expect(open).toEqual(['registered', 'awaiting_correction', 'accepted', 'in_progress', 'drafting', 'awaiting_payment', 'section_review', 'awaiting_issue', 'issued'])
})
