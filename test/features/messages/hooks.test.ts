import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '#test/support/eventually.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Api, APPLICATION, fileOne } from '../../app/client.ts'
import { Office } from '../../app/office.ts'

let system: TestSystem
let office: Office
beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02' })
  office = new Office(system.url, system.clock)
})
afterAll(() => system.stop())

const told = (number: string) => system.services.sql<{ occasion: string; channel: string; text: string; letter: string | null }[]>`
  select message.occasion, message.channel, message.text, letter.code as letter
  from message join case_file on case_file.id = message.case_id left join letter on letter.id = message.letter_id
  where number = ${number} order by message.id`
const settled = () => eventually(async () => {
  const [waiting] = await system.services.sql<{ jobs: number; letters: number }[]>`
    select (select count(*)::int from outbox where done_at is null) as jobs, (select count(*)::int from letter where status <> 'stored') as letters`
  return waiting!.jobs + waiting!.letters === 0
}, { timeoutMs: 90_000 })

test('the applicant is told of the registration, that the reply can be fetched, and of its service, each once', { timeout: 240_000 }, async () => {
  const { number, queryCode } = await fileOne(system.url, { form: 'paper', way: 'pickup', phone: '138 0000 0001' })
  await office.carry(number, 'issue')
  await settled()
  const refused = await (await office.as('gongkai')).post(`/cases/${number}/delivery`, { service: 'direct', on: '2026-11-03', evidence: '申请人当面签收' })
  expect(refused.status).toBe(409)
  await office.step('deliver', number)
  await settled()
  const rows = await told(number)
  expect(rows.map(({ occasion, channel, letter }) => [occasion, channel, letter]).toSorted()).toEqual([
    ['receipt', 'email', 'registration-receipt'], ['receipt', 'sms', 'registration-receipt'],
    ['reply', 'email', 'granted'], ['reply', 'sms', 'granted'],
    ['reply_ready', 'email', 'granted'], ['reply_ready', 'sms', 'granted'],
  ])
  const all = rows.map(({ text }) => text).join('\n')
  expect(all).toContain('已于2026年11月2日直接送达')
  for (const secret of [queryCode, queryCode.replaceAll(' ', ''), '申请人甲', '000000190001010009', '13800000001']) expect(all).not.toContain(secret)
})

test('whom a reply is sent to is told when it is served, not when it is issued', { timeout: 240_000 }, async () => {
  const { number } = await fileOne(system.url)
  await office.carry(number, 'issue')
  await settled()
  expect((await told(number)).map(({ occasion }) => occasion)).toEqual(['receipt'])
})

test('the same filing sent twice is told once', async () => {
  const key = { 'idempotency-key': 'told-once' }
  const first = await fileOne(system.url, {}, key)
  const second = await new Api(system.url).post<{ number: string }>('/applications', APPLICATION, key)
  expect([second.status, second.body.number]).toEqual([200, first.number])
  await settled()
  expect(await told(first.number)).toHaveLength(1)
})
