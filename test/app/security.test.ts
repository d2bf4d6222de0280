import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { connect } from '#platform/db/connect.ts'
import { plusSeconds } from '#platform/clock.ts'
import { serveWeb } from '#src/boot/serve.ts'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Browser } from './browser.ts'
import { Api, APPLICATION, fileOne, RESIDENT_ID, signedIn, type FiledBody } from './client.ts'
import { routesOf } from './routes.ts'

let system: TestSystem
let filed: FiledBody
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  filed = await fileOne(system.url)
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await system.stop()
})

/** A second web process on the same database, with other settings. */
async function secondWeb({ publicUrl = 'http://localhost:3000', publicRate = 10_000 }): Promise<string> {
  const config = { ...readConfig({ DATABASE_URL: system.databaseUrl }), PORT: 0, ZHIXI_PUBLIC_RATE: publicRate }
  const connection = connect(system.databaseUrl, 3)
  const services = { ...system.services, db: connection.db, sql: connection.sql, publicUrl }
  const runtime = { services, databaseUrl: system.databaseUrl, external: true, migrated: [], databaseLost: new Promise<void>(() => {}), stop: async () => {} }
  const web = await serveWeb({ config, runtime, letters: system.letters })
  stops.push(() => web.stop().then(connection.close))
  return web.address
}

const ANSWERS = {
  who: { authorityId: 'shiju', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: RESIDENT_ID },
  contact: { phone: '000 0000 0001', email: 'a@example.com' },
  what: { description: '江北大道与学府路口的验收报告' },
  how: { form: 'electronic', way: 'email', email: 'a@example.com' },
}
async function fileOnPortal(browser: Browser): Promise<void> {
  await browser.get('/apply/who')
  for (const [step, fields] of Object.entries(ANSWERS)) await browser.post(`/apply/${step}`, fields)
  const key = /name="key" value="([^"]+)"/.exec((await browser.get('/apply/check')).html)?.[1] ?? ''
  expect((await browser.post('/apply/check', { key })).location).toMatch(/^\/receipt\//)
}

