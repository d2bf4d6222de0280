import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM } from '#case/actor.ts'
import { changeCalendar, previewChange } from '#features/calendar/index.ts'
import { recomputeOpenCases } from '#features/calendar/recompute.ts'
import type { ChangeRequest } from '#features/calendar/change.schema.ts'
import { civilDate } from '#law/civil-date.ts'
import { loadCaseById } from '#store/case-store.ts'
import { contextFor } from '#store/context.ts'
import { verifyChains } from '#store/verify.ts'
import { ARRANGEMENT_2027, INVENTED_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, type CalendarWorld } from './world.ts'

const IMPORT = { kind: 'import', years: ARRANGEMENT_2027 } as unknown as ChangeRequest

/**
 * December 2026, when nobody has published 2027. A case of 2026-12-02 is due on 12-30; one of 12-03 on 12-31; later ones reach
 * into 2027, whose invented arrangement works on 01-30 and rests from 02-05 to 02-12.
 */
describe('an arrangement of 2027 that is imported in December 2026', () => {
  let world: CalendarWorld
  beforeEach(async () => {
    world = await calendarWorld('2027-01-25')
  })
  afterEach(() => world.close())

  const rows = () => world.services.sql<{ number: string; due_on: string | null; provisional: boolean; version: number }[]>`
    select number, due_on, provisional, version from case_file order by id`
  const recomputed = () => world.services.sql<{ number: string; data: Record<string, unknown>; actor_kind: string; occurred_on: string }[]>`
    select c.number, e.data, e.actor_kind, e.occurred_on from case_event e join case_file c on c.id = e.case_id where e.type = 'calendar_recomputed' order by c.id, e.seq`
  const importIt = async (request: ChangeRequest = IMPORT) => {
    const outcome = await changeCalendar(world.ctx('xitong'), request, null)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome
  }

  test('changes exactly the open cases whose limits touch 2027, each with its old and its new date, and no other', async () => {
    world.clock.set('2026-12-20')
    await world.file('2026-11-20')
    const last = await world.file('2026-12-03')
    const touching = await world.file('2026-12-04', { handler: 'chengban' })
    const answered = await world.file('2026-12-07', { handler: 'chengban', events: [
      { type: 'reply_issued', on: civilDate('2026-12-08'), letterId: '00000000-0000-7000-8000-000000000001', letterCode: 'granted', documentNumber: '示例公信公开〔2026〕1号', revision: 1, propsDigest: '' },
      { type: 'reply_delivered', on: civilDate('2026-12-08'), letterId: '00000000-0000-7000-8000-000000000001', service: 'direct', evidence: '本人签收' },
    ] })
    const before = await rows()
    expect(before.map((row) => [row.due_on, row.provisional])).toEqual([['2026-12-18', false], ['2026-12-31', false], ['2027-01-04', true], ['2027-01-05', true]])

    await importIt()
    await world.runJobs()

    const after = await rows()
    expect(after.map((row) => [row.due_on, row.provisional])).toEqual([['2026-12-18', false], ['2026-12-31', false], ['2027-01-04', false], ['2027-01-05', true]])
    expect(after.map((row, index) => row.version - before[index]!.version)).toEqual([0, 0, 1, 0])
    expect([last.number, answered.number]).not.toContain((await recomputed())[0]!.number)
    expect(await recomputed()).toMatchObject([{ number: touching.number, actor_kind: 'system', occurred_on: '2026-12-20', data: { oldDueOn: '2027-01-04', newDueOn: '2027-01-04', provisional: false, reason: '国务院公布2027年放假安排' } }])
    expect(await verifyChains(world.services.sql)).toMatchObject({ cases: 4, broken: [] })
  })
})
