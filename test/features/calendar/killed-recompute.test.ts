import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeCalendar, recomputeOpenCases, type ChangeRequest } from '#features/calendar/index.ts'
import { verifyChains } from '#store/verify.ts'
import { eventually } from '#test/support/eventually.ts'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, type CalendarWorld } from './world.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
let world: CalendarWorld
beforeEach(async () => {
  world = await calendarWorld('2026-12-20')
})
afterEach(() => world.close())

test('a process killed in the middle of a batch leaves whole batches behind, and the next one ends the work without doubles', { timeout: 120_000 }, async () => {
  const ids: string[] = []
  for (let count = 0; count < 9; count += 1) ids.push((await world.file('2026-12-04', { handler: 'chengban' })).caseId)
  await changeCalendar(world.ctx('xitong'), { kind: 'import', years: ARRANGEMENT_2027 } as unknown as ChangeRequest, null)

  const holder = postgres(world.url, { max: 1, onnotice: () => {} })
  const held = await holder.reserve()
  await held`begin`
  await held`select 1 from case_file where id = ${ids.toSorted()[5]!} for update`
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/features/calendar/recompute-child.ts', world.url], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  await eventually(async () => (await world.services.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%case_file%' and datname = current_database()`).length > 0, { timeoutMs: 60_000 })
  child.kill('SIGKILL')
  await ended
  await held`rollback`
  held.release()
  await holder.end()

  const events = () => world.services.sql`select case_id from case_event where type = 'calendar_recomputed'`
  expect(await events()).toHaveLength(4)
  expect((await world.services.sql`select looked, done_at from calendar_change`)[0]).toEqual({ looked: 4, done_at: null })
  await recomputeOpenCases(world.services, 1, { batch: 2 })
  const all = await events()
  expect(all).toHaveLength(9)
  expect(new Set(all.map((row) => row['case_id'])).size).toBe(9)
  expect(await world.services.sql`select 1 from notification`).toHaveLength(9)
  expect((await world.services.sql`select looked, changed, done_at is not null as done from calendar_change`)[0]).toEqual({ looked: 9, changed: 9, done: true })
  expect(await verifyChains(world.services.sql)).toMatchObject({ cases: 9, broken: [] })
})
