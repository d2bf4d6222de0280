import { describe, expect, it } from 'vitest'
import { checkLetter, LetterPropsError, renderLetter } from '#templates/render.ts'
import { grantedProps } from './samples.ts'

const { provision: _, attachments: __, ...common } = grantedProps
const props = { ...common, title: '非本机关政府信息告知书', decisionText: '你单位申请公开的政府信息不属于本机关负责公开。' }

describe('the general reply', () => {
  it('is set under the title that the decision gives it', async () => {
    const { pages, bytes } = await renderLetter('reply', props)
    expect(pages).toBeGreaterThan(0)
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-')
  })

  it('without a title there is no letter', async () => {
    const { title: _none, ...untitled } = props
    await expect(renderLetter('reply', untitled as never)).rejects.toThrow(LetterPropsError)
  })

  it('asks for what every reply must say (36条、51条)', async () => {
    const { missingParts } = await checkLetter('reply', { ...props, requestText: '', facts: ' ', groundSentence: '', decisionText: '', remedyClause: '' })
    expect(missingParts.map(({ field }) => field)).toEqual(['requestText', 'facts', 'groundSentence', 'decisionText', 'remedyClause'])
  })

  it.each([
    ['refused_third_party', '该信息涉及第三方的商业秘密。', ['32条', '32条', '32条、15条']],
    ['refused_third_party', '经书面征求意见，第三方不同意公开，不公开不会对公共利益造成重大影响。', []],
    ['refused_third_party', '经书面征求意见，第三方逾期未提出意见，经衡量公共利益，不予公开。', []],
    ['refused_public_safety', '该信息公开后有危险。', ['14条']],
    ['refused_public_safety', '该信息公开后可能危及社会稳定。', []],
    ['refused_state_secret', '该信息是保密的。', ['14条']],
    ['refused_process', '该信息是过程性信息。', ['16条第二款']],
    ['refused_process', '该信息属于请示报告。', []],
    ['refused_enforcement_file', '该信息在案卷里。', ['16条第二款']],
    ['not_responsible', '情况属实。', ['36条第五项']],
    ['not_responsible', '按照职责分工，该信息由示例区自然资源局负责。', ['36条第五项']],
    ['not_responsible', '按照职责分工，该信息由示例区自然资源局负责，电话0000-6628 9999。', []],
    ['repeated', '前次已经答复过。', ['36条第六项']],
    ['repeated', '前次已以示例公信公开〔2026〕3号答复。', []],
    ['special_inquiry', '有特别规定。', ['36条第七项', '36条第七项']],
    ['special_inquiry', '请依照《不动产登记暂行条例》向示例市不动产登记中心查询。', []],
    ['public_publication', '该内容是书籍。', ['39条第二款']],
    ['already_public', '该信息已经公开。', ['36条第一项']],
    ['already_public', '该信息已在本局网站公开，网址 https://www.example.gov.cn/。', []],
    ['other', '情况属实。', []],
  ])('%s with “%s” misses %j (law.md §1.1)', async (decision, facts, articles) => {
    const { missingParts } = await checkLetter('reply', { ...props, decision, facts, decisionText: '作如上处理。' })
    expect(missingParts.map(({ article }) => article)).toEqual(articles)
  })

  it('asks for the reason of the withheld part as for that refusal alone (37条)', async () => {
    const asked = async (refusedPart: string, facts: string) =>
      (await checkLetter('reply', { ...props, decision: 'partly_granted', refusedPart, facts, decisionText: '部分公开。' })).missingParts.map(({ article }) => article)
    expect(await asked('refused_third_party', '涉及商业秘密。')).toEqual(['32条', '32条', '32条、15条'])
    expect(await asked('refused_internal_affairs', '是内部信息。')).toEqual(['16条第一款'])
    expect(await asked('refused_internal_affairs', '属于后勤管理信息。')).toEqual([])
  })

  it('an application that was withdrawn leaves no remedy to tell', async () => {
    const { missingParts } = await checkLetter('reply', { ...props, remedyClause: null })
    expect(missingParts).toEqual([])
  })
})