describe('headers', () => {
  test.each([
    ['a page', '/', 200],
    ['a form', '/apply/who', 200],
    ['a redirect', '/desk', 303],
    ['a missing page', '/nothing-here', 404],
    ['an asset', '/assets/zhixi.css', 200],
    ['the API document', '/api/v1/openapi.json', 200],
    ['a refusal of the API', '/api/v1/cases', 401],
    ['a missing address of the API', '/api/v1/nothing', 404],
    ['the health check', '/healthz', 200],
  ])('%s forbids scripts of others, frames of others and guessing of types', async (_, path, status) => {
    const { status: got, headers } = await fetch(`${system.url}${path}`, { redirect: 'manual' })
    expect(got).toBe(status)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split(';').map((part) => part.trim())).toEqual(expect.arrayContaining([
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'",
    ]))
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('refusals with 403, 413, 422 and 429 carry them too', async () => {
    const small = await secondWeb({ publicRate: 1 })
    const json = { 'content-type': 'application/json' }
    const answers = await Promise.all([
      fetch(`${system.url}/apply/who`, { method: 'POST' }),
      fetch(`${system.url}/api/v1/applications`, { method: 'POST', headers: json, body: 'x'.repeat(1_100_000) }),
      fetch(`${system.url}/api/v1/applications`, { method: 'POST', headers: json, body: '{}' }),
      fetch(`${small}/api/v1/applications`, { method: 'POST', headers: json, body: '{}' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 413, 422, 429])
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('over https browsers are told to stay there', async () => {
    const https = await secondWeb({ publicUrl: 'https://open.example.test' })
    expect((await fetch(`${https}/`)).headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
  })

  test('nothing about a case or a person is kept by a cache', async () => {
    const staff = await new Browser(system.url).signIn('gongkai')
    const api = await signedIn(system.url, 'gongkai')
    const applicant = new Browser(system.url)
    await fileOnPortal(applicant)
    for (const path of ['/desk', '/desk/cases', `/desk/cases/${filed.number}`, `/desk/cases/${filed.number}/accept`, '/desk/intake', '/account/password', '/account/two-factor', '/desk/nothing']) {
      expect((await staff.get(path)).headers.get('cache-control'), path).toContain('no-store')
    }
    for (const path of ['/apply/who', '/apply/contact', '/status', '/signin', '/receipt/2026-0002', '/status/2026-0002']) {
      expect((await applicant.get(path)).headers.get('cache-control'), path).toContain('no-store')
    }
    for (const path of ['/session', '/cases', '/handlers', `/cases/${filed.number}`, `/cases/${filed.number}/letters`, `/cases/${filed.number}/draft`, '/cases/2026-9999']) {
      expect((await api.get(path)).headers.get('cache-control'), path).toContain('no-store')
    }
    expect((await new Api(system.url).post('/applications', APPLICATION)).headers.get('cache-control')).toBe('no-store')
  })
})

describe('cookies', () => {
  /** Everything that sets one: browsing, text size, a draft, filing, the status, signing in, the window, signing out. */
  async function everyCookie(at: string): Promise<string[]> {
    const browser = new Browser(at)
    await browser.get('/?size=large')
    await fileOnPortal(browser)
    await browser.get('/status')
    await browser.post('/status', { number: filed.number, queryCode: filed.queryCode })
    await browser.signIn('gongkai')
    const key = /name="key" value="([^"]+)"/.exec((await browser.get('/desk/intake')).html)?.[1] ?? ''
    await browser.post('/desk/intake', { ...ANSWERS.who, ...ANSWERS.contact, ...ANSWERS.what, ...ANSWERS.how, channel: 'in_person', arrivedOn: '2026-11-02', key, do: 'print' })
    await browser.post('/signout')
    return browser.setCookies
  }
  const named = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split('=')[0]!))].toSorted()

  test('are out of reach of scripts and are not sent along from other sites', async () => {
    const lines = await everyCookie(system.url)
    expect(named(lines).length).toBeGreaterThanOrEqual(6)
    for (const line of lines) {
      if (/max-age=0/i.test(line)) continue
      expect(line).toMatch(/; HttpOnly/i)
      expect(line).toMatch(/; SameSite=(Lax|Strict)/i)
      expect(line).toMatch(/; Path=\//i)
      expect(line).not.toMatch(/; Domain=/i)
      expect(line).not.toMatch(/; Secure/i)
    }
  })

  test('go over https alone where people reach the system by https', async () => {
    const lines = await everyCookie(await secondWeb({ publicUrl: 'https://open.example.test' }))
    expect(named(lines).length).toBeGreaterThanOrEqual(6)
    for (const line of lines) if (!/max-age=0/i.test(line)) expect(line).toMatch(/; Secure/i)
  })

  test('hold nothing that can be read or made up: a pass with one letter changed opens nothing', async () => {
    const browser = new Browser(system.url)
    await fileOnPortal(browser)
    const line = browser.setCookies.find((one) => one.startsWith('zhixi_receipt='))!
    const value = /=([^;]*)/.exec(line)![1]!
    expect(decodeURIComponent(value)).not.toMatch(/2026-|caseId|queryCode/)
    const number = /^\/receipt\/([\d-]+)$/.exec((await browser.get('/apply/check')).location ?? '')![1]!
    const spoilt = `${value.slice(0, -3)}${value.at(-3) === 'A' ? 'B' : 'A'}${value.slice(-2)}`
    for (const [cookie, location] of [[value, null], [spoilt, `/status?number=${number}`]] as const) {
      const answer = await fetch(`${system.url}/receipt/${number}`, { redirect: 'manual', headers: { cookie: `zhixi_receipt=${cookie}` } })
      expect(answer.headers.get('location')).toBe(location)
    }
  })
})

describe('a request that another site causes', () => {
  const pages = () => routesOf(system).filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'))
  const addressOf = (path: string) => path.replace(':step', 'who').replace(':number', filed.number)

  test('is refused at every form without its token, before anything is read', async () => {
    const staff = await new Browser(system.url).signIn('gongkai')
    const token = /name="_csrf" value="([^"]+)"/.exec((await new Browser(system.url).get('/signin')).html)![1]!
    expect(pages().length).toBeGreaterThan(15)
    for (const { path } of pages()) {
      for (const _csrf of ['', 'x', token]) {
        const page = await staff.post(addressOf(path), { _csrf, version: '2' })
        expect(page.status, `${path} with ${_csrf || 'none'}`).toBe(403)
        expect(page.html).toContain('页面放得太久了')
      }
    }
  })

  test.each(['https://evil.example', 'null', 'http://localhost:1', 'nonsense'])('is refused with Origin %s even with the token', async (origin) => {
    const staff = await new Browser(system.url).signIn('gongkai')
    for (const { path } of pages()) {
      const page = await staff.post(addressOf(path), { version: '2' }, { origin })
      expect(page.status, path).toBe(403)
    }
    expect((await staff.post(`/desk/cases/${filed.number}/accept`, { version: '2' }, { origin: 'https://evil.example' })).html).toContain('请求来自别的网站')
  })

  test('is refused by the API when a cookie would speak for it; a bearer is never sent by others', async () => {
    const staff = await new Browser(system.url).signIn('gongkai')
    const accept = (headers: Record<string, string>) => staff.send(`/api/v1/cases/${filed.number}/accept`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' })
    expect((await accept({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await accept({ origin: 'null' })).status).toBe(403)
    expect(await system.services.sql`select 1 from case_event where type = 'application_accepted'`).toHaveLength(0)
    expect((await accept({ origin: system.url })).status).toBe(200)
  })

  test('gets no leave to read answers: no CORS header anywhere', async () => {
    for (const path of ['/', '/api/v1/cases', '/api/v1/openapi.json']) {
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await fetch(`${system.url}${path}`, { method, headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } })
        expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
      }
    }
  })
})

describe('too many requests', () => {
  // A minute later, so that what was knocked on before does not count.
  const nextMinute = () => system.clock.set(plusSeconds(system.clock.now(), 61))
  beforeEach(nextMinute)

  test('from one address are refused with 429 and the seconds to wait, door by door, until the minute is over', async () => {
    const at = await secondWeb({ publicRate: 3 })
    const api = new Api(at)
    const browser = new Browser(at)
    await browser.get('/apply/who')
    const doors: readonly (readonly [string, () => Promise<{ status: number; headers: Headers }>])[] = [
      ['filing', () => api.post('/applications', {}, { 'x-forwarded-for': `203.0.113.${Math.floor(performance.now()) % 250}` })],
      ['status', () => api.post('/status', { number: '2026-0001', queryCode: 'ABCD2345' })],
      ['session', () => api.post('/session', { username: 'nobody', password: DEMO_PASSWORD })],
      ['form', () => browser.post('/apply/who', ANSWERS.who)],
    ]
    for (const [name, knock] of doors) {
      nextMinute()
      for (let count = 0; count < 3; count += 1) expect((await knock()).status, name).not.toBe(429)
      const refused = await knock()
      expect([refused.status, refused.headers.get('retry-after')], name).toEqual([429, '60'])
      system.clock.set(plusSeconds(system.clock.now(), 45))
      expect((await knock()).headers.get('retry-after'), name).toBe('15')
      system.clock.set(plusSeconds(system.clock.now(), 16))
      expect((await knock()).status, name).not.toBe(429)
    }
  })

  test('are told as a problem by the API and as a page to people', async () => {
    const at = await secondWeb({ publicRate: 1 })
    const problem = await new Api(at).post('/applications', {}).then(() => new Api(at).post('/applications', {}))
    expect(problem.body).toMatchObject({ status: 429, code: 'common/too-many-requests', detail: expect.stringMatching(/^提交得太密了，请\d+秒后再试$/) })
    const browser = new Browser(at)
    await browser.get('/status')
    await browser.post('/status', { number: '2026-0001', queryCode: 'ABCD2345' })
    const page = await browser.post('/status', { number: '2026-0001', queryCode: 'ABCD2345' })
    expect(page.status).toBe(429)
    expect(page.html).toContain('秒后再试')
  })

  test('staff who register paper forms are not held up', async () => {
    const at = await secondWeb({ publicRate: 1 })
    const own = await signedIn(at, 'gongkai')
    for (let count = 0; count < 4; count += 1) {
      expect((await own.post('/applications', { ...APPLICATION, receipt: { channel: 'in_person', arrivedOn: '2026-11-02' } })).status).toBe(201)
    }
  })
})
