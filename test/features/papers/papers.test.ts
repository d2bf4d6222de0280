import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clamdScanner } from '#platform/files/clamd.ts'
import { Browser } from '#test/app/browser.ts'
import { fileOne, signedIn, type Api } from '#test/app/client.ts'
import { encryptedPdf, file, jpeg, pdf, PROGRAM } from '#test/support/papers.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'

/** A JPEG with so many bytes behind its end. */
const withTail = (size: number) => new Uint8Array(Buffer.concat([jpeg(), Buffer.alloc(size)]))

interface PaperBody {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly sha256: string
}

let system: TestSystem
let office: Api
beforeAll(async () => {
  system = await startSystem({ now: '2026-11-20' })
  office = await signedIn(system.url, 'gongkai')
})
afterAll(() => system.stop())

const token = (api: Api) => (api as unknown as { headers: Record<string, string> }).headers
const newCase = async () => (await fileOne(system.url)).number
function formWith(purpose: string | null, files: readonly File[], more: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  if (purpose !== null) form.append('purpose', purpose)
  for (const one of files) form.append('files', one)
  return form
}
async function attach(api: Api, number: string, purpose: string | null, files: readonly File[]) {
  const response = await fetch(`${system.url}/api/v1/cases/${number}/files`, { method: 'POST', headers: token(api), body: formWith(purpose, files) })
  const body = (await response.json()) as { items: PaperBody[]; errors?: { field: string; message: string }[]; code?: string }
  return { status: response.status, body }
}
const eventsOf = async (number: string, type: string) => {
  const rows = await system.services.sql<{ data: Record<string, unknown>; actor_name: string }[]>`
    select e.data, e.actor_name from case_event e join case_file f on f.id = e.case_id where f.number = ${number} and f.authority_id = 'shiju' and e.type = ${type} order by e.seq`
  return [...rows]
}

