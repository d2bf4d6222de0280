import { Hono } from 'hono'
import type { CalendarBook } from '#law/calendar/calendar-book.ts'
import { instant, type Instant } from '#law/instant.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { csrf } from '#platform/http/csrf.ts'
import type { Files } from '#platform/files/port.ts'
import { problemOf } from '#platform/http/problem.ts'
import { requestIdentity } from '#platform/http/request.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { silentLog } from '#platform/log.ts'
import type { Services } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'

/** The public doors on one database, with a clock that a test sets. */
export interface PublicWorld {
  readonly services: Services
  readonly app: Hono<WebEnv>
  setNow(moment: string): void
  close(): Promise<void>
}

export interface PublicWorldOptions {
  readonly pages?: readonly Hono<WebEnv>[]
  /** Mounted under `/api/v1`, before CSRF. */
  readonly apis?: readonly Hono<WebEnv>[]
  readonly publicRate?: number
  /** Where papers are kept; without it none can be taken. */
  readonly files?: Files
  readonly calendars?: CalendarBook
}

/** Middlewares in the order of `src/app.tsx`, around the doors under test only. */
export function publicWorld(databaseUrl: string, { pages = [], apis = [], publicRate = 10_000, files, calendars }: PublicWorldOptions): PublicWorld {
  const { sql, db, close } = connect(databaseUrl, 5)
  let now: Instant = instant('2026-11-02T13:14:00.000Z')
  const services: Services = {
    db, sql, log: silentLog,
    clock: { now: () => now },
    keyring: createKeyring([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
    calendar: defaultCalendar(),
    publicUrl: 'https://open.example.test',
    ...(files === undefined ? {} : { files }),
    ...(calendars === undefined ? {} : { calendars }),
  }
  const app = new Hono<WebEnv>()
  app.use(requestIdentity(silentLog, ({ header }) => header('x-peer') ?? '192.0.2.7', 0), securityHeaders(false))
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('settings', { secure: false, publicRate })
    c.set('letters', null)
    c.set('staff', null)
    await next()
  })
  for (const api of apis) app.route('/api/v1', api)
  app.use(csrf(services.keyring, false))
  for (const page of pages) app.route('/', page)
  app.onError((error, c) => {
    const body = problemOf(error, c.get('requestId'))
    if (body.status >= 500) console.error(error)
    return c.json(body, body.status)
  })
  return { services, app, setNow: (moment) => void (now = instant(moment)), close }
}

export const CITY = 'city'
export const DISTRICT = 'district'

/** 示例市公安局 and one 分局. */
export async function twoAuthorities({ sql }: Services): Promise<void> {
  const common = { office_hours: '8:30–12:00，14:30–17:30', complaint_phone: '000-0000 1210', reconsideration_authority: '示例市人民政府', court: '示例市示例区人民法院', postcode: '000000' }
  await sql`insert into authority ${sql([
    { ...common, id: CITY, parent_id: null, name: '示例市公安局', short_name: '市局', document_prefix: '示例公信公开', office_name: '示例市公安局政府信息公开办公室', address: '示例市示例路8号一楼3号窗口', consult_phone: '000-0000 1201', supervise_phone: '000-0000 1209', position: 0 },
    { ...common, id: DISTRICT, parent_id: CITY, name: '示例市公安局东城分局', short_name: '东城分局', document_prefix: '示例公东信公开', office_name: '东城分局政府信息公开办公室', address: '示例市东街1号', consult_phone: '000-0000 2201', supervise_phone: '000-0000 2209', position: 1 },
  ])}`
}
