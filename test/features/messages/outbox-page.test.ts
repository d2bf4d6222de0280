import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { messagePages, messagesApi } from '#features/messages/index.ts'
import { calendarWorld, type CalendarWorld } from '../calendar/world.ts'

let world: CalendarWorld
let ours: { number: string; caseId: string }
beforeAll(async () => {
  world = await calendarWorld('2026-11-02', { apis: [messagesApi], pages: [messagePages] })
  ours = await world.file('2026-11-02')
  await world.file('2026-11-02', { authorityId: 'binhe' })
  await world.runJobs()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.services.sql`update message set state = 'unconfigured', failure = null, attempts = 0, failed_tries = '[]'`
  await world.services.sql`update outbox set done_at = now() where done_at is null`
})

const html = async (path: string, as = 'xitong') => (await world.request(as, path)).text()
const api = async (path: string, as = 'xitong', init: RequestInit = {}) => {
  const response = await world.request(as, `/api/v1${path}`, init)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & { messages: { id: string; number: string }[] } }
}
const idOf = async (caseId: string) => (await world.services.sql<{ id: string }[]>`select id from message where case_id = ${caseId}`)[0]!.id
const jobs = async (id: string) => (await world.services.sql`select 1 from outbox where job = 'send-message' and done_at is null and payload ->> 'messageId' = ${id}`).length

describe('the list', () => {
  test('shows an administrator the messages of his authority, to whom only masked', async () => {
    const page = await html('/desk/messages')
    for (const word of [ours.number, '登记', '电子邮件', 'a***@example.com', '没有接通']) expect(page).toContain(word)
    expect(page).not.toContain('a@example.com')
    expect((await api('/messages')).body.messages).toHaveLength(1)
  })

  test('is refused to everybody else', async () => {
    for (const who of ['gongkai', 'chengban', 'qianfa', 'anquan', 'shenji']) {
      expect((await world.request(who, '/desk/messages')).status, who).toBe(403)
      expect((await api('/messages', who)).status, who).toBe(403)
      expect((await world.request(who, `/desk/messages/${await idOf(ours.caseId)}`)).status, who).toBe(403)
    }
    expect((await world.request(null, '/desk/messages')).status).toBe(303)
    expect((await api('/messages', 'nobody')).status).toBe(401)
  })

  test('is filtered by state, and a state that does not exist is none', async () => {
    expect(await html('/desk/messages?state=unconfigured')).toContain(ours.number)
    expect(await html('/desk/messages?state=failed')).toContain('没有“没发出”的消息')
    expect(await html('/desk/messages?state=nonsense&page=x')).toContain(ours.number)
  })

  test('turns its pages by fifty', async () => {
    await world.services.sql`
      insert into message (id, notice_id, case_id, authority_id, occasion, channel, recipient_masked, text, state, created_at)
      select gen_random_uuid(), gen_random_uuid(), case_id, authority_id, occasion, channel, recipient_masked, text, 'sent', created_at
      from message, generate_series(1, 50) where case_id = ${ours.caseId}`
    const [first, second] = [await api('/messages'), await api('/messages?page=2')]
    expect([first.body.messages.length, first.body['more'], second.body.messages.length, second.body['more']]).toEqual([50, true, 1, false])
    expect(await html('/desk/messages?state=sent')).not.toContain('下一页</a>')
    expect(await html('/desk/messages')).toContain('href="/desk/messages?page=2"')
    await world.services.sql`delete from message where state = 'sent'`
  })
})

describe('one message', () => {
  test('shows its words, which name neither the person nor the query code', async () => {
    const page = await html(`/desk/messages/${await idOf(ours.caseId)}`)
    expect(page).toContain(`您的政府信息公开申请${ours.number}已经登记`)
    expect(page).toContain(`http://localhost:3000/status?number=${ours.number}`)
    expect(page).not.toContain('申请人甲')
  })

  test('of another authority is not there', async () => {
    const [foreign] = await world.services.sql<{ id: string }[]>`select id from message where authority_id = 'binhe'`
    expect((await world.request('xitong', `/desk/messages/${foreign!.id}`)).status).toBe(404)
    expect((await api(`/messages/${foreign!.id}/retry`, 'xitong', { method: 'POST' })).status).toBe(404)
    expect((await api('/messages/not-an-id')).status).toBe(404)
  })

  test('that failed says why, and is sent again once however often one clicks', async () => {
    const id = await idOf(ours.caseId)
    await world.services.sql`update message set state = 'failed', attempts = 1, failure = 'SMTP EENVELOPE 550 5.1.1', failed_tries = '[{"at":"2026-11-02T02:00:00.000Z","failure":"SMTP EENVELOPE 550 5.1.1"}]'`
    expect(await html(`/desk/messages/${id}`)).toContain('对方的邮件服务器拒收（SMTP EENVELOPE 550 5.1.1）')
    const first = await world.submit('xitong', `/desk/messages/${id}`, {}, `/desk/messages/${id}/retry`)
    expect([first.status, first.headers.get('location')]).toEqual([303, `/desk/messages/${id}?again=1`])
    const second = await api(`/messages/${id}/retry`, 'xitong', { method: 'POST' })
    expect([second.status, second.body['code']]).toEqual([409, 'messages/not-failed'])
    expect(await jobs(id)).toBe(1)
    expect((await api(`/messages/${id}`)).body).toMatchObject({ state: 'sending', attempts: 0, failure: null, failedTries: [{ failure: 'SMTP EENVELOPE 550 5.1.1' }] })
  })

  test('two administrators at once order it once', async () => {
    const id = await idOf(ours.caseId)
    const both = await Promise.all([1, 2].map(() => api(`/messages/${id}/retry`, 'xitong', { method: 'POST' })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await jobs(id)).toBe(1)
  })

  test('to an erased applicant cannot be sent again', async () => {
    const id = await idOf(ours.caseId)
    await world.services.sql`update message set state = 'failed', failure = 'erased', recipient_masked = ''`
    expect(await html(`/desk/messages/${id}`)).not.toContain('>重发<')
    expect((await api(`/messages/${id}/retry`, 'xitong', { method: 'POST' })).status).toBe(409)
    await world.services.sql`update message set recipient_masked = 'a***@example.com'`
  })
})

test('whoever sees a case sees what its applicant was told; for others there is no such case', async () => {
  const { status, body } = await api(`/cases/${ours.number}/messages`, 'gongkai')
  expect(status).toBe(200)
  expect(body.messages).toMatchObject([{ number: ours.number, occasion: 'receipt', channel: 'email', recipient: 'a***@example.com', state: 'unconfigured' }])
  for (const who of ['xitong', 'donghu', 'chengban']) expect((await api(`/cases/${ours.number}/messages`, who)).status, who).toBe(404)
})
