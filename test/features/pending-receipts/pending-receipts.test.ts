import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCase } from '#store/case-store.ts'
import { runSweep } from '#store/outbox-sweep.ts'
import { applicationOf } from '#store/application.ts'
import { overduePendingReceipts } from '#features/pending-receipts/index.ts'
import { connect } from '#platform/db/connect.ts'
import { openDesk, wordsOf, type Desk, type Username } from '#test/support/desk.ts'
import { eventually } from '#test/support/eventually.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
beforeEach(() => desk.clock.set('2026-11-20'))
afterAll(() => desk.close())

const LIST = '/desk/pending-receipts'
const asked = {
  applicantKind: 'natural_person', documentType: 'resident_id', name: '申请人丙', documentNumber: '11010519491231002X', phone: '000 0000 0001',
  address: '示例市滨河区江北大道8号', description: '申请公开滨河路地下通道视频监控的安装点位。', form: 'paper', way: 'post',
}
const letter = { ...asked, channel: 'ordinary_mail', arrivedOn: '2026-11-20', confirmedOn: '' }
let keys = 0
const freshKey = () => `pending-test-${(keys += 1)}`
const count = async (table: 'case_file' | 'pending_receipt') => (await desk.services.sql<[{ n: number }]>`select count(*)::int as n from ${desk.services.sql(table)}`)[0].n

/** Types a letter into the entry page and presses F9. */
const keep = (fields: Record<string, string> = {}, username: Username = 'chuangkou') =>
  desk.submit(username, '/desk/intake', { ...letter, key: freshKey(), ...fields }, { to: LIST })
/** The id of what was kept last. */
async function kept(fields: Record<string, string> = {}, username: Username = 'chuangkou'): Promise<string> {
  const answer = await keep(fields, username)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return (await desk.services.sql<[{ id: string }]>`select pending_id as id from pending_receipt_event where type = 'kept' order by pending_receipt_event.id desc limit 1`)[0].id
}
const send = (id: string, page: string, fields: Record<string, string>, username: Username = 'gongkai') => desk.submit(username, `${LIST}/${id}`, fields, { to: `${LIST}/${id}/${page}` })
const confirm = (id: string, fields: Record<string, string> = {}, username: Username = 'gongkai') => send(id, 'confirmation', { form: 'confirm', way: 'phone', key: freshKey(), confirmedOn: '', ...fields }, username)
const numberIn = (answer: Response) => /(\d{4}-\d+)/.exec(answer.headers.get('location') ?? '')![1]!
const pendingRow = async (id: string) => (await desk.services.sql`select * from pending_receipt where id = ${id}`)[0]!

describe('先存为待确认收到', () => {
  test('keeps the form sealed, without a case, a number or a clock, and opens the next empty one', async () => {
    const before = await count('case_file')
    const answer = await keep()
    expect(answer.headers.get('location')).toBe('/desk/intake?kept=1&channel=ordinary_mail')
    expect(await count('case_file')).toBe(before)
    const [row] = await desk.services.sql<{ content: Uint8Array; status: string }[]>`select content, status from pending_receipt where id = (select pending_id from pending_receipt_event order by id desc limit 1)`
    expect(row!.status).toBe('waiting')
    expect(Buffer.from(row!.content).toString('latin1')).not.toContain('110105')
    const html = await (await desk.get('chuangkou', '/desk/intake?kept=1&channel=ordinary_mail')).text()
    expect(wordsOf(html)).toContain('已存为待确认收到，还不是案件')
    expect(html).not.toContain('申请人丙')
  })

  test('pressed twice it is kept once', async () => {
    const before = await count('pending_receipt')
    const key = freshKey()
    await keep({ key })
    await keep({ key })
    expect(await count('pending_receipt')).toBe(before + 1)
  })

  test.each([
    ['a channel that needs no confirmation', { channel: 'in_person' }, 'channel'],
    ['a day that has not come', { arrivedOn: '2026-11-21' }, 'arrivedOn'],
    ['a day before there was a right to ask', { arrivedOn: '2008-04-30' }, 'arrivedOn'],
    ['a fax of such a day', { channel: 'fax', arrivedOn: '2008-04-30' }, 'arrivedOn'],
    ['a wrong check digit', { documentNumber: '110105194912310021' }, 'documentNumber'],
    ['nothing asked for', { description: '' }, 'description'],
  ])('%s is named at its field on the entry page, with everything typed', async (_, fields, field) => {
    const before = await count('pending_receipt')
    const answer = await keep(fields as Record<string, string>)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(`href="#f-${field}"`)
    expect(html).toContain('示例市滨河区江北大道8号')
    expect(await count('pending_receipt')).toBe(before)
  })

  test('only those who register may keep, see or confirm; another authority finds nothing', async () => {
    const id = await kept()
    expect((await desk.get('chengban', LIST)).status).toBe(403)
    expect((await desk.get('chengban', `${LIST}/${id}`)).status).toBe(403)
    expect((await desk.get('binhe', `${LIST}/${id}`)).status).toBe(404)
    expect((await desk.get('binhe', `${LIST}/no-such-id`)).status).toBe(404)
    expect((await desk.post('binhe', `/api/v1/pending-receipts/${id}/confirmation`, { way: 'phone' })).status).toBe(404)
    expect((await desk.post('chengban', `/api/v1/pending-receipts/${id}/confirmation`, { way: 'phone' })).status).toBe(403)
    expect(await (await desk.get('binhe', LIST)).text()).not.toContain(id)
  })
})

