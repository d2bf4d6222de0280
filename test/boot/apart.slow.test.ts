import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import postgres from 'postgres'
import { seedDemo } from '#src/boot/demo/seed.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { systemClock } from '#platform/clock.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect, type Connection } from '#platform/db/connect.ts'
import { silentLog } from '#platform/log.ts'
import { verifyChains } from '#store/verify.ts'
import { eventually } from '#test/support/eventually.ts'
import { TEST_KEYS } from '#test/support/system.ts'
import { fileOne } from '../app/client.ts'
import { Office } from '../app/office.ts'
import { freePort, startProgram, type Program } from './program.ts'
import { STACK } from './zhixi.ts'

const KEYS = `${TEST_KEYS[0]!.id}:${Buffer.from(TEST_KEYS[0]!.key).toString('base64')}`
/** Long enough for a job whose worker was killed to be noticed. */
const patient = { timeoutMs: 90_000 }

let address: string
let connection: Connection
let sql: Connection['sql']
beforeAll(async () => {
  const { url, prefix } = inject('testDatabase')
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`).finally(() => admin.end())
  const own = new URL(url)
  own.pathname = `/${name}`
  address = own.href
  connection = connect(address, 3)
  sql = connection.sql
})
afterAll(() => connection.close())

const environment = () => ({ DATABASE_URL: address, ZHIXI_KEYS: KEYS, ZHIXI_DB_POOL: '4' })
const startJobs = async (): Promise<Program> => {
  const jobs = startProgram('main.jobs.ts', environment())
  await jobs.printed('知悉后台任务已启动')
  return jobs
}
const count = async (question: postgres.PendingQuery<postgres.Row[]>) => (await question).length

async function seedAccounts(): Promise<void> {
  const services = { db: connection.db, sql, clock: systemClock, keyring: createKeyring(TEST_KEYS), log: silentLog, calendar: defaultCalendar(), publicUrl: 'http://localhost' }
  await seedDemo(services, null, { cases: false })
}

test.each(['main.web.ts', 'main.jobs.ts'])('%s alone wants to be told where the database is', async (script) => {
  const program = startProgram(script, {})
  expect(await program.ended).toBe(1)
  expect(program.err()).toBe('知悉没有启动：分开运行时要设 DATABASE_URL\n')
})

describe('web and jobs as two programs on one database', () => {
  test('start at once on an empty one, file and make letters between them, lose none to kill -9, and stop in order', { timeout: 300_000 }, async () => {
    const port = await freePort()
    const at = `http://localhost:${port}`
    const web = startProgram('main.web.ts', { ...environment(), PORT: String(port) })
    const first = startProgram('main.jobs.ts', environment())
    await Promise.all([web.printed(`知悉网页服务已启动：${at}`), first.printed('知悉后台任务已启动')])
    expect(await (await fetch(`${at}/healthz`)).text()).toBe('ok')
    await seedAccounts()

    await fileOne(at)
    await eventually(async () => (await count(sql`select 1 from letter where status = 'stored'`)) === 1, patient)

    // Killed in the middle of many letters.
    for (let index = 0; index < 12; index += 1) await fileOne(at)
    await first.end('SIGKILL')
    const second = await startJobs()
    await eventually(async () => (await count(sql`select 1 from letter where status = 'stored'`)) === 13, patient)

    // Killed between “issued” and “PDF stored”: the row of the letter is held until the worker wants to write it.
    const office = new Office(at, systemClock)
    const { number } = await fileOne(at)
    await office.carry(number, 'approve')
    second.process.kill('SIGSTOP')
    const issued = await office.step('issue', number)
    expect(issued.status, issued.text).toBe(200)
    const { letterId, documentNumber } = issued.body as { letterId: string; documentNumber: string }
    const hold = await sql.reserve()
    await hold`begin`
    await hold`select 1 from letter where id = ${letterId} for update`
    second.process.kill('SIGCONT')
    await eventually(async () => (await count(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%letter%'`)) > 0, patient)
    await second.end('SIGKILL')
    await hold`rollback`
    hold.release()
    expect(await sql`select status, bytes from letter where id = ${letterId}`).toEqual([{ status: 'queued', bytes: null }])

    const third = await startJobs()
    await eventually(async () => (await count(sql`select 1 from letter where id = ${letterId} and status = 'stored'`)) === 1, patient)
    await eventually(async () => (await count(sql`select 1 from outbox where done_at is null`)) === 0, patient)
    expect(await sql`select id from letter where document_number = ${documentNumber}`).toHaveLength(1)
    expect(await sql`select 1 from case_event where type = 'letter_stored' group by data ->> 'letterId' having count(*) > 1`).toHaveLength(0)
    expect(await count(sql`select 1 from case_event where type = 'letter_stored'`)).toBe(await count(sql`select 1 from letter`))
    const { broken } = await verifyChains(sql)
    expect(broken).toEqual([])

    const ends = await Promise.all([web.end('SIGTERM'), third.end('SIGTERM')])
    expect(ends.map(({ how }) => how)).toEqual([0, 0])
    for (const { seconds } of ends) expect(seconds).toBeLessThan(20)
    for (const program of [web, first, second, third]) expect(program.err()).not.toMatch(STACK)
  })
})
