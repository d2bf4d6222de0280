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

const THIRD_PARTY = '本机关书面征求了第三方的意见，第三方不同意公开。经衡量，不公开不会对公共利益造成重大影响。'

/** Facts that say what each decision asks for (law.md §1.1). */
const FACTS: Partial<Record<DecisionCode, string>> = {
  not_held: '经检索档案系统，没有上述信息。',
  refused_internal_affairs: '上述信息属于内部工作流程方面的信息。',
  partly_granted: THIRD_PARTY,
  refused_third_party: THIRD_PARTY,
  refused_state_secret: '上述信息已定为国家秘密。',
  refused_public_safety: '上述信息公开后可能危及公共安全。',
  refused_process: '上述信息属于行政机关在履行职责过程中形成的讨论记录。',
  not_responsible: '按照职责分工，上述信息由示例区自然资源局制作、保存。',
  refused_enforcement_file: '上述信息属于行政执法案卷信息。',
}

/** What a drafter writes into the open places. */
const FILLED: Readonly<Record<string, string>> = {
  网址或者查阅地点: 'https://www.example.gov.cn/',
  '《法律、行政法规》和条款': '《不动产登记暂行条例》第二十七条',
  '前次答复的文号和日期': '示例公信公开〔2026〕3号',
  '负责公开的机关名称、联系方式': '示例区自然资源局（联系电话：0000-6628 9999）',
  获取途径: '示例市新华书店购买的途径',
}

function draftOf(decision: DecisionCode) {
  const kind = DECISION_KINDS.find(({ code }) => code === decision)!
  const state = given(...STAGES.in_progress, tookDecision(decision, '2026-11-05', {
    ...(kind.groundText === 'required' ? { groundText: '《某某条例》第三条' } : {}),
    ...(kind.needsRefusedPart ? { refusedPart: 'refused_third_party' } : {}),
  })) as Decided
  const parts = proposedParts({ decision, description: '申请公开清单。', reason: FACTS[decision] ?? '经审查，情况属实。', form: 'paper', way: 'post', you: '你', address: '示例路8号' })
  const decisionText = parts.decisionText.replaceAll(/【填写：([^】]*)】/g, (_, what: string) => FILLED[what] ?? '某某')
  const props = replyProps({
    authority: AUTHORITIES[0]!, row: { applicantName: '申请人甲', applicantKind: 'natural_person', number: '2026-0001' }, state, parts: { ...parts, decisionText, attachments: decisionText.includes('见附件') ? '清单' : '' },
    today: day('2026-11-20'), calendar: defaultCalendar(), signed: null, ...letterOf(decision),
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
