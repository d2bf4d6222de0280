import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { openEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { benchClock } from './clock.ts'
import { benchFiling, CONNECTIONS } from './filing.ts'
import { benchLetters } from './letter.ts'
import { mb, ms, printTable, times, type Row } from './measure.ts'
import { benchRecompute } from './recompute.ts'
import { residentBytes, startServer } from './server.ts'
import { benchWorklist } from './worklist.ts'

/** `npm run bench`: real processes, real database on disk, ratios measured in the same run. */
const data = mkdtempSync(join(tmpdir(), 'zhixi-bench-'))
const environment = { ZHIXI_DATA: data, ZHIXI_DB_POOL: String(CONNECTIONS), ZHIXI_PUBLIC_RATE: '1000000' }
const rows: Row[] = [benchClock()]
try {
  const first = await startServer('src/main.node.ts', environment)
  await first.stop()
  const server = await startServer('src/main.node.ts', environment)
  rows.push({ what: 'npm start to first page, second run', figure: ms(server.startMs), against: `first run ${ms(first.startMs)}`, ratio: times(server.startMs / first.startMs), wanted: '' })
  rows.push({ what: 'resident memory after start', figure: mb(residentBytes(server.pid)), against: `node alone ${mb(nodeBytes(server.pid))}`, ratio: '', wanted: '' })
  await server.stop()
  const database = await openEmbeddedPostgres({ dataDir: data, log: () => {} })
  // Web alone, as behind a balancer: the letters of what is filed are set by other processes.
  const web = await startServer('src/main.web.ts', { ...environment, DATABASE_URL: database.url })
  rows.push(await benchFiling(web, database.url))
  rows.push(await benchWorklist(web, database.url, DEMO_PASSWORD))
  await web.stop()
  await database.stop()
  const alone = await openEmbeddedPostgres({ dataDir: data, log: () => {} })
  rows.push(...(await benchRecompute(alone.url)))
  await alone.stop()
  rows.push(...(await benchLetters()))
} finally {
  rmSync(data, { recursive: true, force: true })
}
printTable(rows)

function nodeBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}
