import { join, resolve } from 'node:path'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { loadKeyFile } from '#platform/crypto/load-keys.ts'
import { parseKeys } from '#platform/crypto/parse-keys.ts'
import { connect } from '#platform/db/connect.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openEmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import type { Log } from '#platform/log.ts'
import type { Services } from '#store/context.ts'
import { checkKeys } from '#store/key-check.ts'
import { followCalendar, openLiveCalendar, withCalendar } from '#store/live-calendar.ts'
import { openFiles } from './files.ts'
import { messageWaysOf } from './senders.ts'

/** Everything a process holds open. `stop` may be called more than once. */
export interface Runtime {
  readonly services: Services
  readonly databaseUrl: string
  /** False: the database is the embedded one, so this is a trial or a small installation. */
  readonly external: boolean
  readonly migrated: readonly string[]
  /** Resolves when the embedded database is gone without having been stopped. */
  readonly databaseLost: Promise<void>
  stop(): Promise<void>
}

export interface RuntimeOptions {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  /** Sentences for the person at the console. */
  readonly tell: (line: string) => void
  /** The command line uses the database of a running system; a server starts its own. */
  readonly shareDatabase?: boolean
}

/** Opens database (embedded when DATABASE_URL is unset), keys and calendar, and brings the schema up to date. */
export async function openRuntime({ config, clock, log, tell, shareDatabase = false }: RuntimeOptions): Promise<Runtime> {
  const dataDir = resolve(config.ZHIXI_DATA)
  const openDatabase = shareDatabase ? openEmbeddedPostgres : startEmbeddedPostgres
  const embedded = config.DATABASE_URL ? null : await openDatabase({ dataDir, log: tell })
  const databaseUrl = config.DATABASE_URL ?? embedded!.url
  try {
    const keys = config.ZHIXI_KEYS ? parseKeys(config.ZHIXI_KEYS) : await loadKeyFile(join(dataDir, 'keys.json'))
    const { applied } = await migrate(databaseUrl)
    const files = await openFiles(config)
    const connection = connect(databaseUrl, config.ZHIXI_DB_POOL)
    await checkKeys(connection.db, keys, clock.now())
    const live = await openLiveCalendar(connection)
    const services = withCalendar({ db: connection.db, sql: connection.sql, clock, log, keyring: createKeyring(keys), publicUrl: publicUrlOf(config), files, messageWays: messageWaysOf(config) }, live)
    // A command ends before the calendar changes under it.
    const following = shareDatabase ? null : followCalendar(connection, live, log)
    return {
      services,
      databaseUrl,
      external: embedded === null,
      migrated: applied,
      databaseLost: embedded ? embedded.ended.then((how) => (how === 'unexpected' ? undefined : new Promise(() => {}))) : new Promise(() => {}),
      async stop() {
        await following?.stop()
        await files.inspector.close()
        await connection.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

function publicUrlOf(config: Config): string {
  return (config.ZHIXI_PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, '')
}
