import { readConfig } from '#platform/config.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { silentLog } from '#platform/log.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import type { Services } from '#store/context.ts'
import { followCalendar, openLiveCalendar, withCalendar } from '#store/live-calendar.ts'
import { seedDemo } from '#src/boot/demo/seed.ts'
import { openLetters } from '#src/boot/letters.ts'
import { serveWeb } from '#src/boot/serve.ts'
import { startJobs } from '#src/jobs.ts'
import { fixedClock, type FixedClock } from './fixed-clock.ts'
import { openTestFiles, type TestFiles } from './files.ts'
import { freshDatabase } from './postgres.ts'

/** The whole system in this process: real database, real HTTP, real jobs, real PDF; only the clock stands still. */
export interface TestSystem {
  readonly url: string
  readonly clock: FixedClock
  readonly services: Services
  readonly letters: LetterRenderer
  readonly databaseUrl: string
  readonly papers: TestFiles
  stop(): Promise<void>
}

export interface SystemOptions {
  readonly now: string
  /** Fill in the demonstration accounts (default), and also its cases. */
  readonly seed?: 'accounts' | 'cases' | 'none'
  readonly jobs?: boolean
  readonly publicRate?: number
}

export const TEST_KEYS = [{ id: 'test', key: new Uint8Array(32).fill(7) }]

export async function startSystem({ now, seed = 'accounts', jobs = true, publicRate = 10_000 }: SystemOptions): Promise<TestSystem> {
  const database = await freshDatabase()
  const clock = fixedClock(now)
  const connection = connect(database.url, 8)
  const config = { ...readConfig({ DATABASE_URL: database.url }), PORT: 0, ZHIXI_PUBLIC_RATE: publicRate }
  const live = await openLiveCalendar(connection)
  const papers = await openTestFiles()
  const services = withCalendar({ db: connection.db, sql: connection.sql, clock, log: silentLog, keyring: createKeyring(TEST_KEYS), publicUrl: 'http://localhost:3000', files: papers.files }, live)
  const following = followCalendar(connection, live, silentLog)
  const letters = openLetters(config)
  if (seed !== 'none') await seedDemo(services, null, { cases: seed === 'cases' })
  const running = jobs ? await startJobs({ services, letters, databaseUrl: database.url }) : null
  const runtime = { services, databaseUrl: database.url, external: true, migrated: [], databaseLost: new Promise<void>(() => {}), stop: async () => {} }
  const web = await serveWeb({ config, runtime, letters })
  return {
    url: web.address,
    clock,
    services,
    letters,
    databaseUrl: database.url,
    papers,
    async stop() {
      await web.stop()
      await running?.stop()
      await letters.close()
      await following.stop()
      await connection.close()
      await database.drop()
      await papers.remove()
    },
  }
}
