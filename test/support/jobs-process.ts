import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startJobs } from '#src/jobs.ts'
import { systemClock } from '#platform/clock.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { createLog } from '#platform/log.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { eventually } from './eventually.ts'

/**
 * A jobs process that a test may kill: its renderer writes the file `rendering` into the given folder, then waits until
 * the file `go` is there. Ends cleanly on SIGTERM.
 * Arguments: database URL, folder, Redis URL or nothing.
 */
const [databaseUrl = '', folder = '', redisUrl] = process.argv.slice(2)
const connection = connect(databaseUrl, 4)
const jobs = await startJobs({
  services: {
    db: connection.db,
    sql: connection.sql,
    clock: systemClock,
    log: createLog(),
    keyring: createKeyring([{ id: 'test', key: new Uint8Array(32) }]),
    calendar: defaultCalendar(),
    publicUrl: 'http://localhost:3000',
  },
  letters: {
    async render() {
      await writeFile(join(folder, 'rendering'), '')
      await eventually(() => existsSync(join(folder, 'go')), { timeoutMs: 60_000 })
      return { bytes: new TextEncoder().encode('%PDF-'), sha256: '', pages: 1 }
    },
  },
  databaseUrl,
  redisUrl,
  timing: { lock: 1, stalledCheck: 0.5 },
})
process.on('SIGTERM', () => void jobs.stop().then(() => connection.close()))
