import { describe, expect, it } from 'vitest'
import { decideDecision } from '#features/review/decide.decide.ts'
import type { TakeDecision } from '#features/review/decide.schema.ts'
import { art } from '#law/citation.ts'
import { DECISION_KINDS, decisionKinds, refusedPartKinds } from '#law/disclosure-regulation/decision-kind.ts'
import { accepted, assigned, day, given, HANDLER, OFFICER, OTHER_HANDLER, received, STAGES } from '#test/support/given-case.ts'

const on = day('2026-11-05')
const inProgress = given(...STAGES.in_progress)
const asked = (decision: string, more: Partial<TakeDecision> = {}): TakeDecision => ({ decision, reason: '经检索，情况如下。', refusedPart: undefined, groundText: undefined, ...more })
const refusalOf = (outcome: ReturnType<typeof decideDecision>) => (outcome.ok ? null : outcome.refusal)

/** Rest on a step that this version cannot record yet. */
const NEED_A_STEP = ['still_unclear', 'excessive', 'lapsed_correction', 'lapsed_fee', 'withdrawn']

describe('处理决定 (条例第三十六条至第三十九条)', () => {
  it.each(DECISION_KINDS.filter(({ code }) => !NEED_A_STEP.includes(code)).map((kind) => [kind.code, kind] as const))('%s can be taken with what it asks for', (code, kind) => {
    const needs = { ...(kind.groundText === 'required' ? { groundText: '《中华人民共和国统计法》第九条' } : {}), ...(kind.needsRefusedPart ? { refusedPart: 'refused_process' } : {}) }
    expect(decideDecision(inProgress, HANDLER, asked(code, needs), on)).toEqual({
      ok: true,
      events: [{ type: 'decision_taken', on, decision: code, reason: '经检索，情况如下。', groundText: needs.groundText ?? null, refusedPart: needs.refusedPart ?? null }],
    })
  })

  it.each(['', 'GRANTED', 'granted ', 'toString', '予以公开'])('%o is no decision', (code) => {
    expect(refusalOf(decideDecision(inProgress, HANDLER, asked(code), on))?.code).toBe('review/unknown-decision')
  })

  it.each([
    ['still_unclear', 'review/no-correction', art('711', 30)],
    ['lapsed_correction', 'review/no-correction', art('711', 30)],
    ['excessive', 'review/no-reasons-request', art('711', 35)],
    ['lapsed_fee', 'review/no-fee-notice', art('109', 6)],
  ])('%s is refused while the step that it rests on is not in the file', (code, refusal, cite) => {
    expect(refusalOf(decideDecision(inProgress, HANDLER, asked(code), on))).toMatchObject({ code: refusal, cite })
  })

  it('withdrawn is refused while no withdrawal has been recorded', () => {
    expect(refusalOf(decideDecision(inProgress, HANDLER, asked('withdrawn'), on))).toEqual({ code: 'review/no-withdrawal', message: '本案没有登记过申请人撤回申请，不能按撤回处理' })
  })

  it('knows only the kinds of the law of the receipt date (law.md §12.2)', () => {
    const of2018 = given(received('2018-11-02'), accepted('2018-11-05'), assigned(HANDLER, '2018-11-06'))
    expect(refusalOf(decideDecision(of2018, HANDLER, asked('refused_process'), on))).toMatchObject({ code: 'law/not-in-force' })
    expect(refusalOf(decideDecision(of2018, HANDLER, asked('lapsed_fee'), on))?.code).toBe('law/not-in-force')
    expect(decideDecision(of2018, HANDLER, asked('granted'), on).ok).toBe(true)
    expect(decisionKinds(of2018.lawAsOf).length).toBeLessThan(decisionKinds(inProgress.lawAsOf).length)
  })

  it('wants the law and article typed where the kind names none', () => {
    for (const code of ['refused_prohibited_by_law', 'other']) {
      expect(refusalOf(decideDecision(inProgress, HANDLER, asked(code), on))?.code).toBe('review/missing-ground')
    }
  })

  it('wants the withheld part of a partly granted one under 14, 15 or 16 (条例第三十七条)', () => {
    expect(refusalOf(decideDecision(inProgress, HANDLER, asked('partly_granted'), on))).toEqual({ code: 'review/missing-refused-part', message: '部分公开要选不公开部分的依据', cite: art('711', 37) })
    for (const part of ['not_held', 'granted', 'special_inquiry', 'nonsense']) {
      expect(refusalOf(decideDecision(inProgress, HANDLER, asked('partly_granted', { refusedPart: part }), on))?.code).toBe('review/unknown-refused-part')
    }
    for (const { code, groundText } of refusedPartKinds(inProgress.lawAsOf)) {
      const outcome = decideDecision(inProgress, HANDLER, asked('partly_granted', { refusedPart: code }), on)
      if (groundText === 'required') expect(refusalOf(outcome)?.code).toBe('review/missing-ground')
      else expect(outcome.ok).toBe(true)
    }
  })

  it('does not record a ground or a part that the kind does not ask for', () => {
    expect(decideDecision(inProgress, HANDLER, asked('granted', { groundText: '《某法》第一条', refusedPart: 'refused_process' }), on)).toMatchObject({ events: [{ groundText: null, refusedPart: null }] })
  })

  it('is taken by the handler of the case, and can be taken anew while the reply is drafted', () => {
    expect(refusalOf(decideDecision(inProgress, OTHER_HANDLER, asked('granted'), on))?.code).toBe('assignment/not-handler')
    expect(refusalOf(decideDecision(inProgress, OFFICER, asked('granted'), on))?.code).toBe('case/not-permitted')
    expect(decideDecision(given(...STAGES.drafting), HANDLER, asked('not_held'), on).ok).toBe(true)
    expect(refusalOf(decideDecision(given(...STAGES.section_review), HANDLER, asked('not_held'), on))?.code).toBe('case/wrong-status')
  })
})
