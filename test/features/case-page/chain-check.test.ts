import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
let number: string
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
})
afterAll(() => desk.close())
beforeEach(async () => {
  number = await desk.file({ stage: 'drafting', receivedOn: '2026-11-10' })
})

/** Changes rows as the owner of the tables could: with the triggers switched off. */
async function tamper(statement: string): Promise<void> {
  await desk.services.sql.begin(async (sql) => {
    await sql`alter table case_event disable trigger user`
    await sql.unsafe(statement, [number])
    await sql`alter table case_event enable trigger user`
  })
}
const MINE = `case_id = (select id from case_file where number = $1)`
const page = async () => (await desk.get('gongkai', `/desk/cases/${number}`)).text()
const chain = async () => ((await (await desk.get('gongkai', `/api/v1/cases/${number}`)).json()) as { chain: object }).chain

describe('记录校验 on the case page', () => {
  it('says that the events hang together while nobody touched them', async () => {
    expect(await page()).toContain('记录校验：6条前后相接，未被改动')
    expect(await chain()).toEqual({ intact: true, events: 6, brokenAt: null, reason: null })
  })

  it.each([
    ['a changed text', `update case_event set data = jsonb_set(data, '{reason}', '"别的理由"') where ${MINE} and type = 'decision_taken'`, 5, '内容被改动过'],
    ['another person', `update case_event set actor_name = '承办人乙' where ${MINE} and seq = 3`, 3, '内容被改动过'],
    ['another day', `update case_event set occurred_on = occurred_on - 1 where ${MINE} and seq = 1`, 1, '内容被改动过'],
    ['an event taken out of the middle', `delete from case_event where ${MINE} and seq = 2`, 2, '这一条不在了'],
    ['the last event taken away', `delete from case_event where ${MINE} and seq = 6`, 6, '案卷记着6条，只有5条'],
    ['an event added at the end', `insert into case_event select case_id, 7, 'case_archived', occurred_on, recorded_at, actor_kind, actor_id, actor_name, '{}', hash, hash from case_event where ${MINE} and seq = 6`, 7, '内容被改动过'],
    ['a new hash to go with the change', `update case_event set actor_name = '承办人乙', hash = sha256('x') where ${MINE} and seq = 6`, 6, '内容被改动过'],
  ])('finds %s', async (_, statement, seq, reason) => {
    await tamper(statement)
    expect(await chain()).toEqual({ intact: false, events: expect.any(Number), brokenAt: seq, reason })
    expect(await page()).toContain(`第${seq}条不对，${reason}`)
  })
})
