import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PEOPLE } from '#src/boot/demo/people.ts'
import { openPersonal, type Personal } from '#store/applicant.ts'
import { applicant } from '#store/tables/application.table.ts'
import { eventually } from '#test/support/eventually.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Browser } from './browser.ts'
import { crawl, faultsIn, isHtml, linksOf, type Reached } from './crawl.ts'
import { Api, fileOne, RESIDENT_ID, type FiledBody } from './client.ts'
import { Office } from './office.ts'

let system: TestSystem
let office: Office
/** One case that has gone the whole way. */
let archived: FiledBody
let personal: Personal[]

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', seed: 'cases' })
  office = new Office(system.url, system.clock)
  archived = await fileOne(system.url)
  await office.carry(archived.number, 'issue')
  await eventually(async () => (await system.services.sql`select 1 from letter where status = 'queued'`).length === 0, { timeoutMs: 90_000 })
  for (const step of ['deliver', 'archive'] as const) expect((await office.step(step, archived.number)).status).toBe(200)
  personal = (await system.services.db.select().from(applicant)).map((row) => openPersonal(system.services.keyring, row)!)
  expect(personal.length).toBeGreaterThan(10)
})
afterAll(() => system.stop())

/** Whatever of anybody's sealed data stands in a text; also in the shape that such data have. */
function inClear(text: string): string[] {
  const known = personal.flatMap(({ documentNumber, phone, email, address }) => [documentNumber, phone, phone?.replaceAll(' ', ''), email, address].filter((one) => one != null))
  const shaped = [/(?<![0-9A-Za-z])\d{17}[\dX](?![0-9A-Za-z])/g, /(?<!\d)1[3-9]\d{9}(?!\d)/g, /[\w.+-]{2,}@[\w-]+\.[\w.]+/g].flatMap((shape) => text.match(shape) ?? [])
  return [...new Set([...known.filter((one) => text.includes(one)), ...shaped])]
}

/** Examples on the forms, which are nobody's. */
const EXAMPLES = ['name@example.com']

function expectGood(reached: readonly Reached[]) {
  const faults = reached.flatMap(({ path, from, page }) => {
    const bad = page.status === 200 ? [] : [`${page.status}`]
    if (isHtml(page)) bad.push(...faultsIn(page.html), ...inClear(page.html).filter((one) => !EXAMPLES.includes(one)).map((one) => `in clear: ${one}`))
    return bad.map((fault) => `${path} (from ${from}): ${fault}`)
  })
  expect(faults).toEqual([])
}

test('the checks notice what they are for', () => {
  expect(faultsIn('<!DOCTYPE html><html lang="zh-CN"><title>甲</title><main id="main"><h1>甲</h1></main></html>')).toEqual([])
  const bad = '<!DOCTYPE html><html lang="zh-CN"><title></title><main id="main"><h1>甲</h1><h1>乙</h1><p style="color:red" onclick="x()" id="a"></p><p id="a"></p><script>x()</script><a href="javascript:x()">x</a><a href="#gone">x</a><form method="post"></form></main></html>'
  expect(faultsIn(bad)).toHaveLength(9)
  expect(inClear(`<td>${RESIDENT_ID}</td><td>000 7391 6284</td><td>13900000000</td><td>ab@example.com</td>`)).toHaveLength(4)
  expect(linksOf('<a class="x" href="/a?b=1&amp;c=2#d">x</a><iframe src="/e"></iframe><a href="//evil">x</a><a href="https://x">x</a>')).toEqual(['/a?b=1&c=2', '/e'])
})

