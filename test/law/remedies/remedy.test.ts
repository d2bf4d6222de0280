import { describe, expect, it } from 'vitest'
import { DECISION_KINDS, type DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { FEE_NOTICE_CLAUSE } from '#law/remedies/remedy-clause.ts'
import { remedyFor, type Remedy, type RemedyInput } from '#law/remedies/remedy.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { day } from '../given.ts'

const calendar = defaultCalendar()
type Told = { decision: DecisionCode; issuedOn: string; deliveredOn?: string } & Partial<Omit<RemedyInput, 'decision' | 'issuedOn' | 'deliveredOn'>>
const attempt = ({ issuedOn, deliveredOn, ...rest }: Told) =>
  remedyFor({ calendar, issuedOn: day(issuedOn), ...(deliveredOn === undefined ? {} : { deliveredOn: day(deliveredOn) }), ...rest })
const remedy = (told: Told): Remedy => {
  const found = attempt(told)
  if (!found.ok) throw new Error(found.refusal.code)
  return found
}
const names = { reconsiderationAuthority: '示例市人民政府', court: '示例市中级人民法院', onlineReconsideration: 'https://xzfy.example.cn' }

describe('救济告知 (law.md §12.6)', () => {
  it('复议前置 for the refusals of 14、15、16条 and for 部分公开, a choice for every other decision', () => {
    const first = DECISION_KINDS.filter(({ code }) => remedy({ decision: code, issuedOn: '2026-03-02' }).route === 'reconsideration_first').map(({ code }) => code)
    expect(first).toEqual(['partly_granted', 'refused_state_secret', 'refused_prohibited_by_law', 'refused_public_safety', 'refused_third_party', 'refused_internal_affairs', 'refused_process', 'refused_enforcement_file'])
    expect(remedy({ decision: 'special_inquiry', issuedOn: '2026-03-02' }).route).toBe('choice')
    expect(remedy({ decision: 'special_inquiry', issuedOn: '2026-03-02', specialInquiryReconsiderationFirst: true }).route).toBe('reconsideration_first')
    expect(remedy({ decision: 'granted', issuedOn: '2026-03-02', specialInquiryReconsiderationFirst: true }).route).toBe('choice')
  })

  it('复议前置 begins with replies issued on 2024-01-01 (行政复议法23条)', () => {
    expect(remedy({ decision: 'refused_process', issuedOn: '2023-12-31' }).route).toBe('choice')
    expect(remedy({ decision: 'refused_process', issuedOn: '2024-01-01' }).route).toBe('reconsideration_first')
  })

  it('reconsideration first: sixty days, then fifteen days after its decision', () => {
    const found = remedy({ decision: 'refused_internal_affairs', issuedOn: '2026-03-02', deliveredOn: '2026-03-05', names })
    expect(found).toMatchObject({ route: 'reconsideration_first', reconsiderationBy: '2026-05-06', litigationBy: null, provisional: false })
    expect(found.clause).toBe(
      '如不服本答复，应当自收到本答复之日起60日内先向示例市人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向示例市中级人民法院提起行政诉讼。',
    )
    expect(found.working.map(({ cite }) => [cite?.instrument, cite?.article])).toEqual([['reconsideration', 23], ['litigation', 45], ['reconsideration', 20]])
  })

  it('a choice: sixty days, or six months', () => {
    const found = remedy({ decision: 'not_held', issuedOn: '2026-03-02', deliveredOn: '2026-03-05', names })
    expect(found).toMatchObject({ route: 'choice', reconsiderationBy: '2026-05-06', litigationBy: '2026-09-07' })
    expect(found.clause).toBe('如不服本答复，可以自收到本答复之日起60日内向示例市人民政府申请行政复议，也可以自收到本答复之日起6个月内向示例市中级人民法院提起行政诉讼。')
    expect(found.working.map(({ cite }) => [cite?.instrument, cite?.article])).toEqual([['711', 51], ['reconsideration', 20], ['litigation', 46]])
    expect(found.working.at(-1)?.text).toBe('2026年3月5日（周四）收到，次日起数6个月，9月5日（周六）放假，顺延，最晚2026年9月7日（周一）提起行政诉讼')
  })

  it('部分公开: the withheld content goes to reconsideration first, the rest has the choice (行政复议法23条一款四项, 711 51条)', () => {
    const found = remedy({ decision: 'partly_granted', issuedOn: '2026-03-02', names })
    expect(found.route).toBe('reconsideration_first')
    expect(found.clause).toBe(
      '对本答复中不予公开的内容不服的，应当自收到本答复之日起60日内先向示例市人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向示例市中级人民法院提起行政诉讼。' +
        '对本答复中其他内容不服的，可以自收到本答复之日起60日内向示例市人民政府申请行政复议，也可以自收到本答复之日起6个月内向示例市中级人民法院提起行政诉讼。',
    )
    expect(remedy({ decision: 'partly_granted', issuedOn: '2026-03-02', electronic: true, names }).clause.endsWith('可以登录https://xzfy.example.cn提交。')).toBe(true)
    expect(remedy({ decision: 'partly_granted', issuedOn: '2023-12-31', names }).clause).toMatch(/^如不服本答复，可以自收到/)
  })

  it.each([
    ['2026-03-05', '2026-05-06', '2026-05-04 劳动节顺延'],
    ['2026-03-06', '2026-05-06', '2026-05-05 劳动节顺延'],
    ['2026-03-07', '2026-05-06', 'a working day'],
    ['2026-03-10', '2026-05-09', 'a make-up Saturday is a working day'],
    ['2026-03-11', '2026-05-11', 'a Sunday rolls'],
    ['2026-08-04', '2026-10-08', '2026-10-03 国庆顺延'],
  ])('delivered %s: reconsideration by %s (%s)', (deliveredOn, reconsiderationBy) => {
    expect(remedy({ decision: 'not_held', issuedOn: '2026-03-02', deliveredOn }).reconsiderationBy).toBe(reconsiderationBy)
  })

  it('months end on the last day of a shorter month', () => {
    expect(remedy({ decision: 'not_held', issuedOn: '2025-08-29', deliveredOn: '2025-08-31' }).litigationBy).toBe('2026-02-28')
  })

  it('past the edge of the calendar the last days are provisional', () => {
    const found = remedy({ decision: 'not_held', issuedOn: '2026-11-10', deliveredOn: '2026-11-12' })
    expect(found).toMatchObject({ provisional: true, reconsiderationBy: '2027-01-11' })
    expect(found.working[1]?.text).toContain('还没有公布')
    expect(remedy({ decision: 'not_held', issuedOn: '2026-07-10', deliveredOn: '2026-07-12' })).toMatchObject({ provisional: true, reconsiderationBy: '2026-09-10', litigationBy: '2027-01-12' })
    expect(remedy({ decision: 'refused_process', issuedOn: '2026-07-10', deliveredOn: '2026-07-12' }).provisional).toBe(false)
  })

  it('without delivery no last day is named, and the working says why', () => {
    const found = remedy({ decision: 'not_held', issuedOn: '2026-03-02' })
    expect(found).toMatchObject({ reconsiderationBy: null, litigationBy: null, provisional: false })
    expect(found.working.at(-1)?.text).toContain('还没有送达日期')
  })

  it('electronic service names the online channel (行政复议法22条第二款), since 2024', () => {
    expect(remedy({ decision: 'not_held', issuedOn: '2026-03-02', electronic: true, names }).clause).toMatch(/通过互联网申请行政复议的，可以登录https:\/\/xzfy\.example\.cn提交。$/)
    expect(remedy({ decision: 'refused_process', issuedOn: '2024-01-01', electronic: true, names }).clause).toContain('xzfy')
    expect(remedy({ decision: 'not_held', issuedOn: '2023-12-31', electronic: true, names }).clause).not.toContain('互联网')
    expect(remedy({ decision: 'not_held', issuedOn: '2026-03-02', names }).clause).not.toContain('互联网')
    expect(remedy({ decision: 'not_held', issuedOn: '2026-03-02', electronic: true }).clause).toContain('有管辖权的人民法院')
    expect(remedy({ decision: 'not_held', issuedOn: '2026-03-02', electronic: true }).clause).toContain('网上申请渠道')
  })

  it('a withdrawal leaves nothing to contest', () => {
    expect(remedy({ decision: 'withdrawn', issuedOn: '2026-03-02', deliveredOn: '2026-03-05' })).toMatchObject({ route: 'none', reconsiderationBy: null, litigationBy: null, clause: '' })
    expect(remedy({ decision: 'withdrawn', issuedOn: '2026-03-02' }).working).toHaveLength(1)
  })

  it('is refused where the law knows no such decision, or the days contradict', () => {
    expect(attempt({ decision: 'refused_process', issuedOn: '2019-06-01', lawAsOf: day('2019-05-14') })).toMatchObject({ ok: false, refusal: { code: 'law/not-in-force' } })
    expect(attempt({ decision: 'refused_process', issuedOn: '2019-06-01', lawAsOf: day('2019-05-15') }).ok).toBe(true)
    expect(attempt({ decision: 'granted', issuedOn: '2008-04-30' })).toMatchObject({ ok: false, refusal: { code: 'law/not-in-force' } })
    expect(attempt({ decision: 'granted', issuedOn: '2026-03-02', deliveredOn: '2026-03-01' })).toMatchObject({ ok: false, refusal: { code: 'remedy/delivered-before-issued', cite: { instrument: 'reconsideration', article: 20 } } })
    expect(attempt({ decision: 'granted', issuedOn: '2026-03-02', deliveredOn: '9999-12-31' })).toMatchObject({ ok: false, refusal: { code: 'law/too-far' } })
    expect(attempt({ decision: 'granted', issuedOn: '2026-03-02', deliveredOn: '2026-03-02' }).ok).toBe(true)
  })

  it('a fee notice says that the fee alone cannot be contested (109号7条)', () => {
    expect(FEE_NOTICE_CLAUSE).toContain('不能单独申请行政复议或者提起行政诉讼')
  })
})
