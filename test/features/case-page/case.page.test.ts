import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, wordsOf as words, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
let number: string
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  number = await desk.file({ stage: 'drafting', decision: 'refused_internal_affairs', receivedOn: '2026-11-02', kind: 'business', channel: 'registered_mail', subject: '内部值班排班表', description: '申请公开：\n<一>排班表' })
})
afterAll(() => desk.close())

const page = async (username: Username, path = '') => (await desk.get(username, `/desk/cases/${number}${path}`)).text()

describe('the page of a case', () => {
  it('says what it is about, where its clock stands and why', async () => {
    const text = words(await page('gongkai'))
    expect(text).toContain('内部值班排班表')
    expect(text).toContain('法人・商业企业')
    expect(text).toContain('剩6个工作日最晚11月30日（周一）')
    expect(text).toContain('11月2日（周一）收到，次日起数20个工作日，所以最晚11月30日（周一）答复。')
    expect(text).toContain('2026年11月2日（周一），挂号或者EMS 31条第二项')
    expect(text).toContain('申请公开： &lt;一&gt;排班表')
    expect(text).toContain('不予公开：三类内部事务信息')
    expect(text).toContain('16条第一款、36条第三项')
  })

  it('offers what the person can do now, the next thing first, and says why not the rest', async () => {
    const handler = await page('chengban')
    expect(handler).toMatch(/<a class="btn zx-btn-primary" href="\/desk\/cases\/[\d-]+\/draft">/)
    expect(words(handler)).toMatch(/受理、归档、分办[^：]*、拆分：由公开办经办人办/)
    const office = words(await page('gongkai'))
    expect(office).toContain('受理、拆分：“登记”环节已经过了')
    expect(office).toContain('登记送达：到“待送达”环节才办，现在是“拟稿”')
    expect(words(await page('jiandu'))).toContain('现在没有要您做的')
  })

  it('tells what has happened, newest first, by whom', async () => {
    const html = await page('gongkai')
    const text = words(html.slice(html.indexOf('id="history"')))
    const facts = ['存稿，第1稿', '定处理决定', '分办给承办人甲（治安支队）', '受理经办人甲', '收到申请（挂号或者EMS）窗口人员甲']
    const places = facts.map((fact) => text.indexOf(fact))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('shows a letter that is being made, one that failed with the reason, and one to be opened', async () => {
    expect(words(await page('gongkai'))).toContain('生成中')
    await desk.services.sql`update letter set status = 'failed', failure = '没有字体能印“〓”（U+20BB7），请改用别的字' where case_id = (select id from case_file where number = ${number})`
    expect(words(await page('gongkai'))).toContain('没有字体能印“〓”（U+20BB7），请改用别的字')
    const [row] = await desk.services.sql<{ id: string }[]>`
      update letter set status = 'stored', bytes = '\\x25', sha256 = sha256('x'), pages = 1, stored_at = now() where case_id = (select id from case_file where number = ${number}) returning id`
    expect(await page('gongkai')).toContain(`href="/desk/cases/${number}/letters/${row!.id}.pdf"`)
  })

  it('says only what a command really did', async () => {
    expect(words(await page('gongkai', '?done=assign'))).toContain('已分办给承办人甲（治安支队）')
    expect(await page('gongkai', '?done=%3Cscript%3E')).not.toContain('<script>')
  })

  it('leads to the neighbours in the work list by J and K', async () => {
    const before = await desk.file({ receivedOn: '2026-10-30' })
    const behind = await desk.file({ receivedOn: '2026-11-03' })
    const middle = await page('gongkai')
    expect(middle).toContain(`<a href="/desk/cases/${behind}" data-key="j">`)
    expect(middle).toContain(`<a href="/desk/cases/${before}" data-key="k">`)
    const first = await (await desk.get('gongkai', `/desk/cases/${before}`)).text()
    expect(first).not.toContain('data-key="k"')
    await desk.services.sql`update case_file set due_on = null where number = ${behind}`
    expect(await page('gongkai')).toContain(`<a href="/desk/cases/${behind}" data-key="j">`)
    const last = await (await desk.get('gongkai', `/desk/cases/${behind}`)).text()
    expect(last).toContain(`<a href="/desk/cases/${number}" data-key="k">`)
    expect(await page('chengban')).not.toContain('data-key="j"')
  })
})

describe('期限计算单', () => {
  it('has every day with its ordinal, the articles and the version of the calendar', async () => {
    const html = await page('gongkai', '/days')
    expect([...html.matchAll(/<tr[^>]*><th scope="row">/g)]).toHaveLength(29)
    const text = words(html)
    expect(text).toContain('条例第三十三条第二款')
    expect(text).toMatch(/日历版本2008-2026\.[0-9a-f]+/)
    expect(text).toContain('打印时间2026年11月20日（周五）10时00分')
  })
})

describe('GET /api/v1/cases/:number', () => {
  const detail = async (username: Username) => (await (await desk.get(username, `/api/v1/cases/${number}`)).json()) as Record<string, never> & { commands: { command: string; allowed: boolean; reason: string | null }[]; days: unknown[]; events: { type: string; text: string }[] }

  it('tells all that the page shows', async () => {
    const told = await detail('chengban')
    expect(told).toMatchObject({
      number, status: 'drafting', version: 6, decision: 'refused_internal_affairs',
      request: { description: '申请公开：\n<一>排班表', form: 'electronic', way: 'email' },
      decisionDetail: { code: 'refused_internal_affairs', name: '不予公开：三类内部事务信息', groundText: null, refusedPart: null },
      delivery: null,
      working: [{ on: '2026-11-02', cite: { instrument: '711', article: 33, paragraph: 2 } }],
      chain: { intact: true, events: 6 },
    })
    expect(told.days).toHaveLength(29)
    expect(told.events.map(({ type }) => type)).toEqual(['application_received', 'receipt_issued', 'application_accepted', 'case_assigned', 'decision_taken', 'draft_saved'])
    expect(told.commands.filter(({ allowed }) => allowed).map(({ command }) => command)).toEqual(['decide', 'save_draft', 'submit_draft', 'link', 'attach', 'open_personal_data'])
    expect(told.commands.filter(({ allowed, reason }) => !allowed && !reason)).toEqual([])
  })

  it('answers a foreign case exactly like a missing one', async () => {
    const foreign = await desk.get('binhe', `/api/v1/cases/${number}`)
    const missing = await desk.get('binhe', '/api/v1/cases/2026-9999')
    expect([foreign.status, await foreign.text()]).toEqual([404, await missing.text()])
  })
})
