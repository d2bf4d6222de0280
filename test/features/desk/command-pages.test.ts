import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPersonalData } from '#features/personal-data/index.ts'
import { assign } from '#features/assignment/index.ts'
import { loadCase } from '#store/case-store.ts'
import { openDesk, wordsOf, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
})
afterAll(() => desk.close())

const typesOf = async (number: string) => (await loadCase(desk.services.db, desk.who('gongkai'), number)).events.map(({ event }) => event.type)
const versionOf = async (number: string) => (await loadCase(desk.services.db, desk.who('gongkai'), number)).row.version
const drafting = () => desk.file({ stage: 'in_progress', receivedOn: '2026-11-09' })
const REASON = '经检索，本机关没有制作或者保存该信息。'

describe('a command from its page', () => {
  it('is carried out, and the case then says what was done and what is next', async () => {
    const number = await desk.file({ receivedOn: '2026-11-18' })
    const answer = await desk.submit('gongkai', `/desk/cases/${number}/accept`, {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/desk/cases/${number}?done=accept`)
    expect(await typesOf(number)).toContain('application_accepted')
    const page = await (await desk.get('gongkai', `/desk/cases/${number}?done=accept`)).text()
    expect(page).toContain('已受理。下一步：公开办分办')
  })

  it('pressed twice counts once and shows no conflict', async () => {
    const number = await desk.file({ receivedOn: '2026-11-18' })
    const version = await versionOf(number)
    await desk.submit('gongkai', `/desk/cases/${number}/accept`, {}, { version })
    const again = await desk.submit('gongkai', `/desk/cases/${number}/accept`, {}, { version })
    expect(again.status).toBe(303)
    expect((await typesOf(number)).filter((type) => type === 'application_accepted')).toHaveLength(1)
  })

  it('goes the whole way: assign, decide, deliver, archive', async () => {
    const number = await desk.file({ stage: 'accepted', receivedOn: '2026-11-02' })
    expect((await desk.submit('gongkai', `/desk/cases/${number}/assign`, { handlerId: 'chengban2' })).status).toBe(303)
    expect((await desk.submit('chengban2', `/desk/cases/${number}/decide`, { decision: 'not_held', reason: REASON })).status).toBe(303)
    const issued = await desk.file({ stage: 'issued', decision: 'granted', receivedOn: '2026-11-02' })
    await desk.storeReply(issued)
    expect((await desk.submit('chuangkou', `/desk/cases/${issued}/deliver`, { service: 'post', on: '20261118', evidence: 'EMS 1100000000' })).status).toBe(303)
    expect((await desk.submit('gongkai', `/desk/cases/${issued}/archive`, {})).status).toBe(303)
    const { state } = await loadCase(desk.services.db, desk.who('gongkai'), issued)
    expect(state).toMatchObject({ status: 'archived', delivery: { on: '2026-11-18', service: 'post', evidence: 'EMS 1100000000' } })
  })

  it('with something wrong comes back with 422, every fault at its field, and all that was typed', async () => {
    const number = await desk.file({ stage: 'issued', decision: 'granted', receivedOn: '2026-11-02' })
    const answer = await desk.submit('gongkai', `/desk/cases/${number}/deliver`, { service: 'pigeon', on: '昨天', evidence: '鸽' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('<title>错误：登记送达 · 知悉</title>')
    expect(page).toContain('有3处需要改')
    expect([...page.matchAll(/<li><a href="#(f-[a-z]+)"/g)].map((match) => match[1])).toEqual(['f-service', 'f-on', 'f-evidence'])
    expect(page).toContain('value="昨天"')
    expect(page).toContain('value="鸽"')
    expect(page).toContain('“昨天”不是一个日期')
  })

  it('that the case refuses comes back with 409 at the field that mends it', async () => {
    const number = await desk.file({ stage: 'issued', decision: 'granted', receivedOn: '2026-11-02' })
    await desk.storeReply(number)
    const answer = await desk.submit('gongkai', `/desk/cases/${number}/deliver`, { service: 'post', on: '2026-11-21', evidence: 'EMS 1100000000' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('<a href="#f-on">送达日期2026年11月21日还没有到，请改送达日期</a>')
    expect(page).toContain('value="EMS 1100000000"')
    expect(await typesOf(number)).not.toContain('reply_delivered')
  })

  it('without a field that mends it says why and cites', async () => {
    const number = await desk.file({ stage: 'issued', decision: 'granted', receivedOn: '2026-11-02' })
    const answer = await desk.submit('gongkai', `/desk/cases/${number}/deliver`, { service: 'post', on: '2026-11-20', evidence: 'EMS 1100000000' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('答复书的PDF还在生成，生成后才能登记送达')
  })

  it('opened by somebody whose role or turn it is not says so with the number of the refusal', async () => {
    const number = await drafting()
    const byRole = await desk.get('gongkai', `/desk/cases/${number}/decide`)
    expect(byRole.status).toBe(403)
    expect(await byRole.text()).toContain('现在不能定处理决定')
    const tooEarly = await desk.get('gongkai', `/desk/cases/${number}/archive`)
    expect(tooEarly.status).toBe(409)
    expect(await tooEarly.text()).toContain('案件在“办理”环节，不能归档')
  })

  it('without the token of the page is not carried out', async () => {
    const number = await desk.file({ receivedOn: '2026-11-18' })
    const answer = await desk.submit('gongkai', `/desk/cases/${number}/accept`, { _csrf: 'made-up' })
    expect(answer.status).toBe(403)
    expect(await typesOf(number)).not.toContain('application_accepted')
  })

  it('without a version of the page is taken for an old one', async () => {
    const number = await desk.file({ receivedOn: '2026-11-18' })
    for (const version of ['', 'x', '1e3', '-1']) {
      expect((await desk.submit('gongkai', `/desk/cases/${number}/accept`, { version })).status).toBe(409)
    }
    expect(await typesOf(number)).not.toContain('application_accepted')
  })
})

describe('somebody saved first', () => {
  it('shows who, when and what, and everything that was typed, to copy (409)', async () => {
    const number = await drafting()
    const version = await versionOf(number)
    await assign(desk.ctx('gongkai'), { number }, { handlerId: 'chengban2' })
    await assign(desk.ctx('gongkai'), { number }, { handlerId: 'chengban' })
    const answer = await desk.submit('chengban', `/desk/cases/${number}/decide`, { decision: 'not_held', reason: `${REASON}\n<b>第二段</b>` }, { version })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('别人刚改过这件案子')
    expect(page).toContain('经办人甲在今天10时00分分办给承办人乙（交管支队）；经办人甲在今天10时00分分办给承办人甲（治安支队）。')
    expect(page).toContain(`处理决定：信息不存在\n事实和理由：${REASON}\n&lt;b&gt;第二段&lt;/b&gt;</textarea>`)
    expect(await typesOf(number)).not.toContain('decision_taken')
  })

  it('but only looked something up: then it goes through', async () => {
    const number = await drafting()
    const version = await versionOf(number)
    await openPersonalData(desk.ctx('chuangkou'), { number }, { reason: '电话联系申请人' })
    const answer = await desk.submit('chengban', `/desk/cases/${number}/decide`, { decision: 'not_held', reason: REASON }, { version })
    expect(answer.status).toBe(303)
    expect((await typesOf(number)).slice(-2)).toEqual(['personal_data_opened', 'decision_taken'])
  })
})

describe('the page of the decision', () => {
  it('shows what follows from a choice and changes nothing, as a page and as a part of it', async () => {
    const number = await drafting()
    const fields = { decision: 'refused_internal_affairs', reason: '', preview: 'yes' }
    const whole = await (await desk.submit('chengban', `/desk/cases/${number}/decide`, fields)).text()
    const part = await (await desk.submit('chengban', `/desk/cases/${number}/decide`, fields, { partial: true })).text()
    for (const shown of [whole, part]) {
      expect(wordsOf(shown)).toContain('16条第一款、36条第三项')
      expect(shown).toContain('先向示例市人民政府申请行政复议')
      expect(shown).toContain('表三 （三）不予公开 5.属于三类内部事务信息，自然人列')
    }
    expect(part).not.toContain('<html')
    expect(await typesOf(number)).not.toContain('decision_taken')
  })

  it('offers only what the law of the receipt date knows, and shuts what lacks its earlier step', async () => {
    const page = await (await desk.get('chengban', `/desk/cases/${await drafting()}/decide`)).text()
    expect([...page.matchAll(/name="decision" value="([a-z_]+)"/g)]).toHaveLength(24)
    expect(page).toMatch(/value="lapsed_fee" disabled/)
    expect(page).toContain('本案没有发过收费通知，不能按逾期不缴费处理')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a case that one may not see', () => {
  const PAGES = ['', '/days', '/accept', '/assign', '/decide', '/deliver', '/archive', '/personal-data']
  it.each(PAGES)('answers exactly like one that does not exist: /desk/cases/:number%s', async (below) => {
    const number = await desk.file({ receivedOn: '2026-11-18' })
    const strangers: Username[] = ['binhe', 'xitong', 'chengban']
    for (const username of strangers) {
      const foreign = await desk.get(username, `/desk/cases/${number}${below}`)
      const missing = await desk.get(username, `/desk/cases/2026-9999${below}`)
      expect([foreign.status, await foreign.text()]).toEqual([404, await missing.text()])
    }
  })
})
