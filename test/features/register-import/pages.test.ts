import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, wordsOf, type Desk, type Username } from '#test/support/desk.ts'
import { workbook } from '#test/support/workbook.ts'
import { HEAD, NOBODY } from './sheet.ts'
import { file, row } from './world.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
afterAll(() => desk.close())

const IMPORTS = '/desk/imports'

/** What a browser does with a file input: the form of the page with its hidden fields, and the file. */
async function upload(bytes: Uint8Array, name = '旧登记.xlsx', username: Username = 'gongkai'): Promise<Response> {
  const page = await desk.get(username, IMPORTS)
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
  const body = new FormData()
  body.set('_csrf', /name="_csrf" value="([^"]*)"/.exec(await page.text())?.[1] ?? '')
  body.set('file', new File([bytes as never], name))
  return send(username, IMPORTS, body, cookie)
}

async function send(username: Username, path: string, body: FormData, cookie = '') {
  return desk.send(username, path, { method: 'POST', body, headers: { cookie } })
}

const words = async (answer: Response) => wordsOf(await answer.text())
const selected = (html: string, name: string) => /<option value="([^"]*)" selected/.exec(html.slice(html.indexOf(`name="${name}"`)))?.[1]

describe('the pages', () => {
  test('file, columns, result, import: and the case is there', async () => {
    const taken = await upload(file(row({ 登记号: '页-1', 证件号码: NOBODY }), row({ 登记号: '页-2', 收到日期: '六月初' })))
    expect(taken.status).toBe(303)
    const columns = taken.headers.get('location')!
    const html = await (await desk.get('gongkai', columns)).text()
    expect([selected(html, 'number'), selected(html, 'decision'), selected(html, 'phone')]).toEqual(['0', '7', ''])
    expect(html).not.toContain(NOBODY)
    const chosen = await desk.submit('gongkai', columns, fieldsOf(html))
    expect(chosen.status).toBe(303)
    const result = chosen.headers.get('location')!
    const report = await (await desk.get('gongkai', result)).text()
    expect(wordsOf(report)).toContain('1行可以导入，1行有问题')
    expect(wordsOf(report)).toContain('收到日期（B列）六月初')
    const digest = /name="digest" value="([^"]*)"/.exec(report)![1]!
    const held = await desk.submit('gongkai', result, { digest }, { to: `${result}/confirm` })
    expect([held.status, await words(held)]).toEqual([409, expect.stringContaining('还有1行有问题')])
    const done = await desk.submit('gongkai', result, { digest, onlyGood: 'yes' }, { to: `${result}/confirm` })
    expect(done.status).toBe(303)
    expect(await words(await desk.get('gongkai', result))).toContain('导入了1件')
    expect((await desk.get('gongkai', `/desk/cases/${encodeURIComponent('页-1')}`)).status).toBe(200)
    const csv = await desk.get('gongkai', `${result}/faulty.csv`)
    expect(csv.headers.get('content-disposition')).toContain('attachment')
    expect((await csv.text()).split('\r\n')[1]).toMatch(/^3,收到日期（B列）：“六月初”不是一个日期/)
    expect((await desk.submit('gongkai', IMPORTS, { digest, onlyGood: 'yes' }, { to: `${result}/confirm` })).status).toBe(303)
  })

  test('the columns of last time are chosen again, also when the head has a word that nobody knows', async () => {
    const head = HEAD.map((name) => (name === '申请内容' ? '老乡问的啥' : name))
    const odd = (number: string) => workbook({ name: '登记', rows: [head, row({ 登记号: number })] })
    const first = (await upload(odd('记-1'))).headers.get('location')!
    const html = await (await desk.get('gongkai', first)).text()
    expect(selected(html, 'description')).toBe('')
    const missing = await desk.submit('gongkai', first, fieldsOf(html))
    expect([missing.status, await words(missing)]).toEqual([422, expect.stringContaining('请选申请内容在哪一列')])
    expect((await desk.submit('gongkai', first, { ...fieldsOf(html), description: '6' })).status).toBe(303)
    const second = (await upload(odd('记-2'))).headers.get('location')!
    expect(selected(await (await desk.get('gongkai', second)).text(), 'description')).toBe('6')
  })

  test('another sheet and another head line are looked at anew, and then hold', async () => {
    const bytes = workbook({ name: '2019', rows: [HEAD, row({ 登记号: '张-1' })] }, { name: '2020', rows: [['某局登记表'], HEAD, row({ 登记号: '张-2' })] })
    const columns = (await upload(bytes)).headers.get('location')!
    const html = await (await desk.get('gongkai', columns)).text()
    const other = await (await desk.submit('gongkai', columns, { ...fieldsOf(html), sheet: '1' })).text()
    expect(/name="headLine"[^>]*/.exec(other)![0] + /value="(\d+)"[^>]*name="headLine"/.exec(other)?.[1]).toContain('2')
    const chosen = await desk.submit('gongkai', columns, { ...fieldsOf(other), sheet: '1' })
    expect(chosen.status).toBe(303)
    expect(await words(await desk.get('gongkai', `${chosen.headers.get('location')}?list=good`))).toContain('张-2')
  })

  test.each<[string, Uint8Array, string]>([
    ['no file', new Uint8Array(0), '请选择登记表文件'],
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '另存为xlsx再传'],
    ['a program named .xlsx', Uint8Array.from([0x4d, 0x5a, 0x90]), '这不是表格文件'],
  ])('%s is told beside the field', async (name, bytes, sentence) => {
    const answer = await upload(bytes, name === 'no file' ? '' : '旧登记.xlsx')
    expect([answer.status, await words(answer)]).toEqual([422, expect.stringContaining(sentence)])
  })

  test('a file with other columns leads to a page that says what is missing', async () => {
    const columns = (await upload(workbook({ name: 'a', rows: [['甲', '乙'], ['1', '2']] }))).headers.get('location')!
    const html = await (await desk.get('gongkai', columns)).text()
    expect(wordsOf(html)).toContain('第1行不像表头')
    expect(await words(await desk.submit('gongkai', columns, fieldsOf(html)))).toContain('请选登记号在哪一列')
  })

  test('who is not in the disclosure office is refused, and other authorities find nothing', async () => {
    const own = (await upload(file(row({ 登记号: '权-1' })))).headers.get('location')!.replace('/columns', '')
    for (const path of [IMPORTS, own, `${own}/columns`, `${own}/faulty.csv`]) {
      expect([path, (await desk.get('chengban', path)).status]).toEqual([path, 403])
      if (path !== IMPORTS) expect([path, (await desk.get('binhe', path)).status]).toEqual([path, 404])
    }
    expect((await desk.get('gongkai', `${IMPORTS}/x`)).status).toBe(404)
  })
})

