import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { createQueue } from '#platform/queue/queue.ts'
import { QueueDown, type JobQueue, type QueuedJob, type QueueTiming } from '#platform/queue/port.ts'
import { eventually } from '#test/support/eventually.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { QUEUE_BACKENDS, type RunningBackend } from '#test/support/queue-backends.ts'

const QUICK: Partial<QueueTiming> = { answer: 1, lock: 2, stalledCheck: 1, backoff: 0.05, grace: 10 }
const job = (id: string): QueuedJob => ({ id, name: 'count', data: { outboxId: 1 } })

for (const backend of QUEUE_BACKENDS) {
  describe.skipIf(backend.missing)(`the queue over ${backend.title}`, { timeout: 60_000 }, () => {
    let database: FreshDatabase
    let server: RunningBackend
    const open: JobQueue[] = []
    const said: string[] = []
    beforeAll(async () => {
      database = await freshDatabase()
      server = await backend.start(database.url)
    })
    afterAll(async () => {
      await server.stop()
      await database.drop()
    })
    afterEach(async () => {
      await Promise.all(open.splice(0).map((queue) => queue.close()))
      said.length = 0
    })
    function queue(): JobQueue {
      const log = createLog((_, line) => said.push(line))
      const one = createQueue({ databaseUrl: server.databaseUrl, redisUrl: server.redisUrl, log, timing: QUICK })
      open.push(one)
      return one
    }

    test('a job is carried from one process to another, with its id, name and data', async () => {
      const got: QueuedJob[] = []
      queue().work(async (one) => void got.push(one), 1)
      await queue().add([{ id: 'outbox-1-1', name: 'count', data: { outboxId: 7 } }])
      await eventually(() => expect(got).toEqual([{ id: 'outbox-1-1', name: 'count', data: { outboxId: 7 } }]))
    })

    test('a job added twice while it waits is done once', async () => {
      const producer = queue()
      await producer.add([job('outbox-2-1'), job('outbox-2-1')])
      await producer.add([job('outbox-2-1'), job('outbox-2-2')])
      const got: string[] = []
      queue().work(async ({ id }) => void got.push(id), 1)
      await eventually(() => got.includes('outbox-2-2'))
      expect(got).toEqual(['outbox-2-1', 'outbox-2-2'])
    })

    test('a job that fails is tried again', async () => {
      let tries = 0
      queue().work(async () => {
        tries += 1
        if (tries < 3) throw new Error('not yet')
      }, 1)
      await queue().add([job('outbox-3-1')])
      await eventually(() => tries === 3)
    })

    test('of two workers one does each job', async () => {
      const got: string[] = []
      const work = async ({ id }: QueuedJob) => void got.push(id)
      queue().work(work, 2)
      queue().work(work, 2)
      const ids = Array.from({ length: 40 }, (_, index) => `outbox-4${index}-1`)
      await queue().add(ids.map(job))
      await eventually(() => got.length >= ids.length)
      expect(got.toSorted()).toEqual(ids.toSorted())
    })

    test('closing waits for the running job and takes no other', async () => {
      const started = Promise.withResolvers<void>()
      const finish = Promise.withResolvers<void>()
      const done: string[] = []
      const worker = queue()
      worker.work(async ({ id }) => {
        started.resolve()
        await finish.promise
        done.push(id)
      }, 1)
      await queue().add([job('outbox-5-1'), job('outbox-5-2')])
      await started.promise
      const closing = worker.close()
      finish.resolve()
      await closing
      expect(done).toEqual(['outbox-5-1'])
      queue().work(async ({ id }) => void done.push(id), 1)
      await eventually(() => expect(done).toEqual(['outbox-5-1', 'outbox-5-2']))
    })

    test('while the backend is away adding fails in time, and works again afterwards', async () => {
      const producer = queue()
      await producer.add([job('outbox-6-1')])
      await server.cut()
      await expect(producer.add([job('outbox-6-2')])).rejects.toBeInstanceOf(QueueDown)
      await server.mend()
      await eventually(() => producer.add([job('outbox-6-3')]))
      const got: string[] = []
      queue().work(async ({ id }) => void got.push(id), 1)
      await eventually(() => got.includes('outbox-6-1') && got.includes('outbox-6-3'))
    })

    test('a worker survives the loss of its backend, also when it is away at the start', async () => {
      const got: string[] = []
      const early = queue()
      early.work(async ({ id }) => void got.push(id), 1)
      await queue().add([job('outbox-7-1')])
      await eventually(() => got.includes('outbox-7-1'))
      await server.cut()
      const late = queue()
      late.work(async ({ id }) => void got.push(id), 1)
      await eventually(() => said.some((line) => line.includes('queue')))
      await server.mend()
      const producer = queue()
      await eventually(() => producer.add([job('outbox-7-2')]))
      await eventually(() => got.includes('outbox-7-2'), { timeoutMs: 30_000 })
      await early.close()
      await producer.add([job('outbox-7-3')])
      await eventually(() => got.includes('outbox-7-3'), { timeoutMs: 30_000 })
      expect(said.length).toBeLessThan(40)
    })

    test('closes while the backend is away', async () => {
      const both = queue()
      both.work(async () => {}, 1)
      await both.add([job('outbox-8-1')])
      await server.cut()
      await both.close()
      await server.mend()
    })
  })
}