describe('the API', () => {
  test('adds papers with an event each, lists them, and gives them back byte for byte', async () => {
    const number = await newCase()
    const bytes = pdf(3)
    const added = await attach(office, number, 'supplement', [file(bytes, '补充说明（二）.pdf'), file(jpeg(), '照片.jpg')])
    expect(added.status).toBe(201)
    expect(added.body.items.map(({ name }) => name)).toEqual(['补充说明（二）.pdf', '照片.jpg'])
    const [one] = added.body.items
    expect((await eventsOf(number, 'paper_added')).map(({ data, actor_name }) => [data['uploadId'], data['sha256'], data['purpose'], actor_name])).toEqual(
      added.body.items.map(({ id, sha256 }) => [id, sha256, 'supplement', '经办人甲']),
    )
    expect((await office.get<{ items: PaperBody[] }>(`/cases/${number}/files`)).body.items).toEqual(added.body.items)
    const got = await fetch(`${system.url}/api/v1/cases/${number}/files/${one!.id}`, { headers: token(office) })
    expect(Buffer.compare(Buffer.from(await got.arrayBuffer()), bytes)).toBe(0)
    expect(Object.fromEntries(['content-type', 'content-disposition', 'cache-control', 'x-content-type-options', 'content-security-policy'].map((name) => [name, got.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('补充说明（二）.pdf')}`.replace('____', '_'),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })

  test('one bad file and nothing is added; the answer names the field, the file and the reason', async () => {
    const number = await newCase()
    const answer = await attach(office, number, 'supplement', [file(pdf(1)), file(encryptedPdf(), '密.pdf'), file(PROGRAM, '程序.pdf')])
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toEqual([
      { field: 'files', message: '“密.pdf”加了密码，打不开，请去掉密码后再传' },
      { field: 'files', message: '“程序.pdf”的内容不是PDF、JPEG、PNG，收不了，请换一个文件' },
    ])
    expect((await office.get<{ items: unknown[] }>(`/cases/${number}/files`)).body.items).toEqual([])
    expect(await eventsOf(number, 'paper_added')).toEqual([])
  })

  test.each([
    ['no purpose', null, [file(pdf(1))], 'purpose'],
    ['an unknown purpose', 'constructor', [file(pdf(1))], 'purpose'],
    ['no file', 'scan', [], 'files'],
  ] as const)('%s is refused at its field', async (_name, purpose, files, field) => {
    const answer = await attach(office, await newCase(), purpose, files)
    expect(answer.status).toBe(422)
    expect(answer.body.errors!.map((one) => one.field)).toEqual([field])
  })

  test('sent twice, also at once, the same paper lies in the file once', async () => {
    const number = await newCase()
    await Promise.all([attach(office, number, 'scan', [file(pdf(4))]), attach(office, number, 'scan', [file(pdf(4))])])
    const again = await attach(office, number, 'scan', [file(pdf(4), '另一个名字.pdf')])
    expect(again.status).toBe(201)
    expect(again.body.items).toHaveLength(1)
    expect(await eventsOf(number, 'paper_added')).toHaveLength(1)
  })

  test('a foreign case, a missing case, and the paper of another case answer alike', async () => {
    const [number, other] = [await newCase(), await newCase()]
    const { body: { items: [paper] } } = await attach(office, number, 'scan', [file(pdf(1))])
    const stranger = await signedIn(system.url, 'binhe')
    const missing = await office.get('/cases/2026-9999/files')
    expect(missing.status).toBe(404)
    const { requestId: _, ...words } = missing.body
    for (const answer of [
      await stranger.get(`/cases/${number}/files`),
      await stranger.get(`/cases/${number}/files/${paper!.id}`),
      await office.get(`/cases/${other}/files/${paper!.id}`),
      await office.get(`/cases/${number}/files/no-id`),
      await office.get(`/cases/${number}/files/00000000-0000-4000-8000-000000000000`),
      await stranger.post(`/cases/${number}/files/${paper!.id}/open`, { reason: '核对委托权限' }),
    ]) {
      expect(answer.status).toBe(404)
      expect(answer.body).toMatchObject(words)
    }
    expect((await attach(stranger, number, 'scan', [file(pdf(1))])).status).toBe(404)
  })

  test('who has no part in it may look but not add, and without sign-in there is nothing', async () => {
    const number = await newCase()
    const { body: { items: [paper] } } = await attach(office, number, 'scan', [file(pdf(1))])
    const supervisor = await signedIn(system.url, 'jiandu')
    expect((await supervisor.get(`/cases/${number}/files/${paper!.id}`)).status).toBe(200)
    expect((await attach(supervisor, number, 'scan', [file(pdf(2))])).status).toBe(403)
    expect((await fetch(`${system.url}/api/v1/cases/${number}/files/${paper!.id}`)).status).toBe(401)
    expect((await fetch(`${system.url}/api/v1/cases/${number}/files`, { method: 'POST', body: formWith('scan', [file(pdf(1))]) })).status).toBe(401)
  })

  test('a paper that shows who somebody is opens only with a reason, which stays in the case', async () => {
    const number = await newCase()
    const { body: { items: [paper] } } = await attach(office, number, 'identity', [file(jpeg('card'), '证件.jpg')])
    expect(await office.get(`/cases/${number}/files/${paper!.id}`)).toMatchObject({ status: 409, body: { code: 'papers/reason-needed' } })
    expect((await office.post(`/cases/${number}/files/${paper!.id}/open`, { reason: '' })).status).toBe(422)
    expect(await eventsOf(number, 'personal_data_opened')).toEqual([])
    const opened = await office.post(`/cases/${number}/files/${paper!.id}/open`, { reason: '核对申请人身份' })
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await eventsOf(number, 'personal_data_opened')).map(({ data }) => data)).toEqual([{ fields: ['identity'], reason: '核对申请人身份' }])
    const supervisor = await signedIn(system.url, 'jiandu')
    expect((await supervisor.post(`/cases/${number}/files/${paper!.id}/open`, { reason: '随便看看而已' })).status).toBe(403)
    expect(await eventsOf(number, 'personal_data_opened')).toHaveLength(1)
  })

  test('changed bytes in the storage are an error, never an answer', async () => {
    const number = await newCase()
    const { body: { items: [one, two] } } = await attach(office, number, 'scan', [file(pdf(1)), file(pdf(2))])
    const { storage } = system.papers.files
    await storage.put(one!.id, (await storage.get(two!.id))!)
    expect((await office.get(`/cases/${number}/files/${one!.id}`)).status).toBe(500)
    await storage.erase(two!.id)
    expect(await office.get(`/cases/${number}/files/${two!.id}`)).toMatchObject({ status: 503, body: { code: 'uploads/missing' } })
  })

  test('a paper that waits for the scanner is shut', async () => {
    const number = await newCase()
    const files = system.services.files as { scanner: unknown }
    files.scanner = clamdScanner({ host: '127.0.0.1', port: 1 })
    const { body: { items: [paper] } } = await attach(office, number, 'scan', [file(pdf(1))]).finally(() => (files.scanner = null))
    expect(await office.get(`/cases/${number}/files/${paper!.id}`)).toMatchObject({ status: 409, body: { code: 'uploads/not-scanned' } })
  })
})

describe('the page', () => {
  const send = (browser: Browser, number: string, form: FormData) => browser.send(`/desk/cases/${number}/attach`, { method: 'POST', body: form })
  const csrfOf = (html: string) => ({ _csrf: /name="_csrf" value="([^"]+)"/.exec(html)![1]! })

  test('keeps the good files while the bad one is mended, removes one, and then adds them all', async () => {
    const number = await newCase()
    const clerk = await new Browser(system.url).signIn('chuangkou')
    const empty = await clerk.get(`/desk/cases/${number}/attach`)
    expect(empty.html).toContain('enctype="multipart/form-data"')
    const refused = await send(clerk, number, formWith('scan', [file(pdf(2), '第一页.pdf'), file(pdf(3), '第二页.pdf'), file(encryptedPdf(), '密.pdf')], csrfOf(empty.html)))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('“密.pdf”加了密码')
    expect(refused.html).toContain('value="scan" checked')
    const removes = [...refused.html.matchAll(/name="removeUpload" value="([^"]+)"/g)].map(([, id]) => id!)
    expect(removes).toHaveLength(2)
    const removed = await send(clerk, number, formWith('scan', [new File([], '')], { ...csrfOf(refused.html), removeUpload: removes[0]! }))
    expect([removed.status, removed.html.includes('第一页.pdf'), removed.html.includes('第二页.pdf')]).toEqual([200, false, true])
    const done = await send(clerk, number, formWith('scan', [new File([], '')], csrfOf(removed.html)))
    expect(done.location).toBe(`/desk/cases/${number}?done=attach`)
    const page = await clerk.get(`/desk/cases/${number}?done=attach`)
    expect(page.html).toContain('已把材料存进案卷')
    expect(page.html).toMatch(/<a href="[^"]+\/files\/[0-9a-f-]{36}">第二页.pdf<\/a>/)
    expect(page.html).not.toContain('第一页.pdf')
    expect(page.html).toMatch(/申请书扫描件存进案卷，SHA-256 [0-9a-f]{8}…/)
  })

  test('nothing chosen is said at the field, and a paper of identity asks why before it opens', async () => {
    const number = await newCase()
    const clerk = await new Browser(system.url).signIn('chuangkou')
    const csrf = csrfOf((await clerk.get(`/desk/cases/${number}/attach`)).html)
    const nothing = await send(clerk, number, formWith('identity', [new File([], '')], csrf))
    expect([nothing.status, nothing.html.includes('请选择文件')]).toEqual([422, true])
    await send(clerk, number, formWith('identity', [file(jpeg('x'), '证件.jpg')], csrf))
    const [, href] = /href="([^"]+\/files\/[0-9a-f-]{36})"/.exec((await clerk.get(`/desk/cases/${number}`)).html)!
    const asked = await clerk.get(href!)
    expect([asked.status, asked.html.includes('查看事由')]).toEqual([200, true])
    expect((await clerk.post(href!, { reason: '' })).status).toBe(422)
    const opened = await clerk.post(href!, { reason: '核对申请人身份' })
    expect([opened.status, opened.headers.get('content-type'), opened.headers.get('cache-control')]).toEqual([200, 'image/jpeg', 'no-store'])
    expect((await clerk.get(`/desk/cases/${number}?history=all`)).html).toContain('查看身份证明，事由：核对申请人身份')
  })

  test('without the token of the page nothing is added', async () => {
    const number = await newCase()
    const clerk = await new Browser(system.url).signIn('chuangkou')
    expect((await send(clerk, number, formWith('scan', [file(pdf(1))]))).status).toBe(403)
    expect((await office.get<{ items: unknown[] }>(`/cases/${number}/files`)).body.items).toEqual([])
  })

  test('two hundred files at once: one sentence', async () => {
    const number = await newCase()
    const clerk = await new Browser(system.url).signIn('chuangkou')
    const csrf = csrfOf((await clerk.get(`/desk/cases/${number}/attach`)).html)
    const page = await send(clerk, number, formWith('scan', Array.from({ length: 200 }, (_, index) => file(jpeg(String(index)), `${index}.jpg`)), csrf))
    expect(page.status).toBe(422)
    expect(page.html).toContain('一次选了200个文件，这里最多20个，都没有存，请分开选')
  })
})

describe('sizes', () => {
  test('ten megabytes go through, 70 do not, and elsewhere one megabyte stays the limit', async () => {
    const number = await newCase()
    const large = (size: number) => file(withTail(size), '大.jpg')
    expect((await attach(office, number, 'scan', [large(10_000_000)])).status).toBe(201)
    const tooMuch = await attach(office, number, 'scan', Array.from({ length: 4 }, () => large(18_000_000))).catch(() => null)
    // The server closes before everything is sent, so the answer may not arrive; nothing is added either way.
    if (tooMuch) expect(tooMuch.status).toBe(413)
    const clerk = await new Browser(system.url).signIn('chuangkou')
    const elsewhere = await clerk.send('/signin', { method: 'POST', body: formWith('scan', [large(2_000_000)]) }).catch(() => null)
    if (elsewhere) expect(elsewhere.status).toBe(413)
    expect((await office.get<{ items: unknown[] }>(`/cases/${number}/files`)).body.items).toHaveLength(1)
  })

  test('somebody who is not signed in cannot make the desk read a large form', async () => {
    const number = await newCase()
    const form = formWith('scan', [file(withTail(3_000_000))])
    const answer = await fetch(`${system.url}/api/v1/cases/${number}/files`, { method: 'POST', body: form }).catch(() => null)
    if (answer) expect(answer.status).toBe(413)
  })
})

test('a connection that is lost while files are sent leaves nothing half, and the next try works', async () => {
  const number = await newCase()
  const before = [...(await system.papers.contents()).keys()].length
  const boundary = 'zhixi-test-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nscan\r\n--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
  const { port, hostname } = new URL(system.url)
  for (const sent of [0, 100, 5_000_000]) {
    await new Promise<void>((lost) => {
      const socket = connect(Number(port), hostname, () => {
        const lines = [`POST /api/v1/cases/${number}/files HTTP/1.1`, `Host: ${hostname}:${port}`, ...Object.entries(token(office)).map(([name, value]) => `${name}: ${value}`), `Content-Type: multipart/form-data; boundary=${boundary}`, 'Content-Length: 9000000', '', '']
        socket.write(lines.join('\r\n') + head)
        socket.write(Buffer.from(pdf(3)))
        socket.write(Buffer.alloc(sent), () => socket.destroy())
      })
      socket.on('error', () => {})
      socket.on('close', () => lost())
    })
  }
  expect((await attach(office, number, 'scan', [file(pdf(3), 'a.pdf')])).body.items).toHaveLength(1)
  expect(await eventsOf(number, 'paper_added')).toHaveLength(1)
  expect(await system.services.sql`select 1 from upload where owner_kind <> 'case' and owner_id like ${`attach/%`} and status <> 'erasing'`).toHaveLength(0)
  expect([...(await system.papers.contents()).keys()].filter((path) => path.startsWith('parts'))).toEqual([])
  expect([...(await system.papers.contents()).keys()]).toHaveLength(before + 1)
})
