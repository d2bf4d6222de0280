import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accept } from '#features/acceptance/index.ts'
import { assign } from '#features/assignment/index.ts'
import { appendEvents, loadCase } from '#store/case-store.ts'
import { faultOf } from '#store/verify.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
})
afterAll(() => desk.close())

const stale = { kind: 'conflict', options: { code: 'case/stale-version' } }

describe('of two people who change one case', () => {
  it('the one who read it before the other saved is told so, and nothing of his is written', async () => {
    const number = await desk.file({ stage: 'accepted', receivedOn: '2026-11-16' })
    const { db } = desk.services
    const ctx = desk.ctx('gongkai')
    const read = await loadCase(db, ctx.actor, number)
    expect((await assign(ctx, { number }, { handlerId: 'chengban' })).ok).toBe(true)
    const late = { type: 'application_accepted' as const, on: ctx.today }
    await expect(db.transaction((tx) => appendEvents(tx, ctx, read, [late]))).rejects.toMatchObject(stale)
    const now = await loadCase(db, ctx.actor, number)
    expect(now.events.map(({ event }) => event.type)).toEqual([...read.events.map(({ event }) => event.type), 'case_assigned'])
  })

  it('the one who has seen an older version is refused, also when the command itself would still be possible', async () => {
    const number = await desk.file({ stage: 'in_progress', receivedOn: '2026-11-16' })
    const ctx = desk.ctx('gongkai')
    const { row } = await loadCase(desk.services.db, ctx.actor, number)
    expect((await assign(ctx, { number, version: row.version }, { handlerId: 'chengban2' })).ok).toBe(true)
    await expect(assign(ctx, { number, version: row.version }, { handlerId: 'keshi2' })).rejects.toMatchObject(stale)
    await expect(assign(ctx, { number, version: row.version + 2 }, { handlerId: 'keshi2' })).rejects.toMatchObject(stale)
    expect((await assign(ctx, { number, version: row.version + 1 }, { handlerId: 'keshi2' })).ok).toBe(true)
  })

  it('at the very same moment exactly one gets through, and the chain holds', async () => {
    const number = await desk.file({ receivedOn: '2026-11-20' })
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => accept(desk.ctx('gongkai'), { number })))
    const done = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value.ok)
    expect(done).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(stale)
      else if (!outcome.value.ok) expect(outcome.value.refusal.code).toBe('case/wrong-status')
    }
    const { row, events } = await loadCase(desk.services.db, desk.who('gongkai'), number)
    expect(events.filter(({ event }) => event.type === 'application_accepted')).toHaveLength(1)
    const links = await desk.services.sql`
      select case_id as "caseId", seq, type, occurred_on as "occurredOn", recorded_at as "recordedAt", actor_kind as "actorKind",
        actor_id as "actorId", actor_name as "actorName", data, prev_hash as "prevHash", hash from case_event where case_id = ${row.id} order by seq`
    expect(faultOf(row, links as never)).toBeNull()
  })
})
