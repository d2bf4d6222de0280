import { describe, expect, test } from 'vitest'
import { decideApproveDraft, decideReturnDraft, decideSaveDraft, decideSubmitDraft } from '#features/reply/draft.decide.ts'
import { decideIssue } from '#features/reply/issue.decide.ts'
import type { CaseEvent } from '#case/events.ts'
import { approved, assigned, day, draftSaved, given, HANDLER, ISSUER, OTHER_HANDLER, person, returned, REVIEWER, STAGES, submitted, tookDecision } from '#test/support/given-case.ts'

const ON = day('2026-11-20')
const saved = { revision: 2, letterCode: 'granted', digest: 'd2' }
const events = (outcome: { ok: true; events: readonly CaseEvent[] } | { ok: false; refusal: { code: string } }) => (outcome.ok ? outcome.events : outcome.refusal.code)

describe('存稿', () => {
  test('given a decided case, when its handler saves, then there is a new revision', () => {
    expect(events(decideSaveDraft(given(...STAGES.drafting), HANDLER, saved, ON))).toEqual([{ type: 'draft_saved', on: ON, ...saved }])
  })

  test('given no decision yet, nothing can be saved', () => {
    expect(events(decideSaveDraft(given(...STAGES.in_progress), HANDLER, saved, ON))).toBe('case/wrong-status')
  })

  test('given a draft under review, nothing can be changed under the reviewer’s eyes', () => {
    expect(events(decideSaveDraft(given(...STAGES.section_review), HANDLER, saved, ON))).toBe('case/wrong-status')
  })

  test('nobody but the handler of the case saves', () => {
    expect(events(decideSaveDraft(given(...STAGES.drafting), OTHER_HANDLER, saved, ON))).toBe('assignment/not-handler')
    expect(events(decideSaveDraft(given(...STAGES.drafting), REVIEWER, saved, ON))).toBe('case/not-permitted')
  })
})

describe('送科室审核', () => {
  test('names the revision that the reviewer will see', () => {
    const state = given(...STAGES.drafting, draftSaved(HANDLER, 2))
    expect(events(decideSubmitDraft(state, HANDLER, ON))).toEqual([{ type: 'draft_submitted', on: ON, revision: 2 }])
  })

  test('a draft must have been saved, also after another decision was taken', () => {
    expect(events(decideSubmitDraft(given(...STAGES.in_progress, tookDecision()), HANDLER, ON))).toBe('reply/no-draft')
    expect(events(decideSubmitDraft(given(...STAGES.drafting, tookDecision('not_held')), HANDLER, ON))).toBe('reply/no-draft')
  })

  test('who takes a case over must save the draft as his own before he sends it: else he could review it', () => {
    const taken = [...STAGES.drafting, assigned(OTHER_HANDLER)]
    expect(events(decideSubmitDraft(given(...taken), OTHER_HANDLER, ON))).toBe('reply/not-drafter')
    expect(decideSubmitDraft(given(...taken, draftSaved(OTHER_HANDLER, 2)), OTHER_HANDLER, ON).ok).toBe(true)
  })
})

describe('a decision that was changed', () => {
  const changed = [...STAGES.drafting, tookDecision('granted', '2026-11-06', { reason: '经再次检索，予以公开。' })]

  test('keeps the draft, but does not let it go on before it has been looked at and saved again', () => {
    expect(decideSubmitDraft(given(...changed), HANDLER, ON)).toMatchObject({ ok: false, refusal: { code: 'reply/outdated-draft', message: '处理决定改过，正文还是照原来的写的，请核对后再存一次' } })
    expect(events(decideSubmitDraft(given(...changed, draftSaved(HANDLER, 2)), HANDLER, ON))).toEqual([{ type: 'draft_submitted', on: ON, revision: 2 }])
  })

  test('the same decision taken once more changes nothing', () => {
    expect(decideSubmitDraft(given(...STAGES.drafting, tookDecision()), HANDLER, ON).ok).toBe(true)
  })
})

