import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { fileOne } from '../../app/client.ts'
import { Office } from '../../app/office.ts'

const EXTENSION = { days: 20, reason: '需要查找的档案分散在三个派出所，还在逐件核对。', consentedBy: '负责人甲' }
type Problem = { code: string; detail: string; errors?: { field: string; message: string }[] }

let system: TestSystem
let office: Office
beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  office = new Office(system.url, system.clock)
})
afterAll(() => system.stop())
beforeEach(() => system.clock.set('2026-11-02'))

const extend = async (number: string, body: object = EXTENSION, who = 'gongkai') => (await office.as(who)).post<Problem>(`/cases/${number}/extension`, body)
const clockOf = async (number: string) => (await (await office.as('gongkai')).get<{ clock: { dueOn: string; quota: number } }>(`/cases/${number}`)).body.clock

describe('延长答复期限 (33条二款)', () => {
  test('moves the last day by the days granted, and the letter, its number and the message go out in the same moment', async () => {
    const { number } = await fileOne(system.url)
    system.clock.set('2026-11-26')
    expect((await extend(number)).status).toBe(200)
    expect(await clockOf(number)).toMatchObject({ dueOn: '2026-12-28' })
    const [letter] = await system.services.sql`select l.code, l.document_number, l.props from letter l join case_file c on c.id = l.case_id where c.number = ${number} and l.code = 'extension-notice'`
    expect(letter).toMatchObject({ document_number: '示例公信公开〔2026〕1号', props: { oldDueOn: '2026-11-30', newDueOn: '2026-12-28', days: 20, office: '示例市公安局政府信息公开办公室' } })
    const told = await system.services.sql`select payload from outbox where job = 'tell-applicant' and payload->>'occasion' = 'extension'`
    expect(told).toHaveLength(1)
  })

  test('once, whatever stage the case has come to', async () => {
    const { number } = await fileOne(system.url)
    expect((await extend(number, { ...EXTENSION, days: 5 })).status).toBe(200)
    const again = await extend(number)
    expect([again.status, again.body.code]).toEqual([409, 'extension/already-extended'])
    await office.carry(number, 'submit')
    expect((await extend(number)).body.code).toBe('extension/already-extended')
  })

  test('of two officers at once one extends, the other is told', async () => {
    const { number } = await fileOne(system.url)
    const answers = await Promise.all([extend(number), extend(number)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await clockOf(number)).dueOn).toBe('2026-12-28')
  })

  test.each([
    [21, 409, 'extension/too-long'],
    [0, 422, undefined],
    ['很多', 422, undefined],
  ])('not by %s days', async (days, status, code) => {
    const { number } = await fileOne(system.url)
    const answer = await extend(number, { ...EXTENSION, days })
    expect(answer.status).toBe(status)
    if (code) expect(answer.body.code).toBe(code)
    else expect(answer.body.errors?.map(({ field }) => field)).toEqual(['days'])
    expect((await clockOf(number)).dueOn).toBe('2026-11-30')
  })

  test('not after the last day, and on the last day still', async () => {
    const { number } = await fileOne(system.url)
    const other = await fileOne(system.url)
    system.clock.set('2026-11-30')
    expect((await extend(other.number)).status).toBe(200)
    system.clock.set('2026-12-01')
    expect((await extend(number)).body.code).toBe('extension/after-deadline')
  })

  test('not without the name of the head who agreed, nor by anybody but the office', async () => {
    const { number } = await fileOne(system.url)
    expect((await extend(number, { ...EXTENSION, consentedBy: ' ' })).body.errors?.map(({ field }) => field)).toEqual(['consentedBy'])
    await office.carry(number, 'assign')
    expect((await extend(number, EXTENSION, 'chengban')).body.code).toBe('case/not-permitted')
  })
})
