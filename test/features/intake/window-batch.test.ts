import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCase } from '#store/case-store.ts'
import { openDesk, wordsOf, type Desk, type Username } from '#test/support/desk.ts'
import { file, pdf, png, PROGRAM } from '#test/support/papers.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
beforeEach(() => desk.clock.set('2026-11-20'))
afterAll(() => desk.close())

const PAGE = '/desk/intake'
const ID = '11010519491231002X'
const paper = {
  channel: 'in_person', arrivedOn: '2026-11-20', applicantKind: 'natural_person', documentType: 'resident_id', name: '申请人丙', documentNumber: ID,
  phone: '000 0000 0001', address: '示例市滨河区江北大道8号', postcode: '000000', email: '', description: '申请公开视频监控的安装点位。', form: 'paper', way: 'post',
}
let keys = 0
const freshKey = () => `batch-test-${(keys += 1)}`
const send = (fields: Record<string, string> = {}, username: Username = 'chuangkou', headers: Record<string, string> = {}) => submit(username, PAGE, { ...paper, key: freshKey(), do: 'print', ...fields }, [], headers)
const numberIn = (answer: Response) => /(\d{4}-\d+)/.exec(answer.headers.get('location') ?? '')![1]!
const cookieIn = (answer: Response, name: string) => answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`))!.split(';')[0]!
const cases = async () => (await desk.services.sql<[{ n: number }]>`select count(*)::int as n from case_file`)[0].n
const eventsOf = async (number: string) => (await loadCase(desk.services.db, desk.who('gongkai'), number)).events.map(({ event }) => event)

/** The form as a browser sends it: with files, and with the cookies of earlier pages. */
async function submit(username: Username, to: string, fields: Record<string, string>, scans: readonly File[] = [], headers: Record<string, string> = {}): Promise<Response> {
  const page = await desk.get(username, PAGE, headers)
  const html = await page.text()
  const own = page.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  const body = new FormData()
  for (const [name, value] of Object.entries({ _csrf: /name="_csrf" value="([^"]*)"/.exec(html)![1]!, ...fields })) body.append(name, value)
  for (const scan of scans) body.append('scans', scan)
  return desk.send(username, to, { method: 'POST', body, headers: { cookie: [headers['cookie'], own].filter(Boolean).join('; ') } })
}

describe('a returning applicant', () => {
  const hint = (fields: Record<string, string>, username: Username = 'chuangkou') =>
    submit(username, `${PAGE}/preview?part=document`, { ...paper, name: '', phone: '', address: '', ...fields }).then((answer) => answer.text()).then((html) => html.split('data-into="returning">')[1]!.split('</template>')[0]!)

  test('is known by the whole number alone, and the hint tells nothing personal', async () => {
    const number = numberIn(await send())
    const known = await hint({})
    expect(wordsOf(known)).toMatch(/这个号码申请过\d+件，最近一件/)
    for (const secret of ['申请人丙', '000 0000 0001', '江北大道']) expect(known).not.toContain(secret)
    for (const documentNumber of [ID.slice(0, 17), '', '110105194912310', '%', '00000019900101000X']) expect(await hint({ documentNumber })).toBe('')
    expect(await hint({ documentNumber: '', name: '申请人丙' })).toBe('')
    expect(await hint({ documentType: 'passport' })).toBe('')
    expect(await hint({}, 'binhe')).toBe('')
    expect((await eventsOf(number)).map(({ type }) => type)).not.toContain('personal_data_opened')
  })

  test('F4 fills in name and contact data; that they were opened is an event of the case they come from', async () => {
    const number = numberIn(await send({ documentNumber: '00000019900101000X', name: '申请人庚' }))
    const answer = await send({ do: 'fill', documentNumber: '00000019900101000X', name: '', phone: '', address: '', description: '已经写好的内容' })
    const html = await answer.text()
    expect(answer.status).toBe(200)
    for (const value of ['申请人庚', '000 0000 0001', '示例市滨河区江北大道8号', '已经写好的内容']) expect(html).toContain(value)
    expect(wordsOf(html)).toContain(`这次查看记进了${number}的经过`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await eventsOf(number)).at(-1)).toMatchObject({ type: 'personal_data_opened', reason: '窗口录入：同一申请人再次申请，带出姓名和联系方式' })
  })

  test('somebody unknown is not brought, and what was typed stays', async () => {
    const html = await (await send({ do: 'fill', documentType: 'passport', documentNumber: 'E99999999', name: '申请人辛' })).text()
    expect(wordsOf(html)).toContain('没有在本机关申请过')
    expect(html).toContain('申请人辛')
  })

  test('nobody tries out numbers: after 120 in an hour the hint is silent, the entry goes on, the API answers 429', async () => {
    await desk.services.sql`insert into rate_window (key, window_started_at, hits) values ('returning:gongkai', '2026-11-20T02:00:00Z', 120) on conflict (key) do update set hits = 120`
    expect(await hint({}, 'gongkai')).toBe('')
    expect((await desk.post('gongkai', '/api/v1/applicants/lookup', { documentType: 'resident_id', documentNumber: ID })).status).toBe(429)
    expect((await send({}, 'gongkai')).status).toBe(303)
  })

  test('through the API too: look up, open with an event, and only those who register', async () => {
    const number = numberIn(await send())
    const post = async (path: string, username: Username = 'chuangkou', documentNumber = ID) => {
      const answer = await desk.post(username, `/api/v1/applicants/${path}`, { documentType: 'resident_id', documentNumber })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    }
    const found = await post('lookup')
    expect(found).toMatchObject({ status: 200, body: { lastReceivedOn: '2026-11-20' } })
    expect(JSON.stringify(found.body)).not.toMatch(/申请人|0001|江北/)
    expect(await post('lookup', 'chuangkou', '00000019900101999X')).toMatchObject({ status: 200, body: { cases: 0, lastNumber: null } })
    expect(await post('open')).toMatchObject({ status: 200, body: { number, name: '申请人丙', phone: '000 0000 0001' } })
    expect((await eventsOf(number)).at(-1)!.type).toBe('personal_data_opened')
    expect((await post('lookup', 'chengban')).status).toBe(403)
    expect((await post('open', 'chengban')).status).toBe(403)
    expect((await post('open', 'binhe')).status).toBe(409)
  })
})

describe('同上一份', () => {
  test('carries channel, days, kind, form and way into the next form, and nothing of the person', async () => {
    const saved = await send({ channel: 'registered_mail', arrivedOn: '2026-11-18', signedBy: '本局收发室', mailNumber: '1100', form: 'inspection', way: 'pickup' })
    const cookie = cookieIn(saved, 'zhixi_window_last')
    expect(decodeURIComponent(cookie)).not.toMatch(/申请人|110105|收发室/)
    const offered = await (await desk.get('chuangkou', PAGE, { cookie })).text()
    expect(wordsOf(offered)).toContain('同上一份的收件、类别、给法')
    const html = await (await send({ do: 'same', name: '', documentNumber: '', phone: '', address: '', postcode: '', description: '已经写好的内容' }, 'chuangkou', { cookie })).text()
    for (const chosen of ['name="channel" value="registered_mail" checked', 'name="form" value="inspection" checked', 'name="way" value="pickup" checked']) expect(html).toContain(chosen)
    for (const value of ['2026-11-18', '本局收发室', '已经写好的内容']) expect(html).toContain(value)
    for (const personal of ['申请人丙', ID, '江北大道', '1100']) expect(html.split('<form class="zx-window"')[1]!.split('</form>')[0]).not.toContain(`value="${personal}`)
    expect(await (await desk.get('gongkai', PAGE, { cookie })).text()).not.toContain('data-same')
  })

  test('连同申请人 brings the person of the last form when asked, and records it', async () => {
    const saved = await send()
    const html = await (await send({ do: 'same-person', name: '', documentNumber: '', phone: '' }, 'chuangkou', { cookie: cookieIn(saved, 'zhixi_window_last') })).text()
    for (const value of ['申请人丙', ID, '000 0000 0001']) expect(html).toContain(value)
    expect((await eventsOf(numberIn(saved))).at(-1)!.type).toBe('personal_data_opened')
  })
})