describe('审核', () => {
  const state = given(...STAGES.section_review)

  test('the reviewer of the unit approves the revision that was sent, or returns it with his reason', () => {
    expect(events(decideApproveDraft(state, REVIEWER, null, ON))).toEqual([{ type: 'draft_approved', on: ON, revision: 1, comment: null }])
    expect(events(decideReturnDraft(state, REVIEWER, '请补写检索经过', ON))).toEqual([{ type: 'draft_returned', on: ON, revision: 1, reason: '请补写检索经过' }])
  })

  test('nobody reviews his own draft whatever his roles, also after a second person has re-drafted it', () => {
    const everything = person(HANDLER.id, ['handler', 'section_reviewer', 'issuer', 'disclosure_officer'])
    expect(events(decideApproveDraft(state, everything, null, ON))).toBe('review/own-draft')
    const again = given(...STAGES.drafting, assigned(OTHER_HANDLER), draftSaved(OTHER_HANDLER, 2), submitted(2))
    expect(events(decideApproveDraft(again, everything, null, ON))).toBe('review/own-draft')
    expect(events(decideApproveDraft(again, person(OTHER_HANDLER.id, ['handler', 'section_reviewer']), null, ON))).toBe('review/own-draft')
    expect(decideApproveDraft(again, REVIEWER, null, ON).ok).toBe(true)
  })

  test('nor who took the decision, whose reason is in the letter, though another drafted it', () => {
    const state = given(...STAGES.in_progress, tookDecision('granted', '2026-11-05', {}, OTHER_HANDLER), draftSaved(HANDLER), submitted())
    expect(events(decideApproveDraft(state, person(OTHER_HANDLER.id, ['section_reviewer']), null, ON))).toBe('review/own-draft')
    const approvedOne = given(...STAGES.in_progress, tookDecision('granted', '2026-11-05', {}, OTHER_HANDLER), draftSaved(HANDLER), submitted(), approved())
    expect(decideIssue(approvedOne, person(OTHER_HANDLER.id, ['issuer']))).toMatchObject({ ok: false, refusal: { code: 'review/own-draft' } })
  })

  test('before it is sent there is nothing to approve', () => {
    expect(events(decideApproveDraft(given(...STAGES.drafting), REVIEWER, null, ON))).toBe('case/wrong-status')
  })
})

describe('签发', () => {
  const state = given(...STAGES.awaiting_issue)

  test('by an issuer, of the revision in force', () => {
    expect(decideIssue(state, ISSUER)).toEqual({ ok: true, revision: 1 })
  })

  test('never by who drafted it, whatever his roles, also after a second person has re-drafted it', () => {
    const drafter = person(HANDLER.id, ['handler', 'issuer'])
    expect(decideIssue(state, drafter)).toMatchObject({ ok: false, refusal: { code: 'review/own-draft' } })
    const again = given(...STAGES.drafting, assigned(OTHER_HANDLER), draftSaved(OTHER_HANDLER, 2), submitted(2), approved(REVIEWER, 2))
    expect(decideIssue(again, drafter)).toMatchObject({ ok: false, refusal: { code: 'review/own-draft' } })
  })

  test('never by who approved it; a return takes the approval back', () => {
    const both = person(REVIEWER.id, ['section_reviewer', 'issuer'])
    expect(decideIssue(state, both)).toMatchObject({ ok: false, refusal: { code: 'review/same-person' } })
    const elsewhere = given(...STAGES.awaiting_issue, returned(ISSUER), draftSaved(HANDLER, 2), submitted(2), approved(person('second', ['section_reviewer']), 2))
    expect(decideIssue(elsewhere, both)).toEqual({ ok: true, revision: 2 })
  })

  test('not before the review, not twice', () => {
    expect(decideIssue(given(...STAGES.section_review), ISSUER)).toMatchObject({ ok: false, refusal: { code: 'case/wrong-status' } })
    expect(decideIssue(given(...STAGES.issued), ISSUER)).toMatchObject({ ok: false, refusal: { code: 'case/wrong-status' } })
  })
})
