import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadCase } from '#store/case-store.ts'
import { openDesk, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
let number: string
/** What the applicant of this case gave; read back through the door that records it. */
interface Opened {
  readonly applicantName: string
  readonly personal: Record<'documentNumber' | 'phone' | 'email' | 'address', string>
}
let opened: Opened

beforeAll(async () => {
  desk = await openDesk('2026-11-20')
})
afterAll(() => desk.close())
beforeEach(async () => {
  number = await desk.file({ stage: 'in_progress', receivedOn: '2026-11-16' })
  opened = (await (await desk.post('gongkai', `/api/v1/cases/${number}/personal-data`, { reason: '核对邮寄地址' })).json()) as Opened
})

const openings = async () => (await loadCase(desk.services.db, desk.who('gongkai'), number)).events.filter(({ event }) => event.type === 'personal_data_opened')

describe('the applicant’s identity number, telephone and address', () => {
  it('are masked on every page and in the API until they are opened', async () => {
    const { personal } = opened
    for (const path of ['', '/days', '/assign', '/personal-data']) {
      const page = await (await desk.get('gongkai', `/desk/cases/${number}${path}`)).text()
      for (const secret of Object.values(personal).filter(Boolean)) expect(page).not.toContain(secret)
    }
    const detail = await (await desk.get('gongkai', `/api/v1/cases/${number}`)).text()
    for (const secret of [personal.documentNumber, personal.phone, personal.email, personal.address]) expect(detail).not.toContain(secret)
    expect(detail).toContain(`${personal.documentNumber.slice(0, 2)}**************${personal.documentNumber.slice(-2)}`)
  })

  it('are shown once on the page after a reason was given; the opening is an event with person, fields and reason', async () => {
    const answer = await desk.submit('chuangkou', `/desk/cases/${number}/personal-data`, { reason: '电话联系申请人' })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    for (const shown of [opened.applicantName, opened.personal.documentNumber, opened.personal.phone, opened.personal.address]) expect(page).toContain(shown)
    const last = (await openings()).at(-1)!
    expect(last).toMatchObject({ actorName: '窗口人员甲', event: { on: '2026-11-20', reason: '电话联系申请人', fields: expect.arrayContaining(['documentNumber', 'phone', 'address']) } })
    expect(JSON.stringify(last)).not.toContain(opened.personal.documentNumber)
    const again = await (await desk.get('chuangkou', `/desk/cases/${number}/personal-data`)).text()
    expect(again).not.toContain(opened.personal.phone)
  })

  it.each(['', '看', '  一下 '])('stay closed for the reason %o', async (reason) => {
    const before = (await openings()).length
    const answer = await desk.submit('gongkai', `/desk/cases/${number}/personal-data`, { reason })
    expect(answer.status).toBe(422)
    expect(await answer.text()).not.toContain(opened.personal.documentNumber)
    expect(await openings()).toHaveLength(before)
  })

  it.each<Username>(['keshi', 'qianfa', 'jiandu'])('stay closed for %s, who needs none of it for his part', async (username) => {
    const before = (await openings()).length
    const answer = await desk.post(username, `/api/v1/cases/${number}/personal-data`, { reason: '想看一看而已' })
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain(opened.personal.documentNumber)
    expect(await openings()).toHaveLength(before)
    expect(await (await desk.get(username, `/desk/cases/${number}`)).text()).not.toContain('查看全部，须写明事由')
  })

  it('lie in the database as bytes that hold none of it', async () => {
    const [row] = await desk.services.sql<{ dump: string }[]>`
      select string_agg(a::text || p::text || c::text || coalesce(e.events, ''), '') as dump
      from case_file c join application p on p.id = c.application_id join applicant a on a.id = p.applicant_id
      left join lateral (select string_agg(case_event::text, '') as events from case_event where case_id = c.id) e on true where c.number = ${number}`
    const { documentNumber, phone, address } = opened.personal
    for (const secret of [documentNumber, phone, address]) {
      expect(row!.dump).not.toContain(secret)
      expect(row!.dump).not.toContain(Buffer.from(secret).toString('hex'))
    }
  })

  it('are gone for good once they were erased', async () => {
    await desk.services.sql`update applicant set personal = null, key_id = null where id = (select applicant_id from application where id = (select application_id from case_file where number = ${number}))`
    expect(await (await desk.post('gongkai', `/api/v1/cases/${number}/personal-data`, { reason: '核对邮寄地址' })).json()).toMatchObject({ personal: null })
    expect(await (await desk.submit('gongkai', `/desk/cases/${number}/personal-data`, { reason: '核对邮寄地址' })).text()).toContain('个人信息已按规定清除')
    expect(await (await desk.get('gongkai', `/desk/cases/${number}`)).text()).toContain('个人信息已按规定清除')
  })
})
