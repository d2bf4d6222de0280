import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setUserActive } from '#features/accounts/index.ts'
import { Browser } from './browser.ts'
import { after, MORNING, openOffice, PASSWORD, setTime, type Office } from './office.ts'

describe('signing in on the page', () => {
  let office: Office
  let browser: Browser
  beforeAll(async () => {
    office = await openOffice()
    for (const username of ['jianguan01', 'jianguan02', 'jianguan03', 'jianguan04', 'jianguan05']) await office.add({ username })
  })
  afterAll(() => office.close())
  beforeEach(() => {
    setTime(MORNING)
    browser = new Browser(office)
  })

  test('the right password opens the desk; the cookie is out of reach of scripts and of other sites', async () => {
    const response = await browser.signIn('jianguan01', PASSWORD)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk'])
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('zhixi.session_token='))
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Max-Age=43200/i)
    expect(await (await browser.get('/desk')).text()).toBe('desk of 承办人甲')
  })

  test('the username may be typed in capitals, full width and with spaces around', async () => {
    expect((await browser.signIn(' ＪianGuan01 ', PASSWORD)).status).toBe(303)
  })

  test('over https the cookie is sent over https only', async () => {
    const strict = await openOffice({ secure: true })
    await strict.add({ username: 'jianguan01' })
    const cookies = (await new Browser(strict).signIn('jianguan01', PASSWORD)).headers.getSetCookie()
    expect(cookies.find((line) => line.startsWith('__Secure-zhixi.session_token='))).toMatch(/; Secure/i)
    await strict.close()
    setTime(MORNING)
  })

  test('after an error the username is still there and the password is not', async () => {
    const response = await browser.signIn('jianguan02', 'wrong-password-1')
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('用户名或者密码不对，还能试4次')
    expect(page).toContain('value="jianguan02"')
    expect(page).not.toContain('wrong-password-1')
    expect(page).toContain('<title>错误：登录')
  })

  test('an empty field is named and costs no try', async () => {
    for (let i = 0; i < 6; i++) expect(await (await browser.signIn('jianguan03', '')).text()).toContain('请填写密码')
    expect((await browser.signIn('jianguan03', PASSWORD)).status).toBe(303)
  })

  test('an unknown username is answered exactly like a wrong password, down to the lock', async () => {
    const answers = async (username: string) => {
      const own = new Browser(office)
      const seen: string[] = []
      for (let i = 0; i < 6; i++) {
        const response = await own.signIn(username, 'wrong-password-1')
        seen.push(`${response.status} ${(await response.text()).replaceAll(username, '').replace(/name="_csrf" value="[^"]*"/, '')}`)
      }
      return seen
    }
    const known = await answers('jianguan04')
    expect(await answers('nobody04')).toEqual(known)
    expect(known.map((answer) => answer.slice(0, 3))).toEqual(['422', '422', '422', '422', '429', '429'])
    expect(known[4]).toContain('请在10时15分后再试')
  })

  test('a locked username does not open with the right password either, until the time is over', async () => {
    for (let i = 0; i < 5; i++) await browser.signIn('jianguan05', 'wrong-password-1')
    const response = await browser.signIn('jianguan05', PASSWORD)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '900'])
    setTime(after(899))
    expect((await browser.signIn('jianguan05', PASSWORD)).status).toBe(429)
    setTime(after(900))
    expect((await browser.signIn('jianguan05', PASSWORD)).status).toBe(303)
  })

  test('an account that was closed cannot sign in, and its open session is over', async () => {
    await office.add({ username: 'left01' })
    await browser.signIn('left01', PASSWORD)
    expect((await browser.get('/desk')).status).toBe(200)
    await setUserActive(office.services, 'left01', false)
    expect((await browser.get('/desk')).status).toBe(303)
    const response = await browser.signIn('left01', PASSWORD)
    expect(await response.text()).toContain('这个账号已经停用，请找系统管理员')
    expect((await browser.get('/desk')).status).toBe(303)
    expect(await office.services.sql`select 1 from session s join "user" u on u.id = s.user_id where u.username = 'left01'`).toHaveLength(0)
  })

  test('signing out ends the session in the database: the old cookie is worth nothing', async () => {
    await browser.signIn('jianguan01', PASSWORD)
    const stolen = new Map(browser.cookies)
    expect((await browser.post('/signout', {})).headers.get('location')).toBe('/signin')
    expect((await browser.get('/desk')).status).toBe(303)
    const thief = new Browser(office)
    for (const [name, value] of stolen) thief.cookies.set(name, value)
    expect((await thief.get('/desk')).status).toBe(303)
  })

  test('a session lives on while it is used and ends after twelve hours without use', async () => {
    await browser.signIn('jianguan01', PASSWORD)
    setTime(after(11 * 3600))
    const renewed = await browser.get('/desk')
    expect(renewed.headers.getSetCookie().some((line) => line.startsWith('zhixi.session_token='))).toBe(true)
    setTime(after(22 * 3600))
    expect((await browser.get('/desk')).status).toBe(200)
    setTime(after(34 * 3600 + 1))
    expect((await browser.get('/desk')).status).toBe(303)
  })

  test('the session remembers the address of the connection, not what the request says of itself', async () => {
    await office.services.sql`delete from session`
    const far = new Browser(office, { 'x-test-address': '203.0.113.9', 'x-forwarded-for': '198.51.100.1', 'x-zhixi-address': '198.51.100.2' })
    await far.signIn('jianguan01', PASSWORD)
    expect(await office.services.sql`select ip_address from session`).toEqual([{ ip_address: '203.0.113.9' }])
  })

  test('a forged or changed cookie opens nothing', async () => {
    await browser.signIn('jianguan01', PASSWORD)
    const name = 'zhixi.session_token'
    const [token] = await office.services.sql<{ token: string }[]>`select token from session limit 1`
    for (const value of [token!.token, `${token!.token}.c2lnbmF0dXJl`, `x${browser.cookies.get(name)!}`]) {
      browser.cookies.set(name, value)
      expect((await browser.get('/desk')).status).toBe(303)
    }
  })

  test('too many sign-ins from one address have to wait, whatever the usernames', async () => {
    const busy = await openOffice({ publicRate: 3 })
    const own = new Browser(busy)
    for (let i = 0; i < 3; i++) expect((await own.signIn(`nobody${i}`, 'wrong-password-1')).status).toBe(422)
    const response = await own.signIn('nobody9', 'wrong-password-1')
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await new Browser(busy, { 'x-test-address': '203.0.113.8' }).signIn('nobody9', 'wrong-password-1')).status).toBe(422)
    await busy.close()
    setTime(MORNING)
  })
})