describe('the list', () => {
  test('says by the day what is still to be done, and the rail counts it', async () => {
    const [today, tried, late, lost] = [await kept({ name: '申请人甲' }), await kept({ name: '申请人乙' }), await kept({ arrivedOn: '2026-11-19' }), await kept({ arrivedOn: '2026-11-18' })]
    await send(tried, 'attempts', { form: 'attempt', way: 'phone', result: 'no_answer', on: '' })
    await send(lost, 'attempts', { form: 'attempt', way: 'phone', result: 'wrong_number', on: '2026-11-18' })
    const html = await (await desk.get('chuangkou', LIST)).text()
    const line = (id: string) => wordsOf(html.split('<tr').find((row) => row.includes(`${LIST}/${id}`))!)
    expect(line(today)).toContain('今天要确认')
    expect(line(tried)).toContain('今天没联系上')
    expect(line(late)).toContain('过了当天')
    expect(line(lost)).toContain('联系不上')
    expect(html.indexOf(lost)).toBeLessThan(html.indexOf(late))
    const waiting = (await desk.services.sql<[{ n: number }]>`select count(*)::int as n from pending_receipt where status = 'waiting' and authority_id = 'shiju'`)[0].n
    expect(wordsOf(html)).toContain(`录入${waiting}件`)
    expect(wordsOf(await (await desk.get('chengban', '/desk')).text())).not.toContain('录入')
  })

  test('numbers are masked until they are opened with a reason, and the opening is on record', async () => {
    const id = await kept()
    const page = () => desk.get('gongkai', `${LIST}/${id}`).then((answer) => answer.text())
    expect(await page()).not.toContain('11010519491231002X')
    const opened = await (await send(id, 'contact', { form: 'contact', reason: '联系申请人，确认收到' })).text()
    expect(opened).toContain('11010519491231002X')
    expect(opened).toContain('000 0000 0001')
    expect(await page()).not.toContain('11010519491231002X')
    expect(wordsOf(await page())).toContain('查看联系方式：联系申请人，确认收到')
    expect((await send(id, 'contact', { form: 'contact', reason: '' })).status).toBe(422)
  })
})

describe('确认收到 (31条)', () => {
  test('on the day of arrival: that day is the day of receipt; the receipt can be printed; what was kept is erased', async () => {
    const id = await kept()
    const answer = await confirm(id)
    const number = numberIn(answer)
    expect(answer.headers.get('location')).toBe(`/desk/intake/receipt/${number}`)
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('zhixi_window='))!.split(';')[0]!
    expect(await (await desk.get('gongkai', `/desk/intake/receipt/${number}`, { cookie })).text()).toContain('到达当天与申请人确认')
    const { row } = await loadCase(desk.services.db, desk.who('gongkai'), number)
    expect(row).toMatchObject({ channel: 'ordinary_mail', receivedOn: '2026-11-20', dueOn: '2026-12-18', applicantName: '申请人丙' })
    expect(await pendingRow(id)).toMatchObject({ status: 'confirmed', case_id: row.id, content: null, key_id: null })
  })

  test('tried in vain on the day, reached four days later: the day of contact is the day of receipt', async () => {
    const id = await kept()
    await send(id, 'attempts', { form: 'attempt', way: 'phone', result: 'no_answer', on: '2026-11-20', note: '响了没人接' })
    desk.clock.set('2026-11-24')
    const { row } = await loadCase(desk.services.db, desk.who('gongkai'), numberIn(await confirm(id)))
    expect(row).toMatchObject({ receivedOn: '2026-11-24' })
    expect(await applicationOf(desk.services.db, row.applicationId)).toMatchObject({ receipt: { channel: 'ordinary_mail', arrivedOn: '2026-11-20', confirmedOn: '2026-11-24', contactLost: true } })
  })

  test('confirmed late without a trial on the day: the day of arrival stays the day of receipt, and the page says so before', async () => {
    const id = await kept()
    desk.clock.set('2026-11-24')
    await send(id, 'attempts', { form: 'attempt', way: 'phone', result: 'no_answer', on: '2026-11-23' })
    expect(wordsOf(await (await desk.get('gongkai', `${LIST}/${id}`)).text())).toContain('收到日不推迟，确认后仍是11月20日')
    const { row } = await loadCase(desk.services.db, desk.who('gongkai'), numberIn(await confirm(id)))
    expect(row.receivedOn).toBe('2026-11-20')
  })

  test('a fax counts from the day on which both confirmed', async () => {
    const id = await kept({ channel: 'fax' })
    desk.clock.set('2026-11-24')
    const { row } = await loadCase(desk.services.db, desk.who('gongkai'), numberIn(await confirm(id, { confirmedOn: '2026-11-23' })))
    expect(row.receivedOn).toBe('2026-11-23')
  })

  test.each([['2026-11-21', '还没有到'], ['2026-11-19', '早于到达的日期'], ['昨天', '不是一个日期']])('a confirmation on %s is refused at its field, and nothing is filed', async (confirmedOn, why) => {
    const id = await kept()
    const before = await count('case_file')
    const answer = await confirm(id, { confirmedOn })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#f-confirm-confirmedOn"')
    expect(html).toContain(why)
    expect(await count('case_file')).toBe(before)
    expect((await pendingRow(id))['status']).toBe('waiting')
  })

  test('pressed twice by the same person, the same receipt is answered twice', async () => {
    const id = await kept()
    const before = await count('case_file')
    const key = freshKey()
    const [one, two] = [await confirm(id, { key }), await confirm(id, { key })]
    expect([one.status, two.status]).toEqual([303, 303])
    expect(numberIn(one)).toBe(numberIn(two))
    expect(await count('case_file')).toBe(before + 1)
  })
})

