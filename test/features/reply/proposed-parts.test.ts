import { describe, expect, test } from 'vitest'
import { letterOf } from '#features/reply/letter-of.ts'
import { stillToFill } from '#features/reply/placeholders.ts'
import { proposedParts, type ProposalSource } from '#features/reply/proposed-parts.ts'
import { DECISION_KINDS } from '#law/disclosure-regulation/decision-kind.ts'
import { isLetterCode } from '#templates/index.ts'

const codes = DECISION_KINDS.map(({ code }) => code)
const source = (more: Partial<ProposalSource> = {}): ProposalSource => ({
  decision: 'granted', description: '申请公开合同。', reason: '经检索，本机关保存该合同。', form: 'paper', way: 'post', you: '你', address: '示例路8号', ...more,
})

describe('a first draft', () => {
  test('takes the request from the applicant and the facts from the decision, word for word', () => {
    expect(proposedParts(source())).toMatchObject({ requestText: '申请公开合同。', facts: '经检索，本机关保存该合同。' })
  })

  test.each(codes)('%s: has a sentence for the decision and a letter with a title', (decision) => {
    expect(proposedParts(source({ decision })).decisionText).not.toBe('')
    const { code, title } = letterOf(decision)
    expect(isLetterCode(code)).toBe(true)
    expect(title).toMatch(/告知书$/)
  })

  test.each([
    ['already_public', '36条第一项：方式、途径'],
    ['partly_granted', '37条：哪一部分不公开'],
    ['not_responsible', '36条第五项：负责公开的机关'],
    ['repeated', '36条第六项：前次答复'],
    ['special_inquiry', '36条第七项：依照什么规定'],
    ['petition_like', '39条第一款：渠道'],
    ['public_publication', '39条第二款：获取途径'],
    ['other', '决定'],
  ] as const)('%s: what only the drafter knows is asked for (%s)', (decision, _article) => {
    expect(stillToFill(proposedParts(source({ decision })).decisionText)).not.toEqual([])
  })

  test('the form and way that the applicant chose are in the sentence that grants it (条例第四十条)', () => {
    expect(proposedParts(source({ form: 'electronic', way: 'email' })).decisionText).toBe('向你公开上述政府信息，以电子文件形式通过电子邮件提供（见附件）。')
    expect(proposedParts(source({ form: 'inspection' })).decisionText).toContain('地点为示例路8号')
  })

  test('organizations are spoken to as 你单位', () => {
    expect(proposedParts(source({ decision: 'not_held', you: '你单位' })).decisionText).toBe('你单位申请公开的政府信息不存在。')
  })
})

describe('the title of a letter (law.md §7)', () => {
  test.each([
    ['granted', '政府信息公开告知书'],
    ['partly_granted', '政府信息部分公开告知书'],
    ['refused_third_party', '政府信息不予公开告知书'],
    ['not_held', '政府信息不存在告知书'],
    ['not_responsible', '非本机关政府信息告知书'],
    ['repeated', '重复申请告知书'],
  ] as const)('%s is called %s', (decision, title) => {
    expect(letterOf(decision).title).toBe(title)
  })
})
