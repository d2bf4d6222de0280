import { severable } from './severable.ts'
import { startRedis } from './redis.ts'
import { hasTool } from './tools.ts'

/** One queue backend under test, reached over a line that can be cut. */
export interface RunningBackend {
  readonly databaseUrl: string
  readonly redisUrl?: string
  cut(): Promise<void>
  mend(): Promise<void>
  stop(): Promise<void>
}

export interface QueueBackend {
  /** Also says why the suite is skipped. */
  readonly title: string
  readonly missing: boolean
  /** @param databaseUrl a database of the calling test file */
  start(databaseUrl: string): Promise<RunningBackend>
}

const redisMissing = !hasTool('redis-server')

/** Whatever is true of one backend is true of the other. */
export const QUEUE_BACKENDS: readonly QueueBackend[] = [
  {
    title: 'PostgreSQL',
    missing: false,
    async start(databaseUrl) {
      const url = new URL(databaseUrl)
      const line = await severable(url.hostname, Number(url.port))
      url.host = `127.0.0.1:${line.port}`
      return { databaseUrl: url.href, cut: line.cut, mend: line.mend, stop: line.close }
    },
  },
  {
    title: redisMissing ? 'Redis (skipped: redis-server is not installed)' : 'Redis',
    missing: redisMissing,
    async start(databaseUrl) {
      const redis = await startRedis()
      const line = await severable('127.0.0.1', redis.port)
      const redisUrl = `redis://127.0.0.1:${line.port}`
      return { databaseUrl, redisUrl, cut: line.cut, mend: line.mend, stop: () => line.close().then(redis.stop) }
    },
  },
]
