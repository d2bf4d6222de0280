import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { JobQueue } from '#platform/queue/port.ts'
import { createQueue } from '#platform/queue/queue.ts'
import { startRelay } from '#store/outbox-relay.ts'
import { eventually } from '#test/support/eventually.ts'
import { letterWorld, type LetterWorld } from '#test/support/letter-world.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { QUEUE_BACKENDS, type RunningBackend } from '#test/support/queue-backends.ts'

const HOUR = 3600

for (const backend of QUEUE_BACKENDS) {
  describe.skipIf(backend.missing)(`the relay to ${backend.title}`, { timeout: 60_000 }, () => {
    let database: FreshDatabase
    let server: RunningBackend
    let world: LetterWorld
    const open: { stop(): Promise<void> }[] = []
    beforeAll(async () => {
      database = await freshDatabase()
      server = await backend.start(database.url)
      world = await letterWorld(database.url)
    })
    afterAll(async () => {
      await server.stop()
      await world.close()
      await database.drop()
    })
    afterEach(async () => {
      for (const each of open.splice(0).reverse()) await each.stop()
      await database.sql`truncate outbox`
    })

    function queue(): JobQueue {
      const one = createQueue({ databaseUrl: server.databaseUrl, redisUrl: server.redisUrl, log: world.services.log, timing: { answer: 1, backoff: 0.1 } })
      open.push({ stop: () => one.close() })
      return one
    }
    const relay = (to: JobQueue, pollSeconds?: number) => open.push(startRelay(world.services, to, pollSeconds))
    const insert = (rows: number) => database.sql`insert into outbox (job, payload) select 'count', '{}' from generate_series(1, ${rows})`
    const waiting = async () => (await database.sql`select id from outbox where dispatched_at is null`).length

    test('of several relays at once one dispatches each row, once', async () => {
      const got: number[] = []
      queue().work(async ({ data }) => void got.push(Number(data['outboxId'])), 8)
      await insert(250)
      for (let relays = 0; relays < 3; relays += 1) relay(queue(), 0.05)
      await eventually(() => got.length >= 250)
      await eventually(async () => (await waiting()) === 0)
      const rows = await database.sql`select id::int as id, dispatches from outbox order by id`
      expect(rows.every((row) => row['dispatches'] === 1)).toBe(true)
      expect(got.toSorted((a, b) => a - b)).toEqual(rows.map((row) => row['id']))
    })

    test('a row goes over as soon as it is committed, without a look at the clock', async () => {
      const got: number[] = []
      const both = queue()
      both.work(async ({ data }) => void got.push(Number(data['outboxId'])), 1)
      relay(both, HOUR)
      await insert(1)
      await eventually(() => got.length === 1)
      await insert(1)
      await eventually(() => got.length === 2)
    })

    test('while the queue is down rows wait, and go over later', async () => {
      const got: number[] = []
      const both = queue()
      both.work(async ({ data }) => void got.push(Number(data['outboxId'])), 2)
      await server.cut()
      relay(both, 0.1)
      await insert(3)
      await eventually(() => world.said.some((line) => line.includes('queue is down')))
      expect(await waiting()).toBe(3)
      await server.mend()
      await eventually(() => expect(new Set(got).size).toBe(3), { timeoutMs: 30_000 })
      await eventually(async () => (await waiting()) === 0)
    })
  })
}