describe('scans', () => {
  const scan = (fields: Record<string, string>, scans: readonly File[]) => submit('chuangkou', PAGE, { ...paper, do: 'print', ...fields }, scans)

  test('go into the case with an event each', async () => {
    const number = numberIn(await scan({ key: freshKey() }, [file(pdf(3), '申请书.pdf'), file(png(), '证件.png')]))
    const added = (await eventsOf(number)).filter((event) => event.type === 'paper_added')
    expect(added.map((event) => event.type === 'paper_added' && event.purpose)).toEqual(['scan', 'scan'])
    const [owned] = await desk.services.sql<[{ n: number }]>`select count(*)::int as n from upload u join case_file c on c.id::text = u.owner_id where c.number = ${number} and u.owner_kind = 'case'`
    expect(owned.n).toBe(2)
  })

  test('stay while another field is mended, are listed, counted and can be removed', async () => {
    const key = freshKey()
    const wrong = await scan({ key, documentNumber: '110105194912310021' }, [file(pdf(2), '申请书.pdf'), file(png(), '多余.png')])
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(wordsOf(html)).toContain('申请书.pdfPDF，2页')
    expect(wordsOf(html)).toContain('扫描件3页')
    const unwanted = /value="([0-9a-f-]{36})"[^>]*>(?:<span>)?移除<span class="zx-sr">多余/.exec(html)![1]!
    const after = await (await scan({ key, removeUpload: unwanted }, [])).text()
    expect(after).not.toContain('多余.png')
    const number = numberIn(await scan({ key }, []))
    expect((await eventsOf(number)).filter(({ type }) => type === 'paper_added')).toHaveLength(1)
  })

  test('a program that calls itself PDF is named at the field, the form is not filed, the good scan stays', async () => {
    const before = await cases()
    const answer = await scan({ key: freshKey() }, [file(PROGRAM, '申请书.pdf'), file(png(), '证件.png')])
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#f-scans"')
    expect(html).toContain('证件.png')
    expect(await cases()).toBe(before)
  })

  test('pressed twice, the papers are in one case once', async () => {
    const key = freshKey()
    const one = await scan({ key }, [file(pdf(1), '申请书.pdf')])
    const two = await scan({ key }, [file(pdf(1), '申请书.pdf')])
    expect(numberIn(one)).toBe(numberIn(two))
    expect((await eventsOf(numberIn(one))).filter(({ type }) => type === 'paper_added')).toHaveLength(1)
  })

  test('of another form sent from the same page go with that form', async () => {
    const key = freshKey()
    await scan({ key }, [])
    const asked = await scan({ key, name: '申请人丁' }, [file(pdf(4), '第二份.pdf')])
    const html = await asked.text()
    expect(asked.status).toBe(409)
    expect(html).toContain('第二份.pdf')
    const next = /name="key" value="([^"]+)"/.exec(html)![1]!
    const number = numberIn(await scan({ key: next, name: '申请人丁' }, []))
    expect((await eventsOf(number)).filter(({ type }) => type === 'paper_added')).toHaveLength(1)
  })

  test('of a letter that waits go with it, and with it into the case', async () => {
    const letter = { ...paper, channel: 'ordinary_mail', key: freshKey() }
    expect((await submit('chuangkou', '/desk/pending-receipts', letter, [file(pdf(2), '来信.pdf')])).status).toBe(303)
    const id = (await desk.services.sql<[{ id: string }]>`select pending_id as id from pending_receipt_event order by pending_receipt_event.id desc limit 1`)[0].id
    expect(wordsOf(await (await desk.get('chuangkou', `/desk/pending-receipts/${id}`)).text())).toContain('来信.pdf')
    const filed = await desk.post('chuangkou', `/api/v1/pending-receipts/${id}/confirmation`, { way: 'phone' })
    const { number } = (await filed.json()) as { number: string }
    expect((await eventsOf(number)).filter(({ type }) => type === 'paper_added')).toHaveLength(1)
  })
})

