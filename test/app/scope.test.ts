import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addUser } from '#features/accounts/index.ts'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Browser } from './browser.ts'
import { Api, fileOne, type Answer, type FiledBody } from './client.ts'
import { Office } from './office.ts'
import { routesOf, type Route } from './routes.ts'

let system: TestSystem
let office: Office
/** A case of 市局 in the hands of 治安支队, with a draft. */
let ours: FiledBody
let receiptId: string
/** Nobody has it. */
const MISSING = '2026-9999'
/** Routes of one case: JSON, pages of the desk, pages of the applicant. */
let api: Route[]
let desk: Route[]

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  office = new Office(system.url, system.clock)
  ours = await fileOne(system.url)
  await office.carry(ours.number, 'draft')
  receiptId = (await system.services.sql<{ id: string }[]>`select letter.id from letter join case_file on case_file.id = case_id where number = ${ours.number}`)[0]!.id
  const ofCase = routesOf(system).filter(({ path }) => path.includes(':number'))
  api = ofCase.filter(({ path }) => path.startsWith('/api/v1/'))
  desk = ofCase.filter(({ path }) => path.startsWith('/desk/'))
  expect([api.length, desk.length].every((count) => count >= 12)).toBe(true)
})
afterAll(() => system.stop())

const WINDOW = ['binhe', 'donghu']

/** Bodies that would be good on the right case by the right person. */
const GOOD: Readonly<Record<string, object>> = {
  assign: { handlerId: 'somebody' },
  decision: { decision: 'granted', reason: '属于可以公开的政府信息' },
  decide: { decision: 'granted', reason: '属于可以公开的政府信息' },
  draft: { requestText: '甲', facts: '乙', decisionText: '丙' },
  check: { requestText: '甲', facts: '乙', decisionText: '丙' },
  preview: { requestText: '甲', facts: '乙', decisionText: '丙' },
  review: { action: 'approve' },
  signoff: { do: 'approve' },
  delivery: { service: 'direct', on: '2026-11-02', evidence: '本人签收' },
  deliver: { service: 'direct', on: '2026-11-02', evidence: '本人签收' },
  'correction-request': { items: ['写明年份'], guidance: '写明年份就可以查找', respondBy: '2026-12-01' },
  'correction-refusal': { reason: '忘记不是正当理由' },
  withdrawal: { on: '2026-11-02' },
  extension: { days: 20, reason: '档案还在逐件核对', consentedBy: '负责人甲' },
  'fee-notice': { basis: 'per_page', pages: 1500, facts: '数量明显超过合理范围', method: '到非税窗口缴纳' },
  'fee-notice-received': { on: '2026-11-02', evidence: '本人签收' },
  payment: { on: '2026-11-02', amountYuan: 54700, evidence: '票据0001' },
  split: { parts: ['甲', '乙'] },
  links: { other: '2026-0001', relation: 'similar' },
  link: { other: '2026-0001', relation: 'similar' },
  'personal-data': { reason: '电话联系申请人' },
  open: { reason: '核对申请人身份' },
}
const bodyFor = ({ path }: Route) => GOOD[path.split('/').at(-1)!] ?? {}
const fill = ({ path }: Route, number: string) => path.replace(':number', number).replace(/:file[^/]*/, `${receiptId}.pdf`).replace(/:\w+/, receiptId)

/** What is left of an answer when one forgets which number was asked and when. */
const plain = (text: string, number: string) => text.replaceAll(number, 'NUMBER').replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}/g, 'REQUEST')

async function throughApi(caller: Api, route: Route, number: string) {
  const { status, headers, text } = await caller.send(route.method, fill(route, number).replace('/api/v1', ''), route.method === 'GET' ? undefined : bodyFor(route))
  return { status, type: headers.get('content-type'), text: plain(text, number) }
}
async function throughPages(person: Browser, route: Route, number: string) {
  const address = fill(route, number)
  const page = route.method === 'GET' ? await person.get(address) : await person.post(address, { version: '3', ...(bodyFor(route) as Record<string, string>) })
  return { status: page.status, location: page.location, text: plain(page.html, number) }
}