describe('the API', () => {
  const json = async (answer: Response) => (await answer.json()) as Record<string, never> & { id: string; report: { digest: string; good: number; faulty: number; faults: unknown[] } | null; columns: { faults: unknown[] } }
  const put = async (bytes: Uint8Array, username: Username = 'gongkai') => {
    const body = new FormData()
    body.set('file', new File([bytes as never], 'a.xlsx'))
    return send(username, '/api/v1/register-imports', body)
  }

  test('does what the pages do', async () => {
    const taken = await put(file(row({ 登记号: '接-1' }), row({ 登记号: '接-2', 答复类型: '不予公开', 证件号码: NOBODY })))
    expect(taken.status).toBe(201)
    const { id, report } = await json(taken)
    expect(report).toMatchObject({ good: 1, faulty: 1, faults: [{ line: 3, field: 'decision', column: '答复类型（H列）', message: expect.stringContaining('可以写：') }] })
    expect(JSON.stringify(report)).not.toContain(NOBODY)
    const held = await desk.post('gongkai', `/api/v1/register-imports/${id}/confirmation`, { digest: report!.digest })
    expect([held.status, (await held.json() as { code: string }).code]).toEqual([409, 'import/faulty-lines'])
    const done = await desk.post('gongkai', `/api/v1/register-imports/${id}/confirmation`, { digest: report!.digest, onlyGood: true })
    expect(await done.json()).toEqual({ imported: 1, leftOut: 1, already: false })
    expect(await (await desk.post('gongkai', `/api/v1/register-imports/${id}/confirmation`, { digest: 'x' })).json()).toEqual({ imported: 1, leftOut: 1, already: true })
    expect(await json(await desk.get('gongkai', `/api/v1/register-imports/${id}`))).toMatchObject({ status: 'imported', report: null, columns: null })
  })

  test('columns are chosen by the names in the head', async () => {
    const { id, report, columns } = await json(await put(workbook({ name: 'a', rows: [['号', '人', '日', '事'], ['名-1', '甲', '2019-06-03', '一件事']] })))
    expect([report, columns.faults.length]).toEqual([null, 6])
    const path = `/api/v1/register-imports/${id}/columns`
    const wrong = await desk.put('gongkai', path, { mapping: { number: '编号', colour: '红' } })
    expect([wrong.status, JSON.stringify(await wrong.json())]).toEqual([422, expect.stringContaining('文件里没有“编号”这一列，有号、人、日、事')])
    const right = await json(await desk.put('gongkai', path, { headLine: 1, mapping: { number: '号', name: '人', receivedOn: '日', description: '事', kind: '=natural_person', channel: '=in_person' } }))
    expect(right.report).toMatchObject({ good: 1, faulty: 0 })
    expect((await desk.put('gongkai', path, { sheet: 7, mapping: {} })).status).toBe(409)
  })

  test('without a file, without the right role', async () => {
    expect((await send('gongkai', '/api/v1/register-imports', new FormData())).status).toBe(422)
    expect((await put(file(row()), 'chengban')).status).toBe(403)
  })
})

/** What a browser would send of the columns page as it stands. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name = '', body = ''] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) fields[name] = /<option value="([^"]*)" selected/.exec(body)?.[1] ?? ''
  for (const tag of html.match(/<input[^>]*>/g) ?? []) {
    const [name, value] = [/name="([^"]+)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1] ?? '']
    if (name === 'headLine' || name === 'shown' || (name === 'sheet' && (tag.includes('hidden') || tag.includes('checked')))) fields[name] = value
  }
  return fields
}