describe('an oral application (29条第一款)', () => {
  const print = (number: string, username: Username = 'chuangkou') => submit(username, `${PAGE}/form/${number}`, {})

  test('is printed whole for the signature, which is recorded; 待附签字件 stands on the case until the scan is there', async () => {
    const saved = await send({ channel: 'oral' })
    const number = numberIn(saved)
    const receipt = await (await desk.get('chuangkou', `${PAGE}/receipt/${number}`, { cookie: cookieIn(saved, 'zhixi_window') })).text()
    expect(receipt).toContain('打印申请书，请申请人签字')
    const sheet = await print(number)
    const words = wordsOf(await sheet.text())
    expect(sheet.headers.get('cache-control')).toBe('no-store')
    for (const fact of ['申请人丙', ID, '000 0000 0001', paper.description, '申请人签字或者按指印', '代填人：窗口人员甲']) expect(words).toContain(fact)
    expect((await eventsOf(number)).at(-1)).toMatchObject({ type: 'personal_data_opened', reason: '口头申请：打印申请书请申请人签字' })
    const page = async () => wordsOf(await (await desk.get('chuangkou', `/desk/cases/${number}`)).text())
    expect(await page()).toContain('待附签字件')
    const other = numberIn(await submit('chuangkou', PAGE, { ...paper, channel: 'oral', key: freshKey(), do: 'print' }, [file(pdf(1), '签字件.pdf')]))
    expect(wordsOf(await (await desk.get('chuangkou', `/desk/cases/${other}`)).text())).not.toContain('待附签字件')
  })

  test('is printed by those who register at that authority alone', async () => {
    const number = numberIn(await send({ channel: 'oral' }))
    expect((await desk.submit('binhe', PAGE, {}, { to: `${PAGE}/form/${number}` })).status).toBe(404)
    expect((await desk.get('chengban', PAGE)).status).toBe(403)
  })

  test('one handed in on paper needs no such form', async () => {
    const number = numberIn(await send())
    expect(wordsOf(await (await desk.get('chuangkou', `/desk/cases/${number}`)).text())).not.toContain('待附签字件')
  })
})

