import { Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountApi, setUserActive } from '#features/accounts/index.ts'
import { Browser } from './browser.ts'
import { after, MORNING, openOffice, PASSWORD, setTime, type Office } from './office.ts'

describe('sessions through the API', () => {
  let office: Office
  let staffId: string
  beforeAll(async () => {
    office = await openOffice()
    staffId = await office.add({ username: 'clerk01', roles: ['handler', 'window_clerk'] })
    await office.add({ username: 'left01' })
    await setUserActive(office.services, 'left01', false)
  })
  afterAll(() => office.close())
  beforeEach(() => setTime(MORNING))

  const call = (method: string, path: string, options: { token?: string; body?: unknown; headers?: Record<string, string> } = {}) =>
    office.app.request(`http://office.test/api/v1${path}`, {
      method,
      headers: {
        host: 'office.test',
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
  const tokenOf = async (username: string) => {
    const response = await call('POST', '/session', { body: { username, password: PASSWORD } })
    return ((await response.json()) as { token: string }).token
  }

  test('the right password is answered with a token, its end, and who it is', async () => {
    const response = await call('POST', '/session', { body: { username: 'Clerk01', password: PASSWORD } })
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie(), 'the API sets no cookie').toEqual([])
    const user = {
      id: staffId, username: 'clerk01', name: '承办人甲', roles: ['handler', 'window_clerk'],
      authority: { id: 'a1', name: '示例市公安局' }, unit: { id: 'u2', name: '监管支队' }, twoFactor: false,
    }
    const body = (await response.json()) as { token: string }
    expect(body).toEqual({ token: expect.any(String), expiresAt: after(12 * 3600), user })
    const me = await call('GET', '/session', { token: body.token })
    expect(await me.json()).toEqual(user)
  })

  test('the token ends with the session', async () => {
    const token = await tokenOf('clerk01')
    expect((await call('DELETE', '/session', { token })).status).toBe(204)
    const response = await call('GET', '/session', { token })
    expect([response.status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8'])
    expect(await response.json()).toMatchObject({ code: 'accounts/not-signed-in', status: 401 })
  })

  test('a token lives on while it is used', async () => {
    const token = await tokenOf('clerk01')
    for (const hours of [11, 22, 33]) {
      setTime(after(hours * 3600))
      expect((await call('GET', '/session', { token })).status).toBe(200)
    }
    setTime(after(45 * 3600 + 1))
    expect((await call('GET', '/session', { token })).status).toBe(401)
  })

  test('what stands in the database is no token: it lacks the signature', async () => {
    const token = await tokenOf('clerk01')
    const [row] = await office.services.sql<{ token: string }[]>`select token from session order by created_at desc limit 1`
    for (const forged of [row!.token, `${row!.token}.AAAA`, `${token}x`, '', 'a.b']) {
      expect((await call('GET', '/session', { token: forged })).status).toBe(401)
    }
  })

  test('an unknown username and a wrong password are answered with the same bytes', async () => {
    const answer = async (username: string) => {
      const response = await call('POST', '/session', { body: { username, password: 'wrong-password-1' } })
      return `${response.status} ${response.headers.get('content-type')} ${await response.text()}`
    }
    for (let i = 0; i < 6; i++) expect(await answer('nobody01')).toBe(await answer('left01'))
    expect(await answer('left01')).toMatch(/^429 .*请在10时15分后再试/)
  })

  test('a locked username says when to come back', async () => {
    for (let i = 0; i < 5; i++) await call('POST', '/session', { body: { username: 'nobody02', password: 'wrong-password-1' } })
    setTime(after(60))
    const response = await call('POST', '/session', { body: { username: 'nobody02', password: PASSWORD } })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '840'])
    expect(await response.json()).toMatchObject({ code: 'accounts/locked' })
  })

  test('a closed account is told so, but only to who knows its password', async () => {
    setTime(after(3600))
    const response = await call('POST', '/session', { body: { username: 'left01', password: PASSWORD } })
    expect([response.status, await response.json()]).toEqual([403, expect.objectContaining({ code: 'accounts/inactive' })])
  })

  test.each([
    [{}, ['username', 'password']],
    [{ username: 'clerk01', password: '' }, ['password']],
    [{ username: 5, password: PASSWORD }, ['username']],
    [{ username: 'x'.repeat(101), password: PASSWORD, code: 123456 }, ['username', 'code']],
  ])('%j is answered with the fields to mend', async (body, fields) => {
    const response = await call('POST', '/session', { body })
    const problem = (await response.json()) as { errors: { field: string }[] }
    expect([response.status, problem.errors.map((error) => error.field)]).toEqual([422, fields])
  })

  describe('a browser session at the API', () => {
    const act = async (origin: string | undefined, more: Record<string, string> = {}) => {
      const browser = new Browser(office)
      await browser.signIn('clerk01', PASSWORD)
      return browser.send('/api/v1/act', { method: 'POST', headers: { ...(origin === undefined ? {} : { origin }), ...more } })
    }

    test('acts from our own pages', async () => {
      expect(await (await act('http://office.test')).json()).toEqual({ by: '承办人甲' })
    })

    test.each(['http://evil.test', 'http://office.test.evil.test', 'null'])('changes nothing when the request comes from %s', async (origin) => {
      const response = await act(origin)
      expect([response.status, await response.json()]).toEqual([403, expect.objectContaining({ code: 'common/foreign-origin' })])
    })

    test('signs nobody out from another site', async () => {
      const browser = new Browser(office)
      await browser.signIn('clerk01', PASSWORD)
      expect((await browser.send('/api/v1/session', { method: 'DELETE', headers: { origin: 'http://evil.test' } })).status).toBe(403)
      expect((await browser.get('/desk')).status).toBe(200)
      expect((await browser.send('/api/v1/session', { method: 'DELETE' })).status).toBe(204)
      expect((await browser.get('/desk')).status).toBe(303)
    })

    test('does not lend itself to a wrong bearer token', async () => {
      expect((await act(undefined, { authorization: 'Bearer nonsense' })).status).toBe(401)
    })
  })

  test('a bearer token needs no origin: no browser sends it by itself', async () => {
    const token = await tokenOf('clerk01')
    expect((await call('POST', '/act', { token, headers: { origin: 'http://other-system.test' } })).status).toBe(200)
  })

  test('the three operations stand in the OpenAPI document', async () => {
    const app = new Hono()
    app.route('/', accountApi as unknown as Hono)
    app.get('/openapi.json', openAPIRouteHandler(app, {}))
    const document = (await (await app.request('/openapi.json')).json()) as { paths: Record<string, Record<string, { operationId: string }>> }
    const operations = Object.entries(document.paths['/session']!).map(([method, { operationId }]) => `${method} ${operationId}`)
    expect(operations.toSorted()).toEqual(['delete signOut', 'get whoAmI', 'post signIn'])
  })
})
