import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { contentDisposition } from '#platform/http/content-disposition.ts'
import { Browser, type Page } from './browser.ts'
import { Api, APPLICATION, fileOne, type Answer } from './client.ts'
import { asJson, hostilePart, hostileText, hostileValue, raw, request, spoilt } from './hostile-values.ts'
import { Office } from './office.ts'

let system: TestSystem
let anybody: Api
let office: Office
/** In the hands of 承办人甲, with a decision. */
let drafting: string
/** Just registered. */
let fresh: string

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  anybody = new Api(system.url)
  office = new Office(system.url, system.clock)
  drafting = (await fileOne(system.url)).number
  fresh = (await fileOne(system.url)).number
  await office.carry(drafting, 'decide')
})
afterAll(() => system.stop())

/** What would tell an attacker how the inside looks. */
const INSIDE = /node_modules|\.tsx?:\d|\bat \w+ \(|file:\/\/|postgres|drizzle|Failed query|\bselect "|insert into|violates|ECONN|TypeError|ZodError/

function expectDecent(answer: Answer<unknown>, status = 0) {
  if (status) expect(answer.status, answer.text.slice(0, 300)).toBe(status)
  expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500)
  if (answer.status < 400) return
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(Object.keys(answer.body as object).filter((key) => !['type', 'title', 'status', 'detail', 'code', 'cite', 'errors', 'requestId'].includes(key))).toEqual([])
  expect(answer.text).not.toMatch(INSIDE)
  expect(answer.text.length).toBeLessThan(30_000)
}

function expectDecentPage(page: Page) {
  expect(page.status, page.html.slice(0, 300)).toBeLessThan(500)
  expect(page.html).not.toMatch(INSIDE)
  expect(page.html).not.toContain('<script>alert')
  expect(page.html).not.toContain('<img src=x')
}

const RUNS = { numRuns: 120 }

