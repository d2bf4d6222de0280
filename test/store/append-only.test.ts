import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  await desk.file({ stage: 'in_progress', receivedOn: '2026-11-16' })
})
afterAll(() => desk.close())

const events = async () => {
  const [row] = await desk.services.sql<{ n: number }[]>`select count(*)::int as n from case_event`
  return row!.n
}

describe('the events of a case are for ever', () => {
  it.each([
    ['update', () => desk.services.sql`update case_event set actor_name = '别人'`],
    ['an update that changes nothing', () => desk.services.sql`update case_event set seq = seq where seq = 1`],
    ['delete', () => desk.services.sql`delete from case_event where seq = 1`],
    ['truncate', () => desk.services.sql`truncate case_event`],
    ['truncate with all that hangs on it', () => desk.services.sql`truncate case_file cascade`],
  ])('the database refuses %s', async (_, change) => {
    const before = await events()
    await expect(change()).rejects.toMatchObject({ code: '23000', message: expect.stringContaining('append-only') })
    expect(await events()).toBe(before)
  })

  it('and a second event in the same place', async () => {
    const insert = desk.services.sql`insert into case_event select * from case_event where seq = 1`
    await expect(insert).rejects.toMatchObject({ code: '23505' })
  })
})
