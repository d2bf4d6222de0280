import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from './browser.ts'
import { openOffice, PASSWORD, type Office } from './office.ts'

const NEW = 'Another-horse-10'

describe('changing the password', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.add({ username: 'clerk02' })
  })
  afterAll(() => office.close())

  async function signedIn(username: string) {
    await office.add({ username })
    const browser = new Browser(office)
    await browser.signIn(username, PASSWORD)
    return browser
  }
  const change = (browser: Browser, current: string, password: string, repeat = password) => browser.post('/account/password', { current, password, repeat })

  test('the new one opens, the old one does not, and sessions elsewhere end', async () => {
    const [here, elsewhere] = [await signedIn('clerk01'), new Browser(office)]
    await elsewhere.signIn('clerk01', PASSWORD)
    const response = await change(here, PASSWORD, NEW)
    expect([response.status, (await response.text()).includes('密码已经改了')]).toEqual([200, true])
    expect((await here.get('/desk')).status).toBe(200)
    expect((await elsewhere.get('/desk')).status).toBe(303)
    expect((await elsewhere.signIn('clerk01', PASSWORD)).status).toBe(422)
    expect((await elsewhere.signIn('clerk01', NEW)).status).toBe(303)
  })

  test.each([
    ['the current one is wrong', 'wrong-password-1', NEW, NEW, '现在的密码不对'],
    ['it is too short', PASSWORD, 'Short-1', 'Short-1', '密码至少10个字符，现在7个'],
    ['it is one letter over and over', PASSWORD, 'aaaaaaaaaaaa', 'aaaaaaaaaaaa', '至少要有5种不同的字符'],
    ['it has the username in it', PASSWORD, 'My-CLERK02-password', 'My-CLERK02-password', '密码里不能有用户名'],
    ['it is the same', PASSWORD, PASSWORD, PASSWORD, '新密码和现在的密码一样'],
    ['the two do not agree', PASSWORD, NEW, `${NEW}x`, '两次写的新密码不一样'],
    ['nothing was typed', '', '', '', '请填写现在的密码'],
  ])('is refused and says why when %s; no password comes back', async (_, current, password, repeat, message) => {
    const browser = new Browser(office)
    await browser.signIn('clerk02', PASSWORD)
    const response = await change(browser, current, password, repeat)
    const page = await response.text()
    expect([response.status, page.includes(message)]).toEqual([422, true])
    for (const typed of [current, password, repeat]) if (typed !== '') expect(page).not.toContain(typed)
    expect((await new Browser(office).signIn('clerk02', PASSWORD)).status, 'nothing changed').toBe(303)
  })

  test('the form of another site is refused', async () => {
    const browser = await signedIn('clerk03')
    const fields = { current: PASSWORD, password: NEW, repeat: NEW }
    expect((await browser.post('/account/password', fields, { origin: 'http://evil.test' })).status).toBe(403)
    const withoutToken = await browser.send('/account/password', { method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(withoutToken.status).toBe(403)
  })
})
