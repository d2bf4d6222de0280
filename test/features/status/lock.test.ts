import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Filed } from '#features/intake/index.ts'
import { statusApi, statusPages } from '#features/status/index.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor, type Visitor } from '../portal/visitor.ts'
import { fileOne } from './cases.ts'

const WRONG = 'AAAA2222'
let database: FreshDatabase
let world: PublicWorld
let browser: Visitor
let filed: Filed

beforeAll(async () => {
  database = await freshDatabase()
  world = publicWorld(database.url, { pages: [statusPages], apis: [statusApi] })
  await twoAuthorities(world.services)
})
afterAll(async () => {
  await world.close()
  await database.drop()
})
beforeEach(async () => {
  world.setNow('2026-11-02T13:14:00.000Z')
  filed = await fileOne(world.services)
  browser = visitor(world.app)
  await browser.get('/status')
})

const tryCode = (number: string, queryCode: string) => browser.post('/status', { number, queryCode })

const askApi = async (body: object, app = world.app) =>
  app.request('/api/v1/status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

async function tenWrong(number: string): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) expect((await tryCode(number, WRONG)).status).toBe(422)
}

describe('a number after ten wrong codes', () => {
  it('is locked even for the right code, and the page says until when', async () => {
    await tenWrong(filed.number)
    const answer = await tryCode(filed.number, filed.queryCode)
    expect(answer.status).toBe(429)
    expect(answer.html).toContain('21时29分以后才能再查')
    expect(answer.headers.get('retry-after')).toBe('900')
  })

  it('opens again a quarter of an hour after the first of them', async () => {
    await tenWrong(filed.number)
    world.setNow('2026-11-02T13:28:59.000Z')
    expect((await tryCode(filed.number, filed.queryCode)).status).toBe(429)
    world.setNow('2026-11-02T13:29:00.000Z')
    expect((await tryCode(filed.number, filed.queryCode)).location).toBe(`/status/${filed.number}`)
  })

  it('is locked like one that does not exist', async () => {
    await tenWrong(filed.number)
    await tenWrong('2026-8888')
    const normal = (html: string) => html.replaceAll(/value="[^"]*"/g, '')
    const [there, missing] = [await tryCode(filed.number, WRONG), await tryCode('2026-8888', WRONG)]
    expect(missing.status).toBe(429)
    expect(normal(missing.html)).toBe(normal(there.html))
  })

  it('locks no other number', async () => {
    await tenWrong(filed.number)
    const other = await fileOne(world.services)
    expect((await tryCode(other.number, other.queryCode)).location).toBe(`/status/${other.number}`)
  })

  it('does not count the right code', async () => {
    for (let turn = 0; turn < 12; turn += 1) expect((await tryCode(filed.number, filed.queryCode)).status).toBe(303)
    await tenWrong(filed.number)
  })

  it('lets no more than ten of many guesses at once through, over page and API together', async () => {
    const overApi = async () => (await askApi({ number: filed.number, queryCode: WRONG })).status
    const overPage = async () => (await tryCode(filed.number, WRONG)).status
    const answers = await Promise.all(Array.from({ length: 30 }, (_, turn) => (turn % 2 ? overApi() : overPage())))
    expect(answers.filter((status) => status === 404 || status === 422)).toHaveLength(10)
    expect(answers.filter((status) => status === 429)).toHaveLength(20)
  })
})

describe('a limit per address', () => {
  it('holds over page and API together', async () => {
    const narrow = publicWorld(database.url, { pages: [statusPages], apis: [statusApi], publicRate: 2 })
    narrow.setNow('2026-11-04T13:14:00.000Z')
    const hasty = visitor(narrow.app)
    await hasty.get('/status')
    const first = await hasty.post('/status', { number: '2026-7777', queryCode: WRONG })
    const second = await hasty.post('/status', { number: '2026-7777', queryCode: WRONG })
    const third = await askApi({}, narrow.app)
    await narrow.close()
    expect([first.status, second.status, third.status]).toEqual([422, 422, 429])
  })
})
