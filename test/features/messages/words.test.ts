import { describe, expect, test } from 'vitest'
import { civilDate } from '#law/civil-date.ts'
import { OCCASIONS, type MessageFacts, type Occasion } from '#features/messages/index.ts'
import { messageWords } from '#features/messages/words.ts'

const AUTHORITY = {
  name: '示例市公安局', shortName: '市局', officeName: '示例市公安局政府信息公开办公室', address: '示例市中山路1号', officeHours: '工作日9时至17时', consultPhone: '000-00000001',
}
const FACTS: Readonly<Record<Occasion, MessageFacts>> = {
  receipt: { receivedOn: civilDate('2026-11-02'), dueOn: civilDate('2026-11-30'), provisional: false },
  correction: { respondBy: civilDate('2026-11-20') },
  extension: { days: 20, dueOn: civilDate('2026-12-28'), provisional: false, reason: '要查找的档案较多' },
  fee: { amountFen: 5_470_000 },
  reply_ready: { documentNumber: '示例公信公开〔2026〕12号' },
  reply: { documentNumber: '示例公信公开〔2026〕12号', deliveredOn: civilDate('2026-11-24'), service: 'post' },
  date_changed: { oldDueOn: civilDate('2027-01-04'), newDueOn: civilDate('2027-01-05'), reason: '国务院公布2027年放假安排', provisional: false },
  withdrawn: {},
  split: { numbers: ['2026-0188', '2026-0189'] },
}
const words = (occasion: Occasion, facts: MessageFacts) => messageWords(occasion, { number: '2026-0187', authority: AUTHORITY, facts, publicUrl: 'https://open.example.gov.cn' })

describe.each(Object.keys(OCCASIONS) as Occasion[])('%s', (occasion) => {
  test('says which application, where to look and whom to ask, and ends', () => {
    const { email, sms } = words(occasion, FACTS[occasion])
    expect(email.subject).toMatch(/^您的政府信息公开申请2026-0187\S+$/)
    expect(email.text).toMatch(/^您好：\n\n/)
    expect(email.text).toContain('https://open.example.gov.cn/status?number=2026-0187')
    expect(email.text).toContain('000-00000001')
    expect(email.text.endsWith('示例市公安局')).toBe(true)
    expect(sms).toMatch(/^申请2026-0187.+。 https:\/\/open\.example\.gov\.cn\/status$/)
  })

  test('fits one SMS with the sign of the sender in front', () => {
    expect(`【示例市公安局】${words(occasion, FACTS[occasion]).sms}`.length).toBeLessThanOrEqual(70)
  })

  test('leaves out what is not known, without a hole', () => {
    const { email, sms } = words(occasion, {})
    expect(`${email.subject}${email.text}${sms}`).not.toMatch(/undefined|null|NaN|false|（）|，，|，。|：。/)
  })
})

test.each([
  ['receipt', '收到日2026年11月2日。\n\n我们最晚2026年11月30日答复您。'],
  ['correction', '请在2026年11月20日以前补正，'],
  ['extension', '因为要查找的档案较多，延长20个工作日。\n\n延长以后，我们最晚2026年12月28日答复您。'],
  ['fee', '信息处理费54,700元，'],
  ['reply_ready', '请带上身份证件到示例市公安局政府信息公开办公室领取。\n\n地址：示例市中山路1号\n时间：工作日9时至17时'],
  ['reply', '（示例公信公开〔2026〕12号）已于2026年11月24日邮寄，请留意查收。'],
  ['date_changed', '因为国务院公布2027年放假安排，您的申请的最晚答复日从2027年1月4日改为2027年1月5日。'],
  ['split', '第一项仍用编号2026-0187，其余各项的编号是2026-0188、2026-0189。'],
] as const)('%s tells dates, sums and numbers', (occasion, sentence) => {
  expect(words(occasion, FACTS[occasion]).email.text).toContain(sentence)
})

test('an SMS names the year where it is not that of the case', () => {
  expect(words('date_changed', FACTS.date_changed).sms).toContain('最晚改为2027年1月5日答复')
  expect(words('receipt', FACTS.receipt).sms).toContain('最晚11月30日答复')
})