describe('where sign-in leads', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.add({ username: 'jianguan01' })
  })
  afterAll(() => office.close())

  test('somebody not signed in is sent to sign in and back to the page he wanted', async () => {
    const browser = new Browser(office)
    const sent = await browser.get('/desk?sort=due&page=2')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/signin?next=%2Fdesk%3Fsort%3Ddue%26page%3D2'])
    expect(await (await browser.get(sent.headers.get('location')!)).text()).toContain('value="/desk?sort=due&amp;page=2"')
    const done = await browser.signIn('jianguan01', PASSWORD, { next: '/desk?sort=due&page=2' })
    expect(done.headers.get('location')).toBe('/desk?sort=due&page=2')
  })

  test.each(['https://evil.test/', '//evil.test/', '/\\evil.test/', '/\t/evil.test/', '/x/..//evil.test', 'javascript:alert(1)', ''])('never to another site: %j', async (next) => {
    const done = await new Browser(office).signIn('jianguan01', PASSWORD, { next })
    expect(done.headers.get('location')).toBe('/desk')
  })

  test('somebody already signed in goes on without the form', async () => {
    const browser = new Browser(office)
    await browser.signIn('jianguan01', PASSWORD)
    const response = await browser.get('/signin?next=/desk/cases')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk/cases'])
  })
})
