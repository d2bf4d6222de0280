import type { Log } from '../log.ts'
import { postgresBackend } from './backend-postgres.ts'
import { redisBackend } from './backend-redis.ts'
import { createConsumer, type Consumer } from './consumer.ts'
import { QUEUE_TIMING, type JobQueue, type QueueTiming } from './port.ts'
import { createProducer } from './producer.ts'
import { sparingly } from './sparingly.ts'

export interface QueueSettings {
  readonly databaseUrl: string
  /** Redis carries the jobs where it is given, PostgreSQL otherwise. */
  readonly redisUrl?: string | undefined
  readonly log: Log
  readonly timing?: Partial<QueueTiming>
}

/** Opens nothing yet: connections come with the first job added and with `work`, and never throw into the process. */
export function createQueue({ databaseUrl, redisUrl, log, timing: given }: QueueSettings): JobQueue {
  const timing = { ...QUEUE_TIMING, ...given }
  const backend = redisUrl ? redisBackend(redisUrl, timing) : postgresBackend(databaseUrl, timing)
  const warn = sparingly((message, left) => log.warn('queue', { problem: message, ...(left > 0 ? { unsaid: left } : {}) }))
  const producer = createProducer(backend, timing, warn)
  let consumer: Consumer | null = null
  return {
    add: (jobs) => producer.add(jobs),
    work(work, concurrency) {
      if (consumer) throw new Error('this queue is being worked already')
      consumer = createConsumer(backend, work, concurrency, timing, warn)
    },
    async close() {
      await consumer?.close()
      await producer.close()
    },
  }
}
