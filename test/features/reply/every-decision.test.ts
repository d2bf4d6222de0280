import { describe, expect, test } from 'vitest'
import { gateOf } from '#features/reply/gate.ts'
import { letterOf } from '#features/reply/letter-of.ts'
import { proposedParts } from '#features/reply/proposed-parts.ts'
import { replyProps, type Decided } from '#features/reply/reply-props.ts'
import { DECISION_KINDS, type DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { defaultCalendar } from '#law/working-days.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import { AUTHORITIES } from '#src/boot/demo/people.ts'
import { checkLetter, renderLetter } from '#templates/render.ts'
import { day, given, STAGES, tookDecision } from '#test/support/given-case.ts'

const letters: LetterRenderer = {
  render: (code, props) => renderLetter(code as 'reply', props as never),
  check: (code, props) => checkLetter(code as 'reply', props as never),
  close: async () => {},
}

/** Facts that satisfy each template of its own; the others ask for none. */
const FACTS: Partial<Record<DecisionCode, string>> = {
  not_held: '经检索档案系统，没有上述信息。',
  refused_internal_affairs: '上述信息属于内部工作流程方面的信息。',
}

function draftOf(decision: DecisionCode) {
  const kind = DECISION_KINDS.find(({ code }) => code === decision)!
  const state = given(...STAGES.in_progress, tookDecision(decision, '2026-11-05', {
    ...(kind.groundText === 'required' ? { groundText: '《某某条例》第三条' } : {}),
    ...(kind.needsRefusedPart ? { refusedPart: 'refused_third_party' } : {}),
  })) as Decided
  const parts = proposedParts({ decision, description: '申请公开清单。', reason: FACTS[decision] ?? '经审查，情况属实。', form: 'paper', way: 'post', you: '你', address: '示例路8号' })
  const decisionText = parts.decisionText.replaceAll(/【填写：[^】]*】/g, '某某')
  const props = replyProps({
    authority: AUTHORITIES[0]!, row: { applicantName: '申请人甲', applicantKind: 'natural_person', number: '2026-0001' }, state, parts: { ...parts, decisionText, attachments: decisionText.includes('见附件') ? '清单' : '' },
    today: day('2026-11-20'), calendar: defaultCalendar(), signed: null, electronic: false, ...letterOf(decision),
  })
  return { code: letterOf(decision).code, props }
}

describe('every decision of the annual report can be answered', () => {
  test.each(DECISION_KINDS.map(({ code }) => code))('%s: the filled-in proposal passes the gate of its letter', async (decision) => {
    const { code, props } = draftOf(decision)
    expect(await gateOf(letters, code, props)).toEqual({ blocks: [], complete: true })
  })

  test('an application that was withdrawn tells no remedy, every other decision does (行政复议法第二十条)', () => {
    const silent = DECISION_KINDS.filter(({ code }) => draftOf(code).props['remedyClause'] === null).map(({ code }) => code)
    expect(silent).toEqual(['withdrawn'])
  })

  test('the refusals of 14条、15条、16条 and the refused part of 37条 send to reconsideration first (行政复议法第二十三条第一款第四项)', () => {
    const first = DECISION_KINDS.filter(({ code }) => String(draftOf(code).props['remedyClause']).includes('先向')).map(({ code }) => code)
    expect(first).toEqual(DECISION_KINDS.filter(({ code }) => code.startsWith('refused_') || code === 'partly_granted').map(({ code }) => code))
  })
})