describe.each([
  ['滨河经办人 (another authority)', 'binhe'],
  ['滨河承办人 (another authority)', 'binhe2'],
  ['东湖经办人 (another authority)', 'donghu'],
  ['承办人乙 (another unit)', 'chengban2'],
  ['科室负责人乙 (another unit)', 'keshi2'],
  ['系统管理员甲 (no case at all)', 'xitong'],
  ['安全管理员甲 (no case at all)', 'anquan'],
  ['审计管理员甲 (no case at all)', 'shenji'],
])('%s', (_, username) => {
  test('reads and commands a foreign case through the API exactly as one that does not exist', async () => {
    const caller = await office.as(username)
    for (const route of api) {
      const foreign = await throughApi(caller, route, ours.number)
      expect(foreign, `${route.method} ${route.path}`).toEqual(await throughApi(caller, route, MISSING))
      expect(foreign.status, `${route.method} ${route.path}: ${foreign.text}`).toBe(404)
    }
  })

  test('and through the pages', async () => {
    const person = await new Browser(system.url).signIn(username)
    for (const route of desk) {
      const foreign = await throughPages(person, route, ours.number)
      expect(foreign, `${route.method} ${route.path}`).toEqual(await throughPages(person, route, MISSING))
      // The window's own pages ask for the role before they look at any case.
      expect(foreign.status, `${route.method} ${route.path}`).toBe(route.path.startsWith('/desk/intake') && !WINDOW.includes(username) ? 403 : 404)
    }
  })

  test('finds it in no list, no search and no count', async () => {
    const caller = await office.as(username)
    for (const query of ['', '?open=true', `?q=${ours.number}`, `?q=${encodeURIComponent('烟花爆竹')}`, '?unit=shiju-zhian', '?status=drafting']) {
      expect((await caller.get<{ cases: unknown[] }>(`/cases${query}`)).body.cases, query).toEqual([])
    }
    const person = await new Browser(system.url).signIn(username)
    for (const path of ['/desk', '/desk/cases', `/desk/cases?q=${ours.number}`, '/desk/signoff', '/desk/delivery']) {
      expect((await person.get(path)).html, path).not.toContain(`/desk/cases/${ours.number}`)
    }
  })
})

test('nothing of all this has left a trace on the case', async () => {
  const [row] = await system.services.sql<{ version: number; events: number }[]>`
    select version, (select count(*)::int from case_event where case_id = case_file.id) as events from case_file where number = ${ours.number}`
  expect(row).toEqual({ version: 6, events: 6 })
})

describe('inside the authority', () => {
  test('those whose unit has it, and those who oversee, read it', async () => {
    for (const username of ['gongkai', 'chuangkou', 'chengban', 'keshi', 'fazhi', 'baomi', 'qianfa', 'jiandu']) {
      expect((await (await office.as(username)).get(`/cases/${ours.number}`)).status, username).toBe(200)
    }
  })

  test('a handler does not see a case before it is given to his unit, and sees it from then on', async () => {
    const { number } = await fileOne(system.url)
    const handler = await office.as('chengban')
    await office.carry(number, 'accept')
    expect((await handler.get(`/cases/${number}`)).status).toBe(404)
    await office.step('assign', number)
    expect((await handler.get(`/cases/${number}`)).status).toBe(200)
  })

  test('a handler does not see a case any more once it is given to another unit', async () => {
    const { number } = await fileOne(system.url)
    await office.carry(number, 'assign')
    const away = await (await office.as('gongkai')).post(`/cases/${number}/assign`, { handlerId: await office.handlerId('承办人乙') })
    expect(away.status, away.text).toBe(200)
    expect((await (await office.as('chengban')).get(`/cases/${number}`)).status).toBe(404)
    expect((await (await office.as('chengban2')).get(`/cases/${number}`)).status).toBe(200)
  })

  test('a colleague of the same unit reads it but cannot act in the handler’s place', async () => {
    await addUser(system.services, { username: 'chengban3', name: '承办人丙', authorityId: 'shiju', unitId: 'shiju-zhian', roles: ['handler'], password: DEMO_PASSWORD })
    const colleague = await office.as('chengban3')
    expect((await colleague.get(`/cases/${ours.number}`)).status).toBe(200)
    for (const answer of [
      await colleague.post(`/cases/${ours.number}/decision`, GOOD['decision']),
      await colleague.send('PUT', `/cases/${ours.number}/draft`, GOOD['draft']),
      await colleague.post(`/cases/${ours.number}/draft/submit`),
    ]) {
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'assignment/not-handler'])
    }
  })

  test('whoever only oversees is told that his role cannot do it', async () => {
    const supervisor = await office.as('jiandu')
    for (const route of api.filter(({ method }) => method !== 'GET')) {
      const answer = await throughApi(supervisor, route, ours.number)
      expect(answer.status, `${route.method} ${route.path}: ${answer.text}`).toBe(403)
    }
  })

  test('a letter of one case is not found under another', async () => {
    const { number } = await fileOne(system.url)
    const clerk = await office.as('gongkai')
    for (const path of [`/cases/${number}/letters/${receiptId}`, `/cases/${number}/letters/${receiptId}/pdf`]) expect((await clerk.get(path)).status).toBe(404)
    expect((await clerk.get(`/cases/${ours.number}/letters/${receiptId}`)).status).toBe(200)
  })

  test('nobody is given a case by the officer of another authority', async () => {
    const filed = await fileOne(system.url, { authorityId: 'binhe' })
    const officer = await office.as('binhe')
    expect((await officer.post(`/cases/${filed.number}/accept`)).status).toBe(200)
    const answer = await officer.post(`/cases/${filed.number}/assign`, { handlerId: await office.handlerId('承办人甲') })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    const unknown = await officer.post(`/cases/${filed.number}/assign`, { handlerId: 'nobody-at-all' })
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...answer.body, requestId: '' })
  })
})

