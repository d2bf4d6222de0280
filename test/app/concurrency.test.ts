import { afterAll, beforeAll, expect, test } from 'vitest'
import { addUser } from '#features/accounts/index.ts'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { verifyChains } from '#store/verify.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Browser } from './browser.ts'
import { Api, APPLICATION, fileOne, type FiledBody } from './client.ts'
import { Office } from './office.ts'

let system: TestSystem
let anybody: Api
let office: Office

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  anybody = new Api(system.url)
  office = new Office(system.url, system.clock)
  const added = await addUser(system.services, { username: 'gongkai2', name: '经办人乙', authorityId: 'shiju', unitId: 'shiju-office', roles: ['disclosure_officer'], password: DEMO_PASSWORD })
  expect(added.ok).toBe(true)
})
afterAll(() => system.stop())

const times = <T>(count: number, make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, index) => make(index)))
const ordinals = (numbers: readonly string[]) => numbers.map((number) => Number(number.split('-')[1])).toSorted((a, b) => a - b)
const consecutive = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)
const lastOrdinal = async () => Math.max(0, ...ordinals((await system.services.sql<{ number: string }[]>`select number from case_file where authority_id = 'shiju'`).map(({ number }) => number)))

test('twenty filings at once get twenty numbers in a row', async () => {
  const from = (await lastOrdinal()) + 1
  const answers = await times(20, () => anybody.post<FiledBody>('/applications', APPLICATION))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
  expect(ordinals(answers.map(({ body }) => body.number))).toEqual(consecutive(from, 20))
  expect(new Set(answers.map(({ body }) => body.queryCode)).size).toBe(20)
})

test('a filing that loses a race after its number was taken leaves no gap', async () => {
  const from = (await lastOrdinal()) + 1
  const answers = await times(24, (index) => anybody.post<FiledBody>('/applications', APPLICATION, index % 2 ? {} : { 'idempotency-key': `twins-${index % 3}-` }))
  expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true)
  expect(await lastOrdinal()).toBe(from + 14)
  expect(new Set(ordinals(answers.map(({ body }) => body.number)))).toEqual(new Set(consecutive(from, 15)))
})

test('the series of two authorities do not disturb each other', async () => {
  const answers = await times(10, (index) => anybody.post<FiledBody>('/applications', { ...APPLICATION, authorityId: index % 2 ? 'binhe' : 'donghu' }))
  for (const remainder of [0, 1]) expect(ordinals(answers.filter((_, index) => index % 2 === remainder).map(({ body }) => body.number))).toEqual(consecutive(1, 5))
})

test('of two officers who accept at once one wins; the other is told that the case has moved on', async () => {
  for (const body of [{}, { version: 2 }]) {
    const { number } = await fileOne(system.url)
    const answers = await Promise.all(['gongkai', 'gongkai2'].map(async (who) => (await office.as(who)).post<{ code: string }>(`/cases/${number}/accept`, body)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('version' in body ? 'case/stale-version' : 'case/wrong-status')
    expect(await system.services.sql`select 1 from case_event join case_file on id = case_id where number = ${number} and authority_id = 'shiju' and type = 'application_accepted'`).toHaveLength(1)
  }
})

test('the same on the pages: one goes on, the other is shown who was faster', async () => {
  const { number } = await fileOne(system.url)
  const people = await Promise.all(['gongkai', 'gongkai2'].map((who) => new Browser(system.url).signIn(who)))
  const path = `/desk/cases/${number}/accept`
  const [version] = await Promise.all(people.map(async (person) => /name="version" value="(\d+)"/.exec((await person.get(path)).html)?.[1] ?? ''))
  const pages = await Promise.all(people.map((person) => person.post(path, { version: version! })))
  expect(pages.map(({ status }) => status).toSorted()).toEqual([303, 409])
  const loser = pages.find(({ status }) => status === 409)!
  expect(loser.html).toMatch(/经办人[甲乙]/)
})

test('a double click of one officer counts once and ends well', async () => {
  const { number } = await fileOne(system.url)
  const officer = await new Browser(system.url).signIn('gongkai')
  const path = `/desk/cases/${number}/accept`
  const version = /name="version" value="(\d+)"/.exec((await officer.get(path)).html)?.[1] ?? ''
  const pages = await times(4, () => officer.post(path, { version }))
  expect(pages.map(({ location }) => location)).toEqual(Array(4).fill(`/desk/cases/${number}?done=accept`))
})

test('two tabs that save a draft on the same version: one is kept, the other is told', async () => {
  const { number } = await fileOne(system.url)
  await office.carry(number, 'decide')
  const handler = await office.as('chengban')
  const { version } = (await handler.get<{ version: number }>(`/cases/${number}`)).body
  const answers = await times(3, (index) => handler.send('PUT', `/cases/${number}/draft`, { requestText: '甲', facts: `第${index}稿`, decisionText: '乙', version }))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  const kept = await system.services.sql<{ facts: string }[]>`select parts ->> 'facts' as facts from draft_revision join case_file on id = case_id where number = ${number} and authority_id = 'shiju'`
  expect(kept).toHaveLength(1)
})

test('ten letters of ten cases issued at once carry ten document numbers in a row, and one issued twice has one', { timeout: 120_000 }, async () => {
  const numbers: string[] = []
  for (let index = 0; index < 10; index += 1) {
    const { number } = await fileOne(system.url)
    await office.carry(number, 'approve')
    numbers.push(number)
  }
  const issuer = await office.as('qianfa')
  const twice = [...numbers, numbers[0]!, numbers[0]!]
  const answers = await Promise.all(twice.map((number) => issuer.post<{ documentNumber: string; code: string }>(`/cases/${number}/issue`)))
  const good = answers.filter(({ status }) => status === 200)
  expect(good).toHaveLength(10)
  expect(answers.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([409, 'case/wrong-status']))
  expect(good.map(({ body }) => Number(/^示例公信公开〔2026〕(\d+)号$/.exec(body.documentNumber)![1])).toSorted((a, b) => a - b)).toEqual(consecutive(1, 10))
  const stored = await system.services.sql<{ document_number: string }[]>`select document_number from letter where document_number is not null`
  expect(stored.map((row) => row.document_number).toSorted()).toEqual(good.map(({ body }) => body.documentNumber).toSorted())
})

test('after all races every chain of events holds', async () => {
  const { broken, cases } = await verifyChains(system.services.sql)
  expect(broken).toEqual([])
  expect(cases).toBeGreaterThan(50)
})
