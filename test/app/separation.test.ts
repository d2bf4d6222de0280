import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#case/roles.ts'
import { addUser } from '#features/accounts/index.ts'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { PARTS, REASONS } from '#src/boot/demo/replies.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { Browser } from './browser.ts'
import { fileOne, type Answer } from './client.ts'
import { Office } from './office.ts'

let system: TestSystem
let office: Office
/** Drafted and submitted by {@link ALL}, who has every role that signing off needs. */
let number: string

const ALL = 'quanbu'
const SIGNS = 'shenqian'

beforeAll(async () => {
  system = await startSystem({ now: '2026-11-02', jobs: false })
  office = new Office(system.url, system.clock)
  await add(ALL, '多职人员甲', ['handler', 'section_reviewer', 'issuer'])
  await add(SIGNS, '多职人员乙', ['section_reviewer', 'issuer'])
  number = (await fileOne(system.url)).number
  await office.carry(number, 'accept')
  await good((await office.as('gongkai')).post(`/cases/${number}/assign`, { handlerId: await office.handlerId('多职人员甲') }))
  await good((await office.as(ALL)).post(`/cases/${number}/decision`, { decision: 'granted', reason: REASONS.granted }))
  await draftAs(ALL)
})
afterAll(() => system.stop())

async function add(username: string, name: string, roles: readonly Role[]) {
  const added = await addUser(system.services, { username, name, authorityId: 'shiju', unitId: 'shiju-zhian', roles, password: DEMO_PASSWORD })
  if (!added.ok) throw new Error(added.refusal.message)
}
async function good(answer: Promise<Answer>): Promise<void> {
  const { status, text } = await answer
  expect(status, text).toBe(200)
}
async function draftAs(username: string) {
  const handler = await office.as(username)
  await good(handler.send('PUT', `/cases/${number}/draft`, { requestText: `由${username}拟稿。`, ...PARTS.granted }))
  await good(handler.post(`/cases/${number}/draft/submit`))
}
const approve = async (username: string) => (await office.as(username)).post<{ code: string; detail: string }>(`/cases/${number}/review`, { action: 'approve', comment: '同意' })
const issue = async (username: string) => (await office.as(username)).post<{ code: string; detail: string }>(`/cases/${number}/issue`)
const stand = async () => (await (await office.as('gongkai')).get<{ status: string; version: number }>(`/cases/${number}`)).body

/** The same through the page of signing off: nothing moves, and the page says why. */
async function onThePage(username: string, act: 'approve' | 'issue', why: string) {
  const before = await stand()
  const person = await new Browser(system.url).signIn(username)
  const path = `/desk/cases/${number}/signoff`
  await person.get(path)
  const page = await person.post(path, { do: act, comment: '同意', version: String(before.version) })
  expect(page.status).toBe(403)
  expect(page.html).toContain(why)
  expect(await stand()).toEqual(before)
}

const OWN = '本案的决定或者稿子是您定过、拟过的，不能由您审核或者签发'
const SAME = '您已经审核过这份稿，签发要换一个人'

/** One way of one case: each part goes on from the one before. */
describe('on one case, from its first draft to the letter', () => {
  test('who drafted cannot review, neither through the API nor on the page', async () => {
    const answer = await approve(ALL)
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([403, 'review/own-draft', OWN])
    await onThePage(ALL, 'approve', OWN)
    expect((await stand()).status).toBe('section_review')
  })

  test('and is offered no button for it, but told why', async () => {
    const shown = await (await office.as(ALL)).get<{ commands: { command: string; allowed: boolean; reason: string | null }[] }>(`/cases/${number}`)
    expect(shown.body.commands.find(({ command }) => command === 'approve_draft')).toMatchObject({ allowed: false, reason: OWN })
  })

  test('once somebody else has reviewed it, he cannot issue it either', async () => {
    await good(approve('keshi'))
    const answer = await issue(ALL)
    expect([answer.status, answer.body.code]).toEqual([403, 'review/own-draft'])
    await onThePage(ALL, 'issue', OWN)
    expect((await stand()).status).toBe('awaiting_issue')
  })

  test('not even after it was returned and drafted anew by another handler', async () => {
    await good((await office.as('qianfa')).post(`/cases/${number}/review`, { action: 'return', reason: '请补写检索经过' }))
    await good((await office.as('gongkai')).post(`/cases/${number}/assign`, { handlerId: await office.handlerId('承办人甲') }))
    await draftAs('chengban')
    expect((await approve(ALL)).body.code).toBe('review/own-draft')
    await onThePage(ALL, 'approve', OWN)
  })

  test('who reviewed cannot issue, though he never drafted', async () => {
    await good(approve(SIGNS))
    const answer = await issue(SIGNS)
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([403, 'review/same-person', SAME])
    await onThePage(SIGNS, 'issue', SAME)
    expect((await issue(ALL)).body.code).toBe('review/own-draft')
  })

  test('a third person issues it; no letter and no document number was made before', async () => {
    expect(await system.services.sql`select 1 from letter where document_number is not null`).toHaveLength(0)
    const answer = await issue('qianfa')
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({ documentNumber: '示例公信公开〔2026〕1号' })
  })

  test('what was refused stands nowhere in the case', async () => {
    const events = await system.services.sql<{ type: string; actor_name: string }[]>`select type, actor_name from case_event order by seq`
    const signedOff = events.filter(({ type }) => ['draft_approved', 'draft_returned', 'reply_issued'].includes(type)).map(({ type, actor_name }) => `${type} ${actor_name}`)
    expect(signedOff).toEqual(['draft_approved 科室负责人甲', 'draft_returned 签发人甲', 'draft_approved 多职人员乙', 'reply_issued 签发人甲'])
  })
})
