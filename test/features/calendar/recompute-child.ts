import { recomputeOpenCases } from '#features/calendar/index.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { silentLog } from '#platform/log.ts'
import { openLiveCalendar, withCalendar } from '#store/live-calendar.ts'
import { fixedClock } from '#test/support/fixed-clock.ts'

/** A process that recomputes two cases at a time until a test kills it. Argument: database URL. */
const connection = connect(process.argv[2] ?? '', 2)
const keyring = createKeyring([{ id: 'test', key: new Uint8Array(32).fill(7) }])
const services = withCalendar({ db: connection.db, sql: connection.sql, clock: fixedClock('2026-12-20'), log: silentLog, keyring, publicUrl: '' }, await openLiveCalendar(connection))
await recomputeOpenCases(services, 1, { batch: 2 })
await connection.close()