describe('every page that links lead to is whole, without inline script or style, and names nobody’s numbers', () => {
  test('for anybody, from the front page', async () => {
    const reached = await crawl(new Browser(system.url), ['/'])
    expectGood(reached)
    const paths = reached.map(({ path }) => path)
    for (const path of ['/', '/apply/who', '/status', '/guide', '/calculators', '/annual-reports', '/privacy', '/accessibility']) expect(paths).toContain(path)
    expect(paths.filter((path) => path.startsWith('/desk'))).toEqual([])
  })

  test('for an applicant on the way through the form, with his receipt and with his answered case', async () => {
    const browser = new Browser(system.url)
    const steps = {
      who: { authorityId: 'shiju', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: RESIDENT_ID },
      contact: { phone: '000 7391 6284' },
      what: { description: '烟花爆竹运输许可的办理指南' },
      how: { form: 'paper', way: 'pickup' },
    }
    await browser.get('/apply/who')
    for (const [step, fields] of Object.entries(steps)) {
      const page = await browser.get(`/apply/${step}`)
      expect(faultsIn(page.html), step).toEqual([])
      const wrong = await browser.post(`/apply/${step}`, {})
      expect([wrong.status, faultsIn(wrong.html)], step).toEqual([422, []])
      await browser.post(`/apply/${step}`, fields)
      const again = await browser.get(`/apply/${step}`)
      expect(faultsIn(again.html), step).toEqual([])
      if (step !== 'what') continue
      // What is suggested leads to the sites of the authority, the wording to the channels.
      const [open] = linksOf(again.html).filter((link) => /^\/suggestions\/.*\/open$/.test(link))
      expect((await browser.get(open!)).location).toMatch(/^https:\/\/www\.example\.gov\.cn\//)
      const enough = await browser.post('/apply/what', { ...fields, action: `enough:${open!.split('/')[2]}` })
      for (const path of [enough.location!, '/channels']) expect(faultsIn((await browser.get(path)).html), path).toEqual([])
      await browser.get('/apply/what')
    }
    const check = await browser.get('/apply/check')
    expect(faultsIn(check.html)).toEqual([])
    const receipt = (await browser.post('/apply/check', { key: /name="key" value="([^"]+)"/.exec(check.html)![1]! })).location!
    expectGood(await crawl(browser, [receipt]))
    await browser.get('/status')
    await browser.post('/status', { number: archived.number, queryCode: archived.queryCode })
    await eventually(async () => (await system.services.sql`select 1 from letter where status <> 'stored'`).length === 0, { timeoutMs: 50_000 })
    const reached = await crawl(browser, [`/status/${archived.number}`])
    expectGood(reached)
    expect(reached.filter(({ path }) => /\.pdf(\?|$)/.test(path)).length).toBeGreaterThanOrEqual(2)
  })

  // One account per set of roles; the others see the same pages.
  const accounts = PEOPLE.filter((person, index) => PEOPLE.findIndex((other) => String(other.roles) === String(person.roles)) === index)
  test.each(accounts.map(({ username, name }) => [username, name]))('for %s (%s), from the desk', async (username) => {
    const browser = await new Browser(system.url).signIn(username)
    const reached = await crawl(browser, ['/desk', '/account/password', '/account/two-factor'])
    expectGood(reached)
    expect(reached.map(({ path }) => path)).toContain('/desk')
    if (username === 'gongkai') expect(reached.map(({ path }) => path).filter((path) => /^\/desk\/cases\/[\d-]+$/.test(path))).toHaveLength(2)
  })
})

test('no answer of the API names anybody’s numbers, but for the one that is asked for it with a reason', { timeout: 120_000 }, async () => {
  let answers = 0
  for (const username of ['gongkai', 'chuangkou', 'chengban', 'keshi', 'qianfa', 'jiandu']) {
    const api = await office.as(username)
    const { cases } = (await api.get<{ cases: { number: string }[] }>('/cases?limit=100')).body
    const paths = ['/cases?limit=100', '/handlers', '/session', ...cases.flatMap(({ number }) => ['', '/draft', '/letters'].map((more) => `/cases/${number}${more}`))]
    for (const path of paths) {
      const { text } = await api.get(path)
      expect(inClear(text), `${username} ${path}`).toEqual([])
      answers += 1
    }
  }
  const own = await new Api(system.url).post('/status', { number: archived.number, queryCode: archived.queryCode })
  expect(inClear(own.text)).toEqual([])
  expect(answers).toBeGreaterThan(50)
  const asked = await (await office.as('gongkai')).post(`/cases/${archived.number}/personal-data`, { reason: '电话联系申请人' })
  expect(inClear(asked.text)).toContain(RESIDENT_ID)
})
