import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resetAccess } from '#features/accounts/index.ts'
import { Browser } from './browser.ts'
import { after, openOffice, PASSWORD, setTime, type Office } from './office.ts'
import { totp } from './totp.ts'

describe('the six digits on the phone', () => {
  // RFC 6238 appendix B, SHA-1, last six digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  test.each([[59, '287082'], [1111111109, '081804'], [1234567890, '005924'], [20000000000, '353130']])('at %d they are %s (RFC 6238)', (time, code) => {
    expect(totp(secret, time)).toBe(code)
  })
})

describe('signing in with a second factor', () => {
  let office: Office
  const path = '/account/two-factor'
  /** Seconds since the start of the tests; each test moves on by at least half a minute, so that no code comes twice. */
  let elapsed = 0
  const wait = (seconds = 300) => setTime(after((elapsed += seconds)))
  const code = (secret: string) => totp(secret, Date.now() / 1000)

  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office.close())

  /** A signed-in person with the second factor on; returns the secret of his phone and his backup codes. */
  async function enrolled(username: string) {
    wait()
    await office.add({ username })
    const browser = new Browser(office)
    await browser.signIn(username, PASSWORD)
    const page = await (await browser.post(path, { step: 'start', password: PASSWORD })).text()
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(' ', '')
    const enrolment = /name="enrolment" value="([^"]+)"/.exec(page)![1]!
    return { browser, page, secret, enrolment }
  }
  async function turnedOn(username: string) {
    const { browser, secret, enrolment } = await enrolled(username)
    const page = await (await browser.post(path, { step: 'confirm', enrolment, code: code(secret) })).text()
    const backupCodes = [...page.matchAll(/<li><code>([^<]+)<\/code>/g)].map((match) => match[1]!)
    wait()
    return { browser, secret, page, backupCodes }
  }
  const enter = (username: string, more: Record<string, string> = {}) => new Browser(office).signIn(username, PASSWORD, more)

  test('the secret is shown as a picture and as text, and counts only once a code has proved it', async () => {
    const { browser, page, secret, enrolment } = await enrolled('clerk01')
    expect(page).toContain('aria-label="动态口令的二维码"')
    expect((await enter('clerk01')).status, 'not yet asked for').toBe(303)
    const wrong = await browser.post(path, { step: 'confirm', enrolment, code: '000000' })
    expect([wrong.status, (await wrong.text()).replaceAll(' ', '').includes(secret)], 'the secret is still there').toEqual([422, true])
    wait(30)
    const done = await browser.post(path, { step: 'confirm', enrolment, code: code(secret) })
    expect([done.status, done.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect((await browser.get('/desk')).status, 'still signed in').toBe(200)
  })

  test('turning it on needs the password', async () => {
    await office.add({ username: 'clerk02' })
    const browser = new Browser(office)
    await browser.signIn('clerk02', PASSWORD)
    const response = await browser.post(path, { step: 'start', password: 'wrong-password-1' })
    expect([response.status, (await response.text()).includes('密码不对')]).toEqual([422, true])
  })

  test('from then on the password alone is not enough, and a wrong code costs a try', async () => {
    const { secret } = await turnedOn('clerk03')
    const without = await enter('clerk03')
    expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('请填手机验证器上的6位数字，还能试4次')])
    const wrong = await enter('clerk03', { code: '000000' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('动态口令不对，还能试3次')])
    expect((await enter('clerk03', { code: `${code(secret).slice(0, 3)} ${code(secret).slice(3)}` })).status).toBe(303)
  })

  test('no half-finished sign-in leaves a session behind', async () => {
    await turnedOn('clerk04')
    await office.services.sql`delete from session`
    await enter('clerk04')
    await enter('clerk04', { code: '000000' })
    expect(await office.services.sql`select 1 from session`).toHaveLength(0)
  })

  test('a code opens once: seen over a shoulder it is worth nothing', async () => {
    const { secret } = await turnedOn('clerk05')
    const shown = code(secret)
    expect((await enter('clerk05', { code: shown })).status).toBe(303)
    expect((await enter('clerk05', { code: shown })).status).toBe(422)
    wait(30)
    expect((await enter('clerk05', { code: code(secret) })).status).toBe(303)
  })

  test('an old code does not open', async () => {
    const { secret } = await turnedOn('clerk06')
    const old = code(secret)
    wait(90)
    expect((await enter('clerk06', { code: old })).status).toBe(422)
  })

  test('wrong codes lock like wrong passwords', async () => {
    const { secret } = await turnedOn('clerk07')
    for (let i = 0; i < 4; i++) await enter('clerk07', { code: `00000${i}` })
    expect((await enter('clerk07', { code: '000009' })).status).toBe(429)
    expect((await enter('clerk07', { code: code(secret) })).status).toBe(429)
    wait(900)
    expect((await enter('clerk07', { code: code(secret) })).status).toBe(303)
  })

  test('ten backup codes are shown once; each opens once', async () => {
    const { browser, backupCodes } = await turnedOn('clerk08')
    expect(backupCodes).toHaveLength(10)
    expect(backupCodes.every((one) => /^[2-9A-Z]{5}-[2-9A-Z]{5}$/.test(one))).toBe(true)
    expect(await (await browser.get(path)).text()).not.toContain(backupCodes[0])
    expect((await enter('clerk08', { code: backupCodes[0]! })).status).toBe(303)
    expect((await enter('clerk08', { code: backupCodes[0]! })).status).toBe(422)
    expect((await enter('clerk08', { code: backupCodes[1]!.toLowerCase() })).status, 'typed in small letters').toBe(303)
    const renewed = await (await browser.post(path, { step: 'renew', password: PASSWORD })).text()
    const fresh = [...renewed.matchAll(/<li><code>([^<]+)<\/code>/g)].map((match) => match[1]!)
    expect((await enter('clerk08', { code: backupCodes[2]! })).status, 'the old ones are void').toBe(422)
    expect((await enter('clerk08', { code: fresh[0]! })).status).toBe(303)
  })

  test('turning it off needs the password; then the password is enough again', async () => {
    const { browser } = await turnedOn('clerk09')
    const refused = await browser.post(path, { step: 'stop', password: 'wrong-password-1' })
    expect([refused.status, (await refused.text()).includes('已经开通')]).toEqual([422, true])
    expect((await browser.post(path, { step: 'stop', password: PASSWORD })).status).toBe(303)
    expect((await enter('clerk09')).status).toBe(303)
    expect(await office.services.sql`select 1 from two_factor t join "user" u on u.id = t.user_id where username = 'clerk09'`).toHaveLength(0)
  })

  test('whoever sits at an open session cannot guess the password there for long', async () => {
    const { browser } = await turnedOn('clerk10')
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await browser.post(path, { step: 'stop', password: `wrong-password-${i}` })).status)
    expect([statuses.slice(0, 8), statuses.at(-1)]).toEqual([Array(8).fill(422), 429])
  })

  test('the API takes the code too, and says when one is missing', async () => {
    const { secret } = await turnedOn('clerk11')
    const post = (body: object) =>
      office.app.request('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'clerk11', password: PASSWORD, ...body }) })
    const without = await post({})
    expect([without.status, await without.json()]).toEqual([401, expect.objectContaining({ code: 'accounts/code-needed' })])
    const withCode = await post({ code: code(secret) })
    expect([withCode.status, await withCode.json()]).toEqual([201, expect.objectContaining({ user: expect.objectContaining({ twoFactor: true }) })])
  })

  test('a lost phone: the administrator gives a new password without the second factor, and open sessions end', async () => {
    const { browser } = await turnedOn('clerk12')
    expect(await resetAccess(office.services, 'clerk12', 'New-beginning-7')).toEqual({ ok: true })
    expect((await browser.get('/desk')).status).toBe(303)
    expect((await enter('clerk12')).status, 'the old password').toBe(422)
    expect((await new Browser(office).signIn('clerk12', 'New-beginning-7')).status).toBe(303)
  })

  test('the page needs a signed-in person', async () => {
    expect((await new Browser(office).get(path)).headers.get('location')).toBe('/signin?next=%2Faccount%2Ftwo-factor')
  })
})
