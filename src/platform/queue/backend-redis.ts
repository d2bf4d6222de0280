import { Queue, Worker } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import { NAME, queueOptions, workerOptions, type Backend } from './backend.ts'
import type { QueueTiming } from './port.ts'

/** Separates our keys from others in a shared Redis. */
const PREFIX = 'zhixi'

/** Jobs in Redis. The producer fails rather than collect commands for a Redis that is away; a worker waits for it. */
export function redisBackend(redisUrl: string, timing: QueueTiming): Backend {
  const common = { retryStrategy: (times: number) => Math.min(times * 200, 5_000), connectTimeout: timing.answer * 1000 }
  return {
    queue() {
      const { first, cut } = connections(redisUrl, { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 1 })
      return { bull: new Queue(NAME, { connection: first, prefix: PREFIX, ...queueOptions(timing) }), cut }
    },
    worker(process, concurrency) {
      const { first, cut } = connections(redisUrl, { ...common, maxRetriesPerRequest: null })
      return { bull: new Worker(NAME, process, { connection: first, prefix: PREFIX, ...workerOptions(timing, concurrency) }), cut }
    },
  }
}

/**
 * A connection, and every copy that BullMQ makes of it. We end them ourselves: BullMQ asks Redis politely, which takes
 * for ever while Redis is away.
 */
function connections(url: string, options: RedisOptions): { first: Redis; cut(): void } {
  const all: Redis[] = []
  const track = (one: Redis): Redis => {
    all.push(one)
    one.on('error', () => {}) // BullMQ reports it; without any listener ioredis prints it.
    const duplicate = one.duplicate.bind(one)
    one.duplicate = (override) => track(duplicate(override))
    return one
  }
  return { first: track(new Redis(url, options)), cut: () => all.forEach((one) => one.disconnect()) }
}
