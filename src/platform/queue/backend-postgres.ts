import { createPostgresBackend, withBackend } from 'bullmq'
import { NAME, queueOptions, workerOptions, type Adding, type Backend, type Client, type Working } from './backend.ts'
import type { QueueTiming } from './port.ts'

const { Queue, Worker } = withBackend(createPostgresBackend)

/** Jobs in the schema `bullmq` of the same PostgreSQL; BullMQ creates and migrates it under an advisory lock. */
export function postgresBackend(databaseUrl: string, timing: QueueTiming): Backend {
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
    queue: () => client<Adding>(new Queue(NAME, { connection: connection(2), ...queueOptions(timing) })),
    worker: (process, concurrency) =>
      client<Working>(new Worker(NAME, process, { connection: connection(4), ...workerOptions(timing, concurrency) })),
  }
}

/** BullMQ types its events by backend; the ones used here are the same. */
function client<T>(bull: object): Client<T> {
  const { disconnect } = bull as { disconnect(): Promise<void> }
  return { bull: bull as T, cut: () => void disconnect.call(bull).catch(() => {}) }
}
