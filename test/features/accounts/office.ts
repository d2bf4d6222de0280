import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { vi } from 'vitest'
import { accountApi, accountPages, addUser, requireStaff, staffOf, withStaff, type NewUser } from '#features/accounts/index.ts'
import { instant, type Instant } from '#law/instant.ts'
import { defaultCalendar } from '#law/working-days.ts'
import type { Clock } from '#platform/clock.ts'
import { createKeyring, type Keyring } from '#platform/crypto/keyring.ts'
import { connect, type Connection } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { csrf } from '#platform/http/csrf.ts'
import { problemOf } from '#platform/http/problem.ts'
import { problemResponse } from '#platform/http/refusal-response.ts'
import { requestIdentity } from '#platform/http/request.ts'
import { silentLog } from '#platform/log.ts'
import type { Services } from '#store/context.ts'
import type { WebEnv, WebSettings } from '#store/web-env.ts'
import { freshDatabase } from '#test/support/postgres.ts'

// Hashing a password is slow on purpose, and these tests hash many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

export const PASSWORD = 'Correct-horse-9'
/** Where every test starts: 10:00 in Shanghai. */
export const MORNING = instant('2026-11-02T02:00:00.000Z')

/** Sets the time for everything in this process: our clock and what better-auth reads by itself. */
export function setTime(moment: Instant): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(moment) })
}

/** `seconds` after {@link MORNING}. */
export function after(seconds: number): Instant {
  return instant(new Date(Date.parse(MORNING) + seconds * 1000).toISOString())
}

const frozen: Clock = { now: () => instant(new Date().toISOString()) }

/** An authority with two units, in a database of its own, behind the doors of accounts. */
export interface Office {
  readonly services: Services
  readonly app: Hono<WebEnv>
  readonly keyring: Keyring
  add(user: Partial<NewUser> & { username: string }): Promise<string>
  /** A second process on the same database. */
  secondProcess(): Services
  close(): Promise<void>
}

export async function openOffice(settings: Partial<WebSettings> = {}): Promise<Office> {
  setTime(MORNING)
  const database = await freshDatabase()
  const keyring = createKeyring([{ id: 'k1', key: randomBytes(32) }])
  const connections: Connection[] = []
  const process = (): Services => {
    const connection = connect(database.url, 5)
    connections.push(connection)
    return { db: connection.db, sql: connection.sql, clock: frozen, keyring, log: silentLog, calendar: defaultCalendar(), publicUrl: 'http://office.test' }
  }
  const services = process()
  await services.sql`insert into authority ${services.sql(authorityRow('a1', '示例市公安局'))}`
  await services.sql`insert into authority ${services.sql({ ...authorityRow('a2', '示例市公安局东区分局'), parent_id: 'a1', position: 1 })}`
  await services.sql`insert into unit ${services.sql([
    { id: 'u1', authority_id: 'a1', name: '公开办', position: 0 },
    { id: 'u2', authority_id: 'a1', name: '监管支队', position: 1 },
    { id: 'u3', authority_id: 'a2', name: '法制科', position: 0 },
  ])}`
  return {
    services,
    keyring,
    app: doors(services, { secure: false, publicRate: 1000, ...settings }),
    async add(user) {
      const added = await addUser(services, { name: '承办人甲', authorityId: 'a1', unitId: 'u2', roles: ['handler'], password: PASSWORD, ...user })
      if (!added.ok) throw new Error(added.refusal.message)
      return added.userId
    },
    secondProcess: process,
    async close() {
      vi.useRealTimers()
      await Promise.all(connections.map((connection) => connection.close()))
      await database.drop()
    },
  }
}

/** The app around the doors of accounts, with one page and one endpoint that need staff. */
function doors(services: Services, settings: WebSettings): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.use(requestIdentity(silentLog, ({ header }) => header('x-test-address') ?? '203.0.113.7', 0))
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('settings', settings)
    c.set('letters', null)
    await next()
  })
  app.use(withStaff)
  app.route('/api/v1', accountApi)
  app.post('/api/v1/act', requireStaff, (c) => c.json({ by: staffOf(c).name }))
  app.use(csrf(services.keyring, settings.secure))
  app.get('/desk', requireStaff, (c) => c.text(`desk of ${staffOf(c).name}`))
  app.route('/', accountPages)
  app.onError((error, c) => {
    if (!(error instanceof AppError)) throw error
    if (error.options.retryAfterSeconds) c.header('Retry-After', String(error.options.retryAfterSeconds))
    return problemResponse(c as never, problemOf(error, 'request'))
  })
  return app
}

function authorityRow(id: string, name: string) {
  return {
    id, name, short_name: name, document_prefix: '示例公信', office_name: '公开办', address: '示例路1号', postcode: '000000',
    office_hours: '工作日', consult_phone: '0000-0000001', supervise_phone: '0000-0000002', complaint_phone: '0000-0000003',
    reconsideration_authority: '示例市人民政府', court: '示例市中级人民法院', position: 0,
  }
}
