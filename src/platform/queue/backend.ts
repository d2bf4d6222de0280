import type { Job, Queue, QueueOptions, Worker, WorkerOptions } from 'bullmq'
import type { QueueTiming } from './port.ts'

/** A BullMQ object, and a way to end its connections that works when nobody answers at the other end. */
export interface Client<T> {
  readonly bull: T
  cut(): void
}
export type Adding = Pick<Queue, 'addBulk' | 'waitUntilReady' | 'close' | 'on'>
export type Working = Pick<Worker, 'run' | 'isRunning' | 'pause' | 'resume' | 'waitUntilReady' | 'close' | 'on'>

export interface Backend {
  queue(): Client<Adding>
  /** Not running yet. */
  worker(process: (job: Job) => Promise<void>, concurrency: number): Client<Working>
}

/** Name of the queue in either backend. */
export const NAME = 'outbox'

/** A finished job leaves at once (its outbox row tells the story); a failed one stays a day for whoever looks. */
export function queueOptions(timing: QueueTiming): Omit<QueueOptions, 'connection'> {
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

export function workerOptions(timing: QueueTiming, concurrency: number): Omit<WorkerOptions, 'connection'> {
  return {
    autorun: false,
    concurrency,
    lockDuration: timing.lock * 1000,
    stalledInterval: timing.stalledCheck * 1000,
    maxStalledCount: 3,
    runRetryDelay: 1_000,
  }
}
