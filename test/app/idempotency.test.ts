import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Browser } from './browser.ts'
import { Api, APPLICATION, RESIDENT_ID, signedIn, type FiledBody } from './client.ts'

let system: TestSystem
let anybody: Api

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  anybody = new Api(system.url)
})
afterAll(() => system.stop())

/** How many rows there are of everything that a filing writes. */
async function rows(): Promise<Record<string, number>> {
  const [counts] = await system.services.sql<Record<string, number>[]>`
    select (select count(*)::int from applicant) as applicants, (select count(*)::int from application) as applications,
      (select count(*)::int from case_file) as cases, (select count(*)::int from case_event) as events,
      (select count(*)::int from letter) as letters, (select count(*)::int from outbox) as jobs`
  return { ...counts }
}
const ONE = { applicants: 1, applications: 1, cases: 1, events: 2, letters: 1, jobs: 2 }
async function written(during: () => Promise<void>): Promise<Record<string, number>> {
  const before = await rows()
  await during()
  return Object.fromEntries(Object.entries(await rows()).map(([name, count]) => [name, count - before[name]!]))
}
const times = <T>(count: number, make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, index) => make(index)))

describe('POST /applications with an Idempotency-Key', () => {
  test('ten at once with one key register one application, and all ten are told the same receipt', async () => {
    const added = await written(async () => {
      const answers = await times(10, () => anybody.post<FiledBody>('/applications', APPLICATION, { 'idempotency-key': 'ten-at-once' }))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(9).fill(200), 201])
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      const { number, queryCode } = answers[0]!.body
      expect((await anybody.post('/status', { number, queryCode })).status).toBe(200)
    })
    expect(added).toEqual(ONE)
  })

  test('five keys, four times each, all at once, register five', async () => {
    const added = await written(async () => {
      const answers = await times(20, (index) => anybody.post<FiledBody>('/applications', APPLICATION, { 'idempotency-key': `five-keys-${index % 5}` }))
      const numbers = answers.map(({ body }) => body.number)
      for (let index = 0; index < 5; index += 1) expect(new Set(numbers.filter((_, at) => at % 5 === index)).size).toBe(1)
      expect(new Set(numbers).size).toBe(5)
    })
    expect(added.cases).toBe(5)
  })

  test('the same key for other content is refused with 409, at once and later, and writes nothing', async () => {
    const key = { 'idempotency-key': 'other-content' }
    const first = await anybody.post<FiledBody>('/applications', APPLICATION, key)
    const added = await written(async () => {
      const other = await anybody.post('/applications', { ...APPLICATION, description: '申请公开另一件事。' }, key)
      expect(other.status).toBe(409)
      expect(other.body).toMatchObject({ code: 'idempotency/other-request', detail: '这个幂等键已经用于另一份内容，请换一个键' })
      expect(other.text).not.toContain(first.body.number)
    })
    expect(added).toEqual({ applicants: 0, applications: 0, cases: 0, events: 0, letters: 0, jobs: 0 })
    const race = await times(8, (index) => anybody.post('/applications', { ...APPLICATION, description: `第${index % 2}件事。` }, { 'idempotency-key': 'race-of-two' }))
    expect(race.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201, 409, 409, 409, 409])
  })

  test('the same content with other blanks and the order of fields changed is the same content', async () => {
    const key = { 'idempotency-key': 'same-content' }
    const first = await anybody.post<FiledBody>('/applications', APPLICATION, key)
    const again = await anybody.post<FiledBody>('/applications', { ...Object.fromEntries(Object.entries(APPLICATION).toReversed()), name: ` ${APPLICATION.name} ` }, key)
    expect([again.status, again.body.number]).toEqual([200, first.body.number])
  })

  test('a key is not used up by a request that was refused', async () => {
    const key = { 'idempotency-key': 'refused-first' }
    expect((await anybody.post('/applications', { ...APPLICATION, name: '' }, key)).status).toBe(422)
    expect((await anybody.post('/applications', { ...APPLICATION, authorityId: 'nowhere' }, key)).status).toBe(422)
    expect((await anybody.post('/applications', APPLICATION, key)).status).toBe(201)
  })

  test('one person’s key opens nobody else’s receipt', async () => {
    const key = { 'idempotency-key': 'same-key-of-two' }
    const paper = { ...APPLICATION, receipt: { channel: 'in_person', arrivedOn: '2026-11-02' } }
    const own = await anybody.post<FiledBody>('/applications', APPLICATION, key)
    const clerk = await (await signedIn(system.url, 'chuangkou')).post<FiledBody>('/applications', paper, key)
    const officer = await (await signedIn(system.url, 'gongkai')).post<FiledBody>('/applications', paper, key)
    expect([own.status, clerk.status, officer.status]).toEqual([201, 201, 201])
    expect(new Set([own.body.number, clerk.body.number, officer.body.number]).size).toBe(3)
  })

  test.each(['short', 'x'.repeat(81), 'with blank in it', '../../../../x'])('the key %s is refused by name', async (key) => {
    const answer = await anybody.post('/applications', APPLICATION, { 'idempotency-key': key })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ errors: [{ field: 'Idempotency-Key' }] })
  })

  test('without a key every request is an application of its own', async () => {
    const added = await written(async () => void (await times(3, () => anybody.post('/applications', APPLICATION))))
    expect(added.cases).toBe(3)
  })
})

const ANSWERS = {
  who: { authorityId: 'shiju', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: RESIDENT_ID },
  contact: { phone: '000 0000 0001', email: 'a@example.com' },
  what: { description: '江北大道与学府路口的验收报告' },
  how: { form: 'electronic', way: 'email', email: 'a@example.com' },
}
const keyOn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ''

describe('the same form sent twice', () => {
  test('核对提交: five clicks at once and one more later lead to one receipt', async () => {
    const browser = new Browser(system.url)
    await browser.get('/apply/who')
    for (const [step, fields] of Object.entries(ANSWERS)) expect((await browser.post(`/apply/${step}`, fields)).status).toBe(303)
    const key = keyOn((await browser.get('/apply/check')).html)
    const added = await written(async () => {
      const pages = await times(5, () => browser.post('/apply/check', { key }))
      const later = await browser.post('/apply/check', { key })
      const places = new Set([...pages, later].map(({ location }) => location))
      expect([...places]).toEqual([expect.stringMatching(/^\/receipt\/2026-\d{4}$/)])
      const receipt = await browser.get([...places][0]!)
      expect(receipt.status).toBe(200)
      expect(receipt.html).toMatch(/[0-9A-Z]{4} [0-9A-Z]{4}/)
    })
    expect(added).toEqual(ONE)
  })

  test('录入纸质申请: five clicks at once register one', async () => {
    const clerk = await new Browser(system.url).signIn('chuangkou')
    const key = keyOn((await clerk.get('/desk/intake')).html)
    expect(key).not.toBe('')
    const paper = { ...ANSWERS.who, ...ANSWERS.contact, ...ANSWERS.what, ...ANSWERS.how, channel: 'in_person', arrivedOn: '2026-11-02', address: '示例路1号', key, do: 'print' }
    const added = await written(async () => {
      const pages = await times(5, () => clerk.post('/desk/intake', paper))
      expect(pages.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
      expect(new Set(pages.map(({ location }) => location)).size).toBe(1)
      expect((await clerk.get(pages[0]!.location!)).status).toBe(200)
    })
    expect(added).toEqual(ONE)
  })
})