describe('two at once', () => {
  test('two clerks who confirm at the same moment file exactly one case, and the second is told its number', async () => {
    const id = await kept()
    const before = await count('case_file')
    const answers = await whileLocked(id, () => [confirm(id, {}, 'gongkai'), confirm(id, {}, 'chuangkou')])
    expect(await count('case_file')).toBe(before + 1)
    const [winner, loser] = [answers.find(({ status }) => status === 303)!, answers.find(({ status }) => status === 409)!]
    const number = numberIn(winner)
    expect(wordsOf(await loser.text())).toContain(`已经确认过，登记为${number}`)
    const [{ n }] = await desk.services.sql<[{ n: number }]>`select count(*)::int as n from pending_receipt_event where pending_id = ${id} and type = 'confirmed'`
    expect(n).toBe(1)
    const last = (await desk.services.sql<[{ last: number }]>`select last from number_series where authority_id = 'shiju' and series = 'case' and year = 2026`)[0].last
    expect(last).toBe(Number(number.slice(5)))
  })

  test('one person pressing twice at once gets one receipt', async () => {
    const id = await kept()
    const before = await count('case_file')
    const key = freshKey()
    const answers = await whileLocked(id, () => [confirm(id, { key }), confirm(id, { key })])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(new Set(answers.map(numberIn)).size).toBe(1)
    expect(await count('case_file')).toBe(before + 1)
  })

  /** Starts both while a third transaction holds the row, so that both have read it as waiting. */
  async function whileLocked(id: string, start: () => Promise<Response>[]): Promise<Response[]> {
    const other = connect(desk.databaseUrl, 1)
    let release = () => {}
    const held = new Promise<void>((resolve) => void (release = resolve))
    const holding = other.sql.begin(async (tx) => {
      await tx`select 1 from pending_receipt where id = ${id} for update`
      await held
    })
    try {
      await eventually(async () => (await desk.services.sql`select 1 from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'pending_receipt' and l.mode = 'RowShareLock' and l.granted`).length > 0)
      const running = start()
      await eventually(async () => (await desk.services.sql<[{ n: number }]>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)[0].n >= 2)
      release()
      return await Promise.all(running)
    } finally {
      release()
      await holding
      await other.close()
    }
  }
})

describe('trials', () => {
  test.each([['2026-11-21', '还没有到'], ['2026-11-19', '早于到达的日期']])('on %s are refused: %s', async (on, why) => {
    const id = await kept()
    const answer = await send(id, 'attempts', { form: 'attempt', way: 'phone', result: 'no_answer', on })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(why)
  })

  test('nobody can change or remove what was recorded', async () => {
    const id = await kept()
    await expect(desk.services.sql`delete from pending_receipt_event where pending_id = ${id}`).rejects.toThrow(/append-only/)
    await expect(desk.services.sql`update pending_receipt_event set actor_name = 'x' where pending_id = ${id}`).rejects.toThrow(/append-only/)
  })
})

