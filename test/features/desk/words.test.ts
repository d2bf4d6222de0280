import { describe, expect, it } from 'vitest'
import { doneSentence, eventSentence, momentText, nextStep, tableDate, timeText } from '#features/desk/index.ts'
import { COMMANDS } from '#case/transitions.ts'
import { approved, day, given, issued, opened, recorded, returned, STAGES } from '#test/support/given-case.ts'

describe('the words of the desk', () => {
  it('has a plain Chinese sentence for every event of a whole case', () => {
    const said = recorded([...STAGES.archived, opened(), returned()]).map(({ event }) => eventSentence(event))
    expect(said).toEqual([
      '收到申请（网上）',
      '出具登记回执，写明最晚11月30日（周一）答复',
      '受理',
      '分办给handler（zhian支队）',
      '定处理决定：予以公开',
      '存稿，第1稿',
      '第1稿送科室审核',
      '审核同意第1稿',
      '签发示例公信公开〔2026〕1号',
      '文书PDF存进案卷，2页',
      '邮寄，EMS 1100000000',
      '归档',
      '查看申请人的全部信息，事由：电话联系申请人',
      '退回第1稿修改：请补写检索经过',
    ])
    const { event } = approved()
    if (event.type === 'draft_approved') expect(eventSentence({ ...event, comment: '同意' })).toBe('审核同意第1稿：同意')
  })

  it('a receipt near the end of the year says the year of its last day', () => {
    expect(eventSentence({ type: 'receipt_issued', on: day('2026-12-20'), letterId: 'a', propsDigest: 'd', dueOn: day('2027-01-19') })).toBe('出具登记回执，写明最晚2027年1月19日（周二）答复')
  })

  it('says who must do what next at every stage', () => {
    const next = Object.fromEntries(Object.entries(STAGES).map(([stage, steps]) => [stage, nextStep(given(...steps))]))
    expect(next).toEqual({
      registered: '公开办受理',
      accepted: '公开办分办',
      in_progress: 'handler定处理决定',
      drafting: 'handler改好送审',
      section_review: 'zhian支队负责人审核',
      awaiting_issue: '签发人签发',
      issued: '送达后登记',
      delivered: '公开办归档',
      archived: '已经办完',
      awaiting_correction: '等申请人补正',
      awaiting_payment: '等申请人缴费',
      withdrawn: '已经办完',
      joined: '已经办完',
    })
    expect(nextStep(given(...STAGES.awaiting_issue, issued()))).toBe('等答复书PDF生成')
    const late = [...STAGES.awaiting_correction, { event: { type: 'late_correction_offered', on: day('2026-11-23'), supplementId: 's', digest: 'd' }, by: 'applicant' }] as const
    expect(nextStep(given(...late))).toBe('公开办看逾期的理由是不是正当')
    expect(nextStep(given(...late, { event: { type: 'late_correction_refused', on: day('2026-11-24'), supplementId: 's', reason: '不是正当理由' }, by: 'applicant' }))).toBe('公开办登记逾期')
  })

  it('says what was done for every command, and nothing for what is none', () => {
    const state = given(...STAGES.archived)
    for (const command of Object.keys(COMMANDS)) expect(doneSentence(command, state)).toMatch(/^已|^处理决定|^第\d稿/)
    for (const nonsense of ['', 'toString', '<b>']) expect(doneSentence(nonsense, state)).toBeNull()
    expect(doneSentence('assign', given(...STAGES.in_progress))).toBe('已分办给handler（zhian支队）。下一步：handler定处理决定')
  })

  it('reads moments in Shanghai', () => {
    expect(timeText('2026-11-21T13:14:59.000Z')).toBe('21时14分')
    expect(timeText('2026-11-21T16:00:00.000Z')).toBe('0时00分')
    expect(momentText('2026-11-21T15:59:00.000Z', day('2026-11-21'))).toBe('今天23时59分')
    expect(momentText('2026-11-21T16:01:00.000Z', day('2026-11-21'))).toBe('11月22日0时01分')
  })

  it('names the year in tables only where it is another one', () => {
    expect(tableDate(day('2026-11-30'), day('2026-11-21'))).toBe('11-30 周一')
    expect(tableDate(day('2027-01-04'), day('2026-11-21'))).toBe('2027-01-04 周一')
  })
})
