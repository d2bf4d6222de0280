import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { fileOne } from '../../app/client.ts'
import { Office } from '../../app/office.ts'

const NOTICE = { basis: 'per_page', pages: 1500, facts: '申请的信息共1500页，数量明显超过合理范围。', method: '凭通知书到非税收入窗口缴纳，开具财政票据。' }
type Problem = { code: string; detail: string; status: string; errors?: { field: string }[] }

let system: TestSystem
let office: Office
beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  office = new Office(system.url, system.clock)
})
afterAll(() => system.stop())
beforeEach(() => system.clock.set('2026-11-02'))

const post = async (number: string, what: string, body: object) => (await office.as('gongkai')).post<Problem>(`/cases/${number}/${what}`, body)
const clockOf = async (number: string) => (await (await office.as('gongkai')).get<{ status: string; clock: { dueOn: string | null; payBy: string | null; status: string } }>(`/cases/${number}`)).body

async function assigned(): Promise<string> {
  const { number } = await fileOne(system.url, { documentNumber: `E${String(Math.floor(performance.now() * 1000)).padStart(10, '0')}`, documentType: 'passport' })
  await office.carry(number, 'assign')
  return number
}

describe('信息处理费 (109号)', () => {
  test('1500 pages cost 54,700元; the limit stops, and begins anew on the day after payment', async () => {
    const number = await assigned()
    system.clock.set('2026-11-10')
    expect((await post(number, 'fee-notice', NOTICE)).status).toBe(200)
    expect(await clockOf(number)).toMatchObject({ status: 'awaiting_payment', clock: { status: 'awaiting_payment', dueOn: null, payBy: null } })
    const [letter] = await system.services.sql`select l.props from letter l join case_file c on c.id = l.case_id where c.number = ${number} and l.code = 'fee-notice'`
    expect(letter!['props']).toMatchObject({ amount: '54,700元', basis: '按量', payDays: 20, answerDays: 20 })
    system.clock.set('2026-11-16')
    expect((await post(number, 'fee-notice-received', { on: '2026-11-13', evidence: 'EMS 1100000000' })).status).toBe(200)
    expect((await clockOf(number)).clock.payBy).toBe('2026-12-11')
    system.clock.set('2026-11-20')
    expect((await post(number, 'payment', { on: '2026-11-19', amountYuan: '54,700', evidence: '票据0001' })).status).toBe(200)
    expect(await clockOf(number)).toMatchObject({ status: 'in_progress', clock: { status: 'running', dueOn: '2026-12-17' } })
  })

  test('what is not paid in time lapses, and the reply says so (六条)', async () => {
    const number = await assigned()
    await post(number, 'fee-notice', NOTICE)
    await post(number, 'fee-notice-received', { on: '2026-11-02', evidence: '申请人签收' })
    system.clock.set('2026-11-30')
    expect((await post(number, 'lapse', {})).status).toBe(409)
    system.clock.set('2026-12-01')
    expect((await post(number, 'payment', { on: '2026-12-01', amountYuan: 54700, evidence: '票据0001' })).body.code).toBe('clock/lapsed')
    expect((await post(number, 'lapse', {})).status).toBe(200)
    const decided = await (await office.as('chengban')).post<Problem>(`/cases/${number}/decision`, { decision: 'lapsed_fee', reason: '收费通知书于2026年11月2日送达，到11月30日没有缴纳信息处理费。' })
    expect([decided.status, decided.text.slice(0, 0)]).toEqual([200, ''])
  })

  test('by case only beyond the tenth of the month, by page only beyond the thirtieth: nothing to charge is refused', async () => {
    const number = await assigned()
    expect((await post(number, 'fee-notice', { ...NOTICE, basis: 'per_case', pages: undefined })).body.code).toBe('fee/nothing-to-charge')
    expect((await post(number, 'fee-notice', { ...NOTICE, pages: 30 })).body.code).toBe('fee/nothing-to-charge')
    expect((await post(number, 'fee-notice', { ...NOTICE, pages: undefined })).body.code).toBe('fee/no-pages')
    expect((await post(number, 'fee-notice', { ...NOTICE, pages: 31 })).status).toBe(200)
  })

  test('nothing by page for what gives out no pages (五条)', async () => {
    const number = await assigned()
    await (await office.as('chengban')).post(`/cases/${number}/decision`, { decision: 'not_held', reason: '经检索档案室和业务系统，没有制作或者获取过这项信息。' })
    expect((await post(number, 'fee-notice', NOTICE)).body.code).toBe('fee/nothing-provided')
    expect((await clockOf(number)).status).toBe('drafting')
  })

  test('the eleventh case of an applicant in a month costs 100元', async () => {
    const documentNumber = 'E7777777777'
    const filed = await Promise.all(Array.from({ length: 11 }, () => fileOne(system.url, { documentType: 'passport', documentNumber })))
    const [{ number } = { number: '' }] = await system.services.sql<{ number: string }[]>`select number from case_file where number in ${system.services.sql(filed.map((one) => one.number))} and month_ordinal = 11`
    await office.carry(number, 'assign')
    expect((await post(number, 'fee-notice', { ...NOTICE, basis: 'per_case', pages: undefined })).status).toBe(200)
    const [event] = await system.services.sql`select data from case_event e join case_file c on c.id = e.case_id where c.number = ${number} and e.type = 'fee_notice_issued'`
    expect(event!['data']).toMatchObject({ basis: 'per_case', amountFen: 10_000 })
    const [letter] = await system.services.sql`select props from letter l join case_file c on c.id = l.case_id where c.number = ${number} and l.code = 'fee-notice'`
    expect(letter!['props'].working).toEqual(['2026年11月第11件，每件100元，1件100元'])
  })

  test('one notice for a case, and the whole amount or nothing', async () => {
    const number = await assigned()
    await post(number, 'fee-notice', NOTICE)
    expect((await post(number, 'fee-notice', NOTICE)).body.code).toBe('fee/already-noticed')
    const part = await post(number, 'payment', { on: '2026-11-02', amountYuan: 100, evidence: '票据0001' })
    expect([part.status, part.body.code]).toEqual([409, 'fee/other-amount'])
    expect((await post(number, 'payment', { on: '2026-11-02', amountYuan: '一百', evidence: '票据' })).body.errors?.map(({ field }) => field)).toEqual(['amountYuan'])
    expect((await post(number, 'payment', { on: '2026-11-03', amountYuan: 54700, evidence: '票据0001' })).body.code).toBe('fee/in-future')
  })
})