describe('an applicant', () => {
  const anybody = () => new Api(system.url)
  const comparable = ({ status, body }: Answer) => ({ status, body: { ...body, requestId: '' } })

  test('with a wrong code is answered exactly as for a number that does not exist', async () => {
    const wrong = await anybody().post('/status', { number: ours.number, queryCode: 'ABCD 2345' })
    expect(wrong.status).toBe(404)
    expect(comparable(wrong)).toEqual(comparable(await anybody().post('/status', { number: MISSING, queryCode: 'ABCD 2345' })))
  })

  test('with the code of one case opens no other', async () => {
    const other = await fileOne(system.url)
    expect((await anybody().post('/status', { number: ours.number, queryCode: other.queryCode })).status).toBe(404)
    const browser = new Browser(system.url)
    await browser.get('/status')
    await browser.post('/status', { number: other.number, queryCode: other.queryCode })
    expect((await browser.get(`/status/${other.number}`)).status).toBe(200)
    for (const number of [ours.number, MISSING]) {
      for (const path of [`/status/${number}`, `/status/${number}/letters/${receiptId}.pdf`, `/receipt/${number}`, `/receipt/${number}/receipt.pdf`]) {
        expect((await browser.get(path)).location, path).toBe(`/status?number=${number}`)
      }
    }
    expect((await browser.get(`/status/${other.number}/letters/${receiptId}.pdf`)).status).toBe(404)
  })

  test('is not told what only the staff may see', async () => {
    const seen = await anybody().post('/status', { number: ours.number, queryCode: ours.queryCode })
    expect(seen.status).toBe(200)
    expect(seen.text).not.toMatch(/承办人|治安支队|属于可以公开|经检索|draft/)
  })
})

describe('nobody in particular', () => {
  test('gets 401 from the API for every address of a case, existing or not', async () => {
    const nobody = new Api(system.url)
    for (const route of api) {
      const answer = await throughApi(nobody, route, ours.number)
      expect(answer.status, `${route.method} ${route.path}`).toBe(401)
      expect(answer).toEqual(await throughApi(nobody, route, MISSING))
    }
  })

  test('is sent from every page of the desk to sign in, and from there back', async () => {
    const browser = new Browser(system.url)
    await browser.get('/signin')
    for (const route of routesOf(system).filter(({ path }) => path.startsWith('/desk') || path.startsWith('/account'))) {
      const address = fill(route, ours.number)
      const page = route.method === 'GET' ? await browser.get(address) : await browser.post(address)
      expect(page.status, `${route.method} ${address}`).toBe(303)
      expect(page.location).toBe(route.method === 'GET' ? `/signin?next=${encodeURIComponent(address)}` : '/signin')
    }
    await browser.get(`/signin?next=${encodeURIComponent(`/desk/cases/${ours.number}?done=accept`)}`)
    const back = await browser.post('/signin', { username: 'gongkai', password: DEMO_PASSWORD, next: `/desk/cases/${ours.number}?done=accept` })
    expect(back.location).toBe(`/desk/cases/${ours.number}?done=accept`)
  })

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', '/\t/evil.example/', 'javascript:alert(1)'])('is not sent on to %s after signing in', async (next) => {
    const browser = new Browser(system.url)
    await browser.get(`/signin?next=${encodeURIComponent(next)}`)
    expect((await browser.post('/signin', { username: 'gongkai', password: DEMO_PASSWORD, next })).location).toBe('/desk')
  })
})
