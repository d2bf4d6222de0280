import { describe, expect, it } from 'vitest'
import { statusApi, statusPages } from '#features/status/index.ts'
import { publicWorld } from '../portal/harness.ts'
import { visitor } from '../portal/visitor.ts'
import { fileOne } from './cases.ts'
import { statusWorld } from './world.ts'

const WRONG = 'AAAA2222'
const world = statusWorld()

const tryCode = (number: string, queryCode: string) => world.browser.post('/status', { number, queryCode })

const askApi = async ({ number, queryCode }: { number?: string; queryCode?: string }, app = world.app, address = '192.0.2.7') =>
  app.request('/api/v1/status', { method: 'POST', headers: { 'content-type': 'application/json', 'x-peer': address }, body: JSON.stringify({ number, queryCode }) })

async function tenWrong(number: string): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) expect((await tryCode(number, WRONG)).status).toBe(422)
}

describe('a number after ten wrong codes from one address', () => {
  it('is locked even for the right code, and the page says until when', async () => {
    await tenWrong(world.filed.number)
    const answer = await tryCode(world.filed.number, world.filed.queryCode)
    expect(answer.status).toBe(429)
    expect(answer.html).toContain('21时29分以后才能再查')
    expect(answer.headers.get('retry-after')).toBe('900')
  })

  it('opens again a quarter of an hour after the first of them', async () => {
    await tenWrong(world.filed.number)
    world.setNow('2026-11-02T13:28:59.000Z')
    expect((await tryCode(world.filed.number, world.filed.queryCode)).status).toBe(429)
    world.setNow('2026-11-02T13:29:00.000Z')
    expect((await tryCode(world.filed.number, world.filed.queryCode)).location).toBe(`/status/${world.filed.number}`)
  })

  it('is locked like one that does not exist', async () => {
    await tenWrong(world.filed.number)
    await tenWrong('2026-8888')
    const normal = (html: string) => html.replaceAll(/value="[^"]*"/g, '')
    const [there, missing] = [await tryCode(world.filed.number, WRONG), await tryCode('2026-8888', WRONG)]
    expect(missing.status).toBe(429)
    expect(normal(missing.html)).toBe(normal(there.html))
  })

  it('locks no other number', async () => {
    await tenWrong(world.filed.number)
    const other = await fileOne(world.services)
    expect((await tryCode(other.number, other.queryCode)).location).toBe(`/status/${other.number}`)
  })

  it('does not count the right code', async () => {
    for (let turn = 0; turn < 12; turn += 1) expect((await tryCode(world.filed.number, world.filed.queryCode)).status).toBe(303)
    await tenWrong(world.filed.number)
  })

  it('lets no more than ten of many guesses at once through, over page and API together', async () => {
    const overApi = async () => (await askApi({ number: world.filed.number, queryCode: WRONG })).status
    const overPage = async () => (await tryCode(world.filed.number, WRONG)).status
    const answers = await Promise.all(Array.from({ length: 30 }, (_, turn) => (turn % 2 ? overApi() : overPage())))
    expect(answers.filter((status) => status === 404 || status === 422)).toHaveLength(10)
    expect(answers.filter((status) => status === 429)).toHaveLength(20)
  })
})

describe('the applicant at another address', () => {
  it('gets in with the right code after ten wrong ones of somebody else, by page and by API', async () => {
    await tenWrong(world.filed.number)
    expect((await tryCode(world.filed.number, world.filed.queryCode)).status).toBe(429)
    const applicant = visitor(world.app, '198.51.100.1')
    await applicant.get('/status')
    expect((await applicant.post('/status', { number: world.filed.number, queryCode: world.filed.queryCode })).location).toBe(`/status/${world.filed.number}`)
    expect((await askApi(world.filed, world.app, '198.51.100.1')).status).toBe(200)
    expect((await askApi(world.filed)).status).toBe(429)
  })

  it('is locked out only by a hundred wrong codes from many addresses, and so is a number that does not exist', async () => {
    const missing = '2026-8887'
    const wrongFrom = async (number: string, turn: number) => (await askApi({ number, queryCode: WRONG }, world.app, `203.0.113.${turn % 11}`)).status
    for (const number of [world.filed.number, missing]) {
      const statuses = await Promise.all(Array.from({ length: 100 }, (_, turn) => wrongFrom(number, turn)))
      expect(new Set(statuses)).toEqual(new Set([404]))
    }
    const [there, nowhere] = await Promise.all([world.filed, { number: missing, queryCode: world.filed.queryCode }].map((body) => askApi(body, world.app, '198.51.100.2')))
    expect([there!.status, nowhere!.status]).toEqual([429, 429])
    const detail = async (answer: Response) => ((await answer.json()) as { detail: string }).detail
    expect(await detail(there!)).toBe(await detail(nowhere!))
    world.setNow('2026-11-02T13:29:00.000Z')
    expect((await askApi(world.filed, world.app, '198.51.100.2')).status).toBe(200)
  })

  it('does not lose the number to one address that goes on after its lock', async () => {
    await Promise.all(Array.from({ length: 120 }, () => askApi({ number: world.filed.number, queryCode: WRONG })))
    expect((await askApi(world.filed, world.app, '198.51.100.3')).status).toBe(200)
  })
})

describe('a limit per address', () => {
  it('holds over page and API together', async () => {
    const narrow = publicWorld(world.databaseUrl, { pages: [statusPages], apis: [statusApi], publicRate: 2 })
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
