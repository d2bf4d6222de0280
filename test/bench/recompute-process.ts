import { SYSTEM } from '#case/actor.ts'
import { changeCalendar, previewChange } from '#features/calendar/index.ts'
import { recomputeOpenCases } from '#features/calendar/recompute.ts'
import type { ChangeRequest } from '#features/calendar/change.schema.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { silentLog } from '#platform/log.ts'
import { contextFor } from '#store/context.ts'
import { openLiveCalendar, withCalendar } from '#store/live-calendar.ts'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'
import { fixedClock } from '#test/support/fixed-clock.ts'

/**
 * One process that previews, imports and recomputes, and prints what that took: the memory of nobody else is in it.
 * Arguments: database URL, and the days of 2027 that are taken out of the arrangement, so that each import is another one.
 */
const [databaseUrl = '', ...without] = process.argv.slice(2)
const connection = connect(databaseUrl, 4)
const services = withCalendar(
  { db: connection.db, sql: connection.sql, clock: fixedClock('2026-12-20'), log: silentLog, keyring: createKeyring([{ id: 'bench', key: new Uint8Array(32) }]), publicUrl: 'http://localhost' },
  await openLiveCalendar(connection),
)
const { notice, off, work } = ARRANGEMENT_2027['2027']
const request = { kind: 'import', years: { '2027': { notice: [...notice], off: off.filter((day) => !without.includes(day)), work: [...work] } } } as ChangeRequest
const start = performance.now()
const preview = await previewChange(contextFor(services, SYSTEM), request)
const previewed = performance.now()
const outcome = await changeCalendar(contextFor(services, SYSTEM), request, preview.digest)
if (!outcome.ok || !outcome.changed) throw new Error('nothing was imported')
let changed = 0
await recomputeOpenCases(services, outcome.revision, { afterBatch: (progress) => void (changed = progress.changed) })
console.log(JSON.stringify({ previewMs: previewed - start, recomputeMs: performance.now() - previewed, foreseen: preview.total, changed, peakBytes: process.resourceUsage().maxRSS * 1024 }))
await connection.close()