describe('不登记', () => {
  test('is for officers of disclosure, with a reason; it cannot be confirmed afterwards', async () => {
    const id = await kept()
    const reason = '与2026-0001是同一份，先传真后寄来的原件'
    expect((await send(id, 'closing', { form: 'close', reason }, 'chuangkou')).status).toBe(403)
    expect((await send(id, 'closing', { form: 'close', reason: '' })).status).toBe(422)
    expect((await send(id, 'closing', { form: 'close', reason })).status).toBe(303)
    const before = await count('case_file')
    expect((await desk.post('gongkai', `/api/v1/pending-receipts/${id}/confirmation`, { way: 'phone' })).status).toBe(409)
    expect(await count('case_file')).toBe(before)
  })
})

describe('what was not confirmed on its day', () => {
  const sweep = async () => (await runSweep(desk.services, [overduePendingReceipts]))[0]!
  const notices = (user: string) => desk.services.sql<{ text: string }[]>`select text from notification where user_id = ${user} and text like '%没有与申请人确认%' order by id`

  test('is told to the disclosure officers of its authority, once, without a name', async () => {
    await desk.services.sql`update pending_receipt set overdue_told_at = now() where status = 'waiting'`
    const id = await kept()
    expect((await sweep()).found).toEqual([])
    desk.clock.set('2026-11-21')
    expect((await runSweep(desk.services, [overduePendingReceipts], { dryRun: true }))[0]!.found).toEqual([`pending receipt ${id}`])
    expect(await sweep()).toEqual({ name: 'overdue-pending-receipts', found: [`pending receipt ${id}`], failure: null })
    expect((await sweep()).found).toEqual([])
    expect((await notices('gongkai')).map(({ text }) => text)).toEqual(['11月20日到的平常信函当天没有与申请人确认，还在“录入—待确认收到”里等着（条例31条）'])
    expect(await notices('chuangkou')).toEqual([])
    expect(await notices('binhe')).toEqual([])
  })

  test('one that was confirmed is not told', async () => {
    await desk.services.sql`update pending_receipt set overdue_told_at = now() where status = 'waiting'`
    const id = await kept()
    await confirm(id)
    desk.clock.set('2026-11-21')
    expect((await sweep()).found).toEqual([])
  })
})

describe('the API', () => {
  const post = async (path: string, body: object, username: Username = 'chuangkou') => {
    const answer = await desk.post(username, `/api/v1/pending-receipts${path}`, body)
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  test('can do all of it', async () => {
    const made = await post('', { ...asked, arrival: { channel: 'fax', arrivedOn: '2026-11-20' } })
    expect(made).toMatchObject({ status: 201, body: { status: 'waiting', standing: 'today', applicantName: '申请人丙', number: null } })
    const id = String(made.body['id'])
    expect(await post(`/${id}/attempts`, { way: 'phone', result: 'no_answer' })).toMatchObject({ status: 200, body: { standing: 'tried_today', attempts: [{ on: '2026-11-20', by: '窗口人员甲' }] } })
    expect(await post(`/${id}/contact`, { reason: '联系申请人' })).toMatchObject({ status: 200, body: { documentNumber: '11010519491231002X', phone: '000 0000 0001' } })
    const list = (await (await desk.get('gongkai', '/api/v1/pending-receipts')).json()) as { pendingReceipts: { id: string }[] }
    expect(list.pendingReceipts.map((one) => one.id)).toContain(id)
    const filed = await post(`/${id}/confirmation`, { way: 'phone' })
    expect(filed).toMatchObject({ status: 201, body: { receivedOn: '2026-11-20', dueOn: '2026-12-18' } })
    expect(await post(`/${id}/confirmation`, { way: 'phone' })).toMatchObject({ status: 409, body: { code: 'pending-receipts/already-confirmed' } })
    const other = await post('', { ...asked, arrival: { channel: 'ordinary_mail', arrivedOn: '2026-11-20' } })
    expect(await post(`/${String(other.body['id'])}/closing`, { reason: '不是申请，是投诉' }, 'gongkai')).toMatchObject({ status: 200, body: { status: 'closed' } })
  })

  test('names what is wrong', async () => {
    expect(await post('', { ...asked, arrival: { channel: 'in_person', arrivedOn: '2026-11-20' } })).toMatchObject({ status: 422, body: { errors: [{ field: 'arrival.channel' }] } })
    expect(await post('', { ...asked, documentNumber: '1', arrival: { channel: 'fax', arrivedOn: '2026-11-20' } })).toMatchObject({ status: 422, body: { errors: [{ field: 'documentNumber' }] } })
    expect((await post('', { ...asked, arrival: { channel: 'fax', arrivedOn: '2026-12-20' } })).status).toBe(422)
  })
})
