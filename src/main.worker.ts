import type { CalendarBook } from '#law/calendar/calendar-book.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { parseKeys } from '#platform/crypto/parse-keys.ts'
import { connect, type Connection } from '#platform/db/connect.ts'
import { createLog } from '#platform/log.ts'
import { calendarRevision, readCalendarBook } from '#store/calendar-history.ts'
import { withCalendar } from '#store/live-calendar.ts'
import { createApp } from './app.tsx'

/** Bindings of wrangler.toml and secrets of the deployment. */
interface Bindings {
  readonly HYPERDRIVE: { readonly connectionString: string }
  readonly ASSETS: { fetch(request: Request): Promise<Response> }
  readonly ZHIXI_KEYS: string
  readonly ZHIXI_PUBLIC_URL: string
  readonly ZHIXI_PUBLIC_RATE?: string
}

/** What a runtime offers for work that outlives the answer. */
interface Lifetime {
  waitUntil(work: Promise<unknown>): void
}

const CONNECTIONS = 4
const log = createLog()

/** Of the last request of this isolate. */
let lastBook: CalendarBook | null = null

/** An isolate hears no announcements, so each request asks whether the calendar is still the same. A failure shows where it is used. */
async function calendarNow({ db }: Connection): Promise<{ readonly book: CalendarBook }> {
  try {
    const book = lastBook?.revision === (await calendarRevision(db)) ? lastBook : await readCalendarBook(db)
    lastBook = book
    return { book }
  } catch (error) {
    return { get book(): never { throw error } }
  }
}

/** The same app on Cloudflare Workers: a connection lives as long as its request, Hyperdrive keeps the pool behind it. */
async function handle(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
  const config = readConfig({
    DATABASE_URL: bindings.HYPERDRIVE.connectionString,
    ZHIXI_KEYS: bindings.ZHIXI_KEYS,
    ZHIXI_PUBLIC_URL: bindings.ZHIXI_PUBLIC_URL,
    ZHIXI_PUBLIC_RATE: bindings.ZHIXI_PUBLIC_RATE,
  })
  const connection = connect(bindings.HYPERDRIVE.connectionString, CONNECTIONS)
  const publicUrl = bindings.ZHIXI_PUBLIC_URL.replace(/\/+$/, '')
  const keyring = createKeyring(parseKeys(bindings.ZHIXI_KEYS))
  const app = createApp({
    services: withCalendar({ db: connection.db, sql: connection.sql, clock: systemClock, keyring, log, publicUrl }, await calendarNow(connection)),
    settings: { secure: publicUrl.startsWith('https:'), publicRate: config.ZHIXI_PUBLIC_RATE },
    trustedProxies: 0,
    letters: null,
    peer: ({ header }) => header('cf-connecting-ip') ?? 'unknown',
    assets: async (c) => {
      // What a binding answers cannot be changed; the security headers go onto a copy.
      const found = await bindings.ASSETS.fetch(c.req.raw)
      return new Response(found.body, found)
    },
  })
  try {
    return await app.fetch(request, bindings)
  } finally {
    lifetime.waitUntil(connection.close())
  }
}

export default { fetch: handle }