describe('whatever JSON is sent', () => {
  test('POST /applications answers with a problem, never with a fault', async () => {
    await fc.assert(fc.asyncProperty(hostileValue, async (value) => expectDecent(await anybody.post('/applications', asJson(value)), 422)), RUNS)
  })

  test('POST /applications with some fields spoilt either files or names fields', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(APPLICATION), async (body) => {
        const answer = await anybody.post<{ number: string; errors: unknown[] }>('/applications', asJson(body))
        expectDecent(answer)
        if (answer.status === 201) expect(answer.body.number).toMatch(/^2026-\d{4}$/)
        else expect(answer.body.errors.length).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  test('POST /applications by the window with a spoilt receipt either files or names fields', async () => {
    const clerk = await office.as('chuangkou')
    const receipt = spoilt({ channel: 'ordinary_mail', arrivedOn: '2026-10-29', confirmedOn: '2026-10-30', contactLost: false, mailNumber: '1', signedBy: '乙' })
    await fc.assert(fc.asyncProperty(receipt, async (one) => expectDecent(await clerk.post('/applications', asJson({ ...APPLICATION, receipt: one })))), RUNS)
  })

  test('what was filed in spite of it reads back unchanged, but for the ends', async () => {
    const subject = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(subject, async (text) => {
        const answer = await anybody.post<{ number: string }>('/applications', { ...APPLICATION, subject: text, description: `“${text}”` })
        expectDecent(answer)
        if (answer.status !== 201) return
        const shown = await (await office.as('gongkai')).get<{ subject: string; request: { description: string } }>(`/cases/${answer.body.number}`)
        expect(shown.body.request.description).toBe(`“${text}”`.normalize('NFC').replaceAll('\r\n', '\n'))
        expect(shown.body.subject.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['POST', '/session', 'anybody', { username: 'nobody', password: 'x' }],
    ['POST', '/status', 'anybody', { number: '2026-0001', queryCode: 'ABCD1234' }],
    ['POST', 'accept', 'jiandu', { version: 1 }],
    ['POST', 'assign', 'gongkai', { handlerId: 'x', version: 1 }],
    ['POST', 'decision', 'chengban', { decision: 'granted', reason: '属于可以公开的政府信息', refusedPart: 'x', groundText: 'y' }],
    ['PUT', 'draft', 'chengban', { requestText: '甲', facts: '乙', decisionText: '丙' }],
    ['POST', 'review', 'keshi', { action: 'approve', comment: '同意', reason: '写明检索经过' }],
    ['POST', 'delivery', 'gongkai', { service: 'direct', on: '2026-11-02', evidence: '本人签收' }],
    ['POST', 'personal-data', 'gongkai', { reason: '电话联系申请人' }],
    ['POST', '/applications', 'chuangkou', { ...APPLICATION, receipt: { channel: 'in_person', arrivedOn: '2026-11-02' } }],
    ['POST', '/pending-receipts', 'chuangkou', { ...APPLICATION, arrival: { channel: 'fax', arrivedOn: '2026-11-02' } }],
    ['POST', '/pending-receipts/x/attempts', 'chuangkou', { on: '2026-11-02', way: 'phone', result: 'no_answer', note: '没人接' }],
    ['POST', '/pending-receipts/x/confirmation', 'chuangkou', { confirmedOn: '2026-11-02', way: 'phone' }],
    ['POST', '/pending-receipts/x/contact', 'chuangkou', { reason: '联系申请人' }],
    ['POST', '/pending-receipts/x/closing', 'gongkai', { reason: '同一份来了两次' }],
    ['POST', '/applicants/lookup', 'chuangkou', { documentType: 'resident_id', documentNumber: APPLICATION.documentNumber }],
    ['POST', '/status/letters/x', 'anybody', { number: '2026-0001', queryCode: 'ABCD1234' }],
    ['POST', '/calculators/deadline', 'anybody', { receivedOn: '2026-09-24', today: '2026-11-02', events: [{ type: 'extended', on: '2026-10-20', days: 10 }] }],
    ['POST', '/calculators/fee', 'anybody', { basis: 'per_page', receivedOn: '2026-11-01', pages: 1500 }],
    ['POST', '/calculators/remedy', 'anybody', { decision: 'not_held', issuedOn: '2026-11-20', deliveredOn: '2026-11-20' }],
    ['POST', '/calendar/preview', 'xitong', { date: '2026-12-28', name: '暴雪', reason: '市政府通告' }],
    ['POST', '/calendar/imports', 'xitong', { years: [] }],
    ['POST', '/catalogue/items', 'gongkai', { kind: 'published', title: '甲', url: 'https://www.example.gov.cn/1', publishedOn: '2026-01-01', documentRef: '乙', summary: '丙', indexNumber: '丁' }],
    ['POST', '/calendar/local-days-off', 'xitong', { date: '2026-12-28', name: '暴雪', reason: '市政府通告' }],
  ])('%s %s as %s stands it', async (method, path, who, good) => {
    const api = who === 'anybody' ? anybody : await office.as(who)
    const address = path.startsWith('/') ? path : `/cases/${drafting}/${path}`
    await fc.assert(fc.asyncProperty(fc.oneof(spoilt(good), hostileValue), async (body) => expectDecent(await api.send(method, address, asJson(body)))), { numRuns: 60 })
  })

  test('ninety thousand unknown fields are refused in a short answer', async () => {
    const many = `{${Array.from({ length: 90_000 }, (_, index) => `"k${index}":0`).join()}}`
    const answer = await anybody.post<{ errors: unknown[] }>('/applications', many)
    expectDecent(answer, 422)
    expect(answer.body.errors.length).toBeLessThanOrEqual(100)
  })

  test('a body nested half a million deep is refused', async () => {
    expectDecent(await anybody.post('/applications', `{"description":${'['.repeat(500_000)}${']'.repeat(500_000)}}`), 422)
  })

  test('bytes that are no UTF-8 are named, not filed as question marks', async () => {
    const good = JSON.stringify({ ...APPLICATION, name: '@@' })
    const bytes = Buffer.from(good).toString('latin1').replace('@@', '\xff\xfe')
    const answer = await raw(system.url, request('POST /api/v1/applications', ['Content-Type: application/json', `Content-Length: ${bytes.length}`], bytes))
    expect(answer).toMatch(/^HTTP\/1\.1 422 /)
    expect(answer).toContain('姓名或者名称里有残缺的字符')
  })
})

describe('whatever stands in an address', () => {
  test.each(['/api/v1/cases/@', '/api/v1/cases/@/draft', '/api/v1/cases/2026-0001/letters/@', '/api/v1/cases/2026-0001/letters/@/pdf', '/api/v1/@'])('%s is answered with a problem', async (path) => {
    const person = await office.as('gongkai')
    await fc.assert(fc.asyncProperty(hostilePart, async (part) => expectDecent(await person.get(path.replace('/api/v1', '').replace('@', part)))), { numRuns: 40 })
  })

  test.each(['/@', '/apply/@', '/status/@', '/status/@/letters/@.pdf', '/suggestions/@/open', '/desk/catalogue/@', '/receipt/@', '/receipt/@/receipt.pdf', '/desk/cases/@', '/desk/cases/@/accept', '/desk/cases/@/draft', '/desk/pending-receipts/@', '/desk/intake/receipt/@', '/assets/@', '/articles/@/@', '/desk/@'])('%s is answered with a page', async (path) => {
    const person = await new Browser(system.url).signIn('gongkai')
    await fc.assert(fc.asyncProperty(hostilePart, async (part) => expectDecentPage(await person.get(path.replaceAll('@', part)))), { numRuns: 40 })
  })

  test.each([
    '/api/v1/cases?q=@', '/api/v1/cases?cursor=@', '/api/v1/cases?unit=@', '/api/v1/cases?receivedFrom=@', '/api/v1/cases?limit=@&open=@', '/api/v1/cases?@=@',
    '/desk/cases?q=@', '/desk/cases?cursor=@', '/desk/cases?unit=@', '/desk/cases?@=@', '/desk/intake?filed=@&channel=@', '/desk?done=@',
    '/status?number=@', '/apply/who?back=@&fix=@', '/signin?next=@', '/calculators?received=@', '/calculators?cases=@', '/calculators?pages=@', '/calculators/fee?pages=@&cases=@', '/calculators/remedy?issued=@&decision=@', '/desk/calendar?year=@', '/desk/catalogue?page=@', '/suggestions/enough?item=@', '/channels?authority=@', '/api/v1/published-items?q=@', '/api/v1/published-items?q=12&authority=@', '/api/v1/catalogue?page=@', '/desk/notices?page=@', '/?size=@', '/?authority=@', '/guide?authority=@',
  ])('the query of %s is stood', async (path) => {
    const person = path.startsWith('/desk') ? await new Browser(system.url).signIn('gongkai') : new Browser(system.url)
    const api = await office.as('gongkai')
    await fc.assert(
      fc.asyncProperty(hostilePart, async (part) => {
        const address = path.replaceAll('@', part)
        if (path.startsWith('/api/v1')) expectDecent(await api.get(address.replace('/api/v1', '')))
        else expectDecentPage(await person.get(address))
      }),
      { numRuns: 30 },
    )
  })
})

describe('whatever is typed into a form', () => {
  test.each([
    ['/apply/who', null, { authorityId: 'shiju', applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '1' }],
    ['/apply/contact', null, { phone: '1', email: 'a', address: 'b', postcode: 'c' }],
    ['/apply/what', null, { subject: 'a', documentRef: 'b', description: 'c', warned: 'd', action: 'remove' }],
    ['/apply/how', null, { form: 'paper', way: 'post', action: 'later' }],
    ['/apply/check', null, { key: 'x' }],
    ['/apply/resume', null, { code: 'K7M4 2Q9T XW3P', replace: 'x' }],
    ['/apply/contact', null, { phone: '1', shown: 'phone:1 email:2', theirs: 'x', action: 'theirs', draft: 'x', removeUpload: 'x' }],
    ['/status', null, { number: '2026-0001', queryCode: 'ABCD1234' }],
    ['/signin', null, { username: 'nobody', password: 'x', code: '1', next: '/desk' }],
    ['/desk/intake', 'gongkai', { channel: 'in_person', arrivedOn: '2026-11-02', name: '甲', key: 'abcdefgh', do: 'print' }],
    ['accept', 'gongkai', { version: '1' }],
    ['assign', 'gongkai', { version: '1', handlerId: 'x' }],
    ['decide', 'chengban', { version: '1', decision: 'granted', reason: '属于可以公开的政府信息' }],
    ['draft', 'chengban', { version: '1', requestText: '甲', facts: '乙', decisionText: '丙', do: 'submit' }],
    ['signoff', 'keshi', { version: '1', do: 'return', reason: '写明检索经过', comment: '同意' }],
    ['deliver', 'gongkai', { version: '1', service: 'direct', on: '2026-11-02', evidence: '签收' }],
    ['personal-data', 'gongkai', { version: '1', reason: '电话联系' }],
    ['/desk/calendar/day-off', 'xitong', { date: '2026-12-28', name: '暴雪', reason: '市政府通告', authorityId: 'binhe' }],
    ['/desk/calendar/import', 'xitong', { way: 'typed', json: '{"2027":{}}', year: '2027', off: '1月1日', work: '', notice: '通知' }],
    ['/desk/calendar/import', 'xitong', { way: 'json', json: '{"2027":{}}' }],
    ['/desk/calendar/revoke', 'xitong', { id: 'x' }],
    ['/desk/calendar/confirm', 'xitong', { request: '{"kind":"revocation","id":"x"}', digest: 'x' }],
    ['/desk/calendar/edit', 'xitong', { request: '{"kind":"day_off","date":"2026-12-28","name":"a","reason":"b"}' }],
    ['/desk/notices/read', 'gongkai', { id: '1', upTo: '1' }],
    ['/account/password', 'jiandu', { current: 'x', next: 'y', again: 'z' }],
    ['/account/two-factor', 'jiandu', { step: 'confirm', password: 'x', code: '1', enrolment: 'y' }],
  ])('%s (%s) shows it again as text or goes on', async (path, who, good) => {
    const person = new Browser(system.url)
    if (who) await person.signIn(who)
    const address = path.startsWith('/') ? path : `/desk/cases/${path === 'accept' ? fresh : drafting}/${path}`
    await person.get(path.startsWith('/apply') ? '/apply/who' : address)
    const typed = fc.record(Object.fromEntries(Object.entries(good).map(([name, value]) => [name, fc.oneof(fc.constant(value), hostileText)])))
    await fc.assert(fc.asyncProperty(typed, async (fields) => expectDecentPage(await person.post(address, fields as Record<string, string>))), { numRuns: 25 })
  })
})

describe('requests that no browser sends', () => {
  const json = 'Content-Type: application/json'
  const long = 'a'.repeat(2_000_000)
  const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])

  test.each([
    ['an unknown method', request('BREW /'), 400],
    ['TRACE', request('TRACE /api/v1/cases'), 405],
    ['a WebDAV method', request('PROPFIND /desk'), 405],
    ['PATCH', request('PATCH /api/v1/cases'), 405],
    ['OPTIONS', request('OPTIONS /api/v1/cases'), 404],
    ['a method that the address has not', request('DELETE /api/v1/applications'), 404],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', request('POST /api/v1/status', [json, 'Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'), 400],
    ['a broken percent code', request('GET /%E0%A4%A'), 404],
    ['a broken percent code below the API', request('GET /api/v1/%E0%A4%A'), 404],
    ['another host in the address', request('GET //evil.example/desk'), 404],
    ['a way out of the assets', request('GET /assets/../../../package.json'), 404],
    ['the same in code', request('GET /assets/%2e%2e/%2e%2e/%2e%2e/package.json'), 404],
    ['an endless address', request(`GET /${'a'.repeat(20_000)}`), 431],
    ['cookies that are none', request('GET /apply/who', ['Cookie: zhixi_browser=%E0%A4%A; zhixi_draft=%00; =; ;;; a=b=c; zhixi_receipt=!; zhixi_status={}']), 200],
    ['a session that is none', request('GET /desk', [`Cookie: zhixi.session_token=${'%00.'.repeat(1000)}`]), 303],
    ['a bearer that is none', request('GET /api/v1/session', ['Authorization: Bearer \x80\xff.%00']), 401],
    ['an Accept that is none', request('GET /', ['Accept: ;;;q=x, \x80']), 200],
    ['a page wanted as JSON', request('GET /', ['Accept: application/json']), 200],
    ['JSON wanted as a page', request('GET /api/v1/cases', ['Accept: text/html']), 401],
    ['a key of strange letters', request('POST /api/v1/applications', [json, 'Idempotency-Key: \x80\xff', 'Content-Length: 2'], '{}'), 422],
    ['a body that says gzip and is not', request('POST /api/v1/applications', [json, 'Content-Encoding: gzip', 'Content-Length: 2'], '{}'), 422],
    ['a body of 2 MB', request('POST /api/v1/applications', [json, `Content-Length: ${long.length}`], long), 413],
    ['the same in pieces, of unknown length', request('POST /api/v1/applications', [json, 'Transfer-Encoding: chunked'], `${long.length.toString(16)}\r\n${long}\r\n0\r\n\r\n`), 413],
    ['a form of 2 MB', request('POST /apply/who', ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${long.length}`], long), 413],
    ['a form with broken boundaries', request('POST /apply/who', ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 5'], 'aaaaa'), 403],
    ['JSON sent to a page', request('POST /apply/who', [json, 'Content-Length: 2'], '{}'), 403],
    ['a header in next', request('GET /signin?next=/%0d%0aSet-Cookie:%20a=b'), 200],
    ['a header in a redirect', request('GET /receipt/2026%0d%0aSet-Cookie:x'), 303],
  ])('%s', async (_, sent, status) => {
    const answer = await raw(system.url, sent)
    expect(statusOf(answer), answer.slice(0, 300)).toBe(status)
    const [head = '', body = ''] = answer.split('\r\n\r\n', 2)
    expect(head).not.toMatch(/^Set-Cookie: (a=b|x)/im)
    expect(body).not.toMatch(INSIDE)
    if (status === 413) expect(head).toMatch(/^connection: close$/im)
    if (status === 413 && sent.includes('/api/')) expect(JSON.parse(/\{.*\}/.exec(body)![0])).toMatchObject({ status: 413, code: 'common/too-large', detail: '内容太大，最多1MB' })
  })

  test('the name of a saved file carries no header, no path and no quote out of its place', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), (name) => {
        const header = contentDisposition('attachment', `${name}.pdf`)
        expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/)
        expect(header).not.toMatch(/filename="[^"]*[/:]/)
      }),
    )
  })
})

test('after all of this the system works, and no row was written by halves', async () => {
  expect((await anybody.post('/applications', APPLICATION)).status).toBe(201)
  const sql = system.services.sql
  expect(await sql`select number from case_file where not exists (select 1 from letter where case_id = case_file.id)`).toEqual([])
  expect(await sql`select id from application where not exists (select 1 from case_file where application_id = application.id)`).toEqual([])
  expect(await sql`select id from applicant where not exists (select 1 from application where applicant_id = applicant.id)`).toEqual([])
})
