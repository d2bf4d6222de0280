import { createPostgresBackend, Queue, withBackend, Worker, type Job, type QueueOptions, type WorkerOptions } from 'bullmq'
import type { QueueTiming } from './port.ts'

/** What producer and consumer use of either backend. */
export type QueueClient = Pick<Queue, 'addBulk' | 'waitUntilReady' | 'close' | 'disconnect' | 'on'>
export type WorkerClient = Pick<
  Worker, 'run' | 'pause' | 'resume' | 'waitUntilReady' | 'close' | 'disconnect' | 'on' | 'isRunning'
>

export interface Backend {
  queue(): QueueClient
  /** Not running yet. */
  worker(process: (job: Job) => Promise<void>, concurrency: number): WorkerClient
}

const NAME = 'outbox'
/** Separates our keys from others in a shared Redis; PostgreSQL has the schema `bullmq` instead. */
const PREFIX = 'zhixi'

const POSTGRES = withBackend(createPostgresBackend)

export function postgresBackend(databaseUrl: string, timing: QueueTiming): Backend {
  // `migrate` creates and updates the schema under an advisory lock; the pools are small because each process has two.
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    schema: 'bullmq',
    migrate: true,
    max,
    connectionTimeoutMillis: timing.answer * 1000,
    keepAlive: true,
    application_name: 'zhixi-queue',
  })
  return {
    queue: () => new POSTGRES.Queue(NAME, { connection: connection(2), ...queueOptions(timing) }) as unknown as QueueClient,
    worker: (process, concurrency) =>
      new POSTGRES.Worker(NAME, process, { connection: connection(4), ...workerOptions(timing, concurrency) }) as unknown as WorkerClient,
  }
}

export function redisBackend(redisUrl: string, timing: QueueTiming): Backend {
  const retryStrategy = (times: number) => Math.min(times * 200, 5_000)
  // The producer fails instead of collecting commands for a Redis that is away; a worker must wait for it.
  const producer = { url: redisUrl, retryStrategy, enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: timing.answer * 1000 }
  const consumer = { url: redisUrl, retryStrategy, maxRetriesPerRequest: null, connectTimeout: timing.answer * 1000 }
  return {
    queue: () => new Queue(NAME, { connection: producer, prefix: PREFIX, ...queueOptions(timing) }),
    worker: (process, concurrency) =>
      new Worker(NAME, process, { connection: consumer, prefix: PREFIX, ...workerOptions(timing, concurrency) }),
  }
}

/** A finished job leaves at once (its outbox row tells the story); a failed one stays a day for whoever looks. */
function queueOptions(timing: QueueTiming): Omit<QueueOptions, 'connection'> {
  return {
    defaultJobOptions: {
      attempts: 4,
      backoff: { type: 'exponential', delay: timing.backoff * 1000 },
      removeOnComplete: true,
      removeOnFail: { age: 24 * 3600, count: 1000 },
    },
    streams: { events: { maxLen: 1000 } },
  }
}

function workerOptions(timing: QueueTiming, concurrency: number): Omit<WorkerOptions, 'connection'> {
  return {
    autorun: false,
    concurrency,
    lockDuration: timing.lock * 1000,
    stalledInterval: timing.stalledCheck * 1000,
    maxStalledCount: 3,
    runRetryDelay: 1_000,
  }
}