describe('what is wrong is named at its field, everything typed stays, nothing is filed', () => {
  test.each([
    ['a receipt date tomorrow', { arrivedOn: '2026-11-21' }, 'arrivedOn', '还没有到'],
    ['a receipt date before there was a right to ask', { arrivedOn: '2008-04-30' }, 'arrivedOn', '2008年5月1日起施行'],
    ['a wrong check digit', { documentNumber: '110105194912310021' }, 'documentNumber', '校验码'],
    ['a wrong credit code', { applicantKind: 'business', documentNumber: '91350100M000100Y44' }, 'documentNumber', '校验码'],
    ['a name of 300 characters', { name: '甲'.repeat(300) }, 'name', '最多100个字'],
    ['a picture in the name', { name: '申请人😀' }, 'name', '请照证件写'],
    ['direction overrides', { name: '申请人‮丙' }, 'name', '控制字符'],
    ['five digits as postcode', { postcode: '00000' }, 'postcode', '6位数字'],
    ['an agent without a number', { byAgent: 'yes', agentName: '代理人甲', agentDocumentType: 'resident_id', agentPhone: '000 0000 0002' }, 'agentDocumentNumber', '代理人的证件号码'],
  ])('%s', async (_, fields, field, why) => {
    const before = await cases()
    const answer = await send(fields as Record<string, string>)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toMatch(new RegExp(`href="#f-${field}"[^>]*>[^<]*${why}`))
    expect(html).toContain(paper.description)
    expect(await cases()).toBe(before)
  })

  test('rare characters are no fault', async () => {
    expect((await send({ name: '申请人𠮷䶮' })).status).toBe(303)
  })

  test('what only looks mistyped is remarked on and does not stand in the way', async () => {
    const html = await (await submit('chuangkou', `${PAGE}/preview?part=check`, { ...paper, phone: '1380000000', address: '江北大道', key: freshKey() })).text()
    expect(wordsOf(html)).toContain('手机号是11位，现在10位')
    expect(wordsOf(html)).toContain('没写到门牌')
    expect((await send({ phone: '1380000000', address: '江北大道' })).status).toBe(303)
  })
})

describe('items in a description', () => {
  test.each([
    [1, '申请公开安装点位、安装时间和2025年的费用。'],
    [2, '1、申请公开安装点位；2、申请公开维护合同。'],
    [3, '（一）安装点位\n（二）安装时间\n（三）管理单位'],
  ])('%i: %s', async (items, description) => {
    const words = wordsOf(await (await submit('chuangkou', `${PAGE}/preview?part=check`, { ...paper, description, key: freshKey() })).text())
    expect(/像有(\d+)项/.exec(words)?.[1] ?? '1').toBe(String(items))
  })
})

describe('an agent', () => {
  test('is sealed with the applicant', async () => {
    const number = numberIn(await send({ byAgent: 'yes', agentName: '代理人甲', agentDocumentType: 'resident_id', agentDocumentNumber: '00000019900101000X', agentPhone: '000 0000 0002' }))
    expect(wordsOf(await (await desk.get('chuangkou', `/desk/cases/${number}`)).text())).toContain('代理人甲')
  })
})
