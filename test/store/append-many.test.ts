import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import type { CaseEvent } from '#case/events.ts'
import { civilDate } from '#law/civil-date.ts'
import { appendToMany } from '#store/append-many.ts'
import { appendEvents, loadCaseById } from '#store/case-store.ts'
import { contextFor } from '#store/context.ts'
import { verifyChains } from '#store/verify.ts'
import { calendarWorld, type CalendarWorld } from '../features/calendar/world.ts'

let world: CalendarWorld
beforeAll(async () => {
  world = await calendarWorld('2026-11-10')
})
afterAll(() => world.close())

const EVENTS: CaseEvent[] = [
  { type: 'application_accepted', on: civilDate('2026-11-10') },
  { type: 'case_assigned', on: civilDate('2026-11-10'), unitId: 'shiju-zhian', unitName: '治安支队', handlerId: 'chengban', handlerName: '承办人甲' },
]

test('many cases get the same rows as one by one, and their chains hold', { timeout: 60_000 }, async () => {
  const ids = [(await world.file('2026-11-02')).caseId, (await world.file('2026-11-02')).caseId, (await world.file('2026-11-02')).caseId]
  const ctx = contextFor(world.services, SYSTEM)
  await ctx.db.transaction(async (tx) => {
    const [first, second, third] = [await loadCaseById(tx, ids[0]!), await loadCaseById(tx, ids[1]!), await loadCaseById(tx, ids[2]!)]
    await appendToMany(tx, ctx, [{ loaded: first, events: EVENTS }, { loaded: second, events: EVENTS.slice(0, 1) }])
    await appendEvents(tx, ctx, third, EVENTS)
  })
  const [one, , alone] = await Promise.all(ids.map((id) => loadCaseById(ctx.db, id)))
  const { id: _, monthOrdinal: ______, applicationId: __, number: ___, headHash: ____, subject: _____, ...row } = alone!.row
  expect(one!.row).toMatchObject(row)
  expect(one!.events.map(({ event }) => event)).toMatchObject(alone!.events.map(({ event }) => ({ type: event.type, on: event.on })))
  expect(await verifyChains(world.services.sql)).toEqual({ cases: 3, events: 6 + 2 + 1 + 2, broken: [] })
})

test('of many cases none is written when one has changed since it was read', { timeout: 60_000 }, async () => {
  const ids = [(await world.file('2026-11-03')).caseId, (await world.file('2026-11-03')).caseId]
  const ctx = contextFor(world.services, SYSTEM)
  const read = [await loadCaseById(ctx.db, ids[0]!), await loadCaseById(ctx.db, ids[1]!)]
  await world.append(ids[1]!, EVENTS[0]!)
  const writing = ctx.db.transaction((tx) => appendToMany(tx, ctx, read.map((loaded) => ({ loaded, events: EVENTS }))))
  await expect(writing).rejects.toMatchObject({ options: { code: 'case/stale-version' } })
  expect((await loadCaseById(ctx.db, ids[0]!)).row.version).toBe(2)
  await ctx.db.transaction((tx) => appendToMany(tx, ctx, []))
  expect(await verifyChains(world.services.sql)).toMatchObject({ broken: [] })
})
