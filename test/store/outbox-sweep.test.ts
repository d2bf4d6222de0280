import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countHit } from '#platform/http/rate-limit.ts'
import { sweep } from '#src/jobs.ts'
import { lostDispatches, runSweep, type SweepTask } from '#store/outbox-sweep.ts'
import { letterWorld, type LetterWorld } from '#test/support/letter-world.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

describe('the sweep', () => {
  let database: FreshDatabase
  let world: LetterWorld
  beforeAll(async () => {
    database = await freshDatabase()
    world = await letterWorld(database.url)
  })
  afterAll(async () => {
    await world.close()
    await database.drop()
  })
  beforeEach(() => database.sql`truncate outbox, idempotency_key, application_draft restart identity cascade`)

  const dispatched = (dispatches: number) =>
    database.sql`insert into outbox (job, payload, dispatched_at, dispatches) values ('count', '{}', ${world.services.clock.now()}, ${dispatches})`
  const found = async (name: string, options = {}) =>
    (await sweep(world.services, options)).find((result) => result.name === name)!.found

  test('sends a row again that was dispatched and never done, and no sooner than after five minutes', async () => {
    await dispatched(1)
    world.pass(5 * MINUTE - 1)
    expect(await found('lost-dispatches')).toEqual([])
    world.pass(1)
    expect(await found('lost-dispatches')).toEqual(['outbox 1 count failures 0'])
    expect(await database.sql`select dispatched_at from outbox`).toEqual([{ dispatched_at: null }])
  })

  test.each([[2, 10 * MINUTE], [3, 20 * MINUTE], [7, 320 * MINUTE], [8, 6 * HOUR], [5000, 6 * HOUR]])(
    'after %i dispatches it waits %i seconds, at most six hours',
    async (dispatches, seconds) => {
      await dispatched(dispatches)
      world.pass(seconds - 1)
      expect(await found('lost-dispatches')).toHaveLength(0)
      world.pass(1)
      expect(await found('lost-dispatches')).toHaveLength(1)
    },
  )

  test('leaves done rows alone', async () => {
    await dispatched(1)
    await database.sql`update outbox set done_at = now()`
    world.pass(HOUR)
    expect(await found('lost-dispatches')).toEqual([])
  })

  test('gives a queued letter without an unfinished row a new one, once', async () => {
    const letterId = await world.order(await world.openCase('2026-0001'))
    world.pass(2 * MINUTE)
    expect(await found('letters-without-job')).toEqual([])
    await database.sql`delete from outbox`
    expect(await found('letters-without-job')).toEqual([`letter ${letterId}`])
    expect(await found('letters-without-job')).toEqual([])
    expect(await database.sql`select job, payload, done_at from outbox`).toEqual([{ job: 'render-letter', payload: { letterId }, done_at: null }])
  })

  test('erases answers to repeated requests after a day, and drafts when they expire', async () => {
    const now = world.services.clock.now()
    const key = (name: string) => database.sql`
      insert into idempotency_key (scope, key, request_digest, response, key_id, created_at) values ('s', ${name}, '', '', 'k', ${world.services.clock.now()})`
    await key('old')
    await database.sql`insert into application_draft (token_hash, authority_id, content, key_id, updated_at, expires_at)
      values ('a', 'city', '', 'k', ${now}, ${now}), ('b', 'city', '', 'k', ${now}, '2027-01-01')`
    world.pass(24 * HOUR)
    await key('new')
    await sweep(world.services)
    expect(await database.sql`select key from idempotency_key`).toEqual([{ key: 'new' }])
    expect(await database.sql`select convert_from(token_hash, 'utf8') as t from application_draft`).toEqual([{ t: 'b' }])
  })

  test('erases counters of requests a day after they began', async () => {
    const { sql, clock } = world.services
    await countHit(sql, clock.now(), { key: 'apply:127.0.0.1', limit: 5, seconds: 60 })
    world.pass(24 * HOUR - 1)
    await countHit(sql, clock.now(), { key: 'status:127.0.0.1', limit: 5, seconds: 60 })
    expect(await found('expired-rate-windows')).toEqual([])
    world.pass(1)
    const [gone] = await found('expired-rate-windows')
    expect(gone).toMatch(/^rate window of /)
    expect(gone).not.toContain('127.0.0.1')
    expect(await sql`select key from rate_window`).toEqual([{ key: 'status:127.0.0.1' }])
  })

  test('removes sessions that are over', async () => {
    await database.sql`insert into "user" (id, name, email) values ('u', '经办甲', 'u@localhost')`
    await database.sql`insert into session (id, user_id, token, expires_at)
      values ('old', 'u', 'a', now() - interval '1 minute'), ('new', 'u', 'b', now() + interval '1 hour')`
    expect(await found('expired-sign-ins', { dryRun: true })).toHaveLength(1)
    expect(await database.sql`select id from session`).toHaveLength(2)
    expect(await found('expired-sign-ins')).toHaveLength(1)
    expect(await database.sql`select id from session`).toEqual([{ id: 'new' }])
  })

  test('on a dry run tells what it would do and does nothing', async () => {
    await dispatched(1)
    world.pass(HOUR)
    const before = await database.sql`select * from outbox`
    const dry = await sweep(world.services, { dryRun: true })
    expect(await database.sql`select * from outbox`).toEqual(before)
    expect(await sweep(world.services)).toEqual(dry)
    expect(dry.find(({ name }) => name === 'lost-dispatches')!.found).toHaveLength(1)
  })

  test('goes on to the next task when one fails', async () => {
    const broken: SweepTask = { name: 'broken', sweep: () => Promise.reject(new RangeError('申请人甲')) }
    await dispatched(1)
    world.pass(HOUR)
    const [first, second] = await runSweep(world.services, [broken, lostDispatches])
    expect(first!.failure).toMatch(/^RangeError/)
    expect(first!.failure).not.toContain('申请人甲')
    expect(second!.found).toHaveLength(1)
  })
})
