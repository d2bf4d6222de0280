import { Hono } from 'hono'
import type { StaffActor } from '#case/actor.ts'
import { SYSTEM } from '#case/actor.ts'
import type { CaseEvent } from '#case/events.ts'
import { listStaff } from '#features/accounts/index.ts'
import { calendarHandlers } from '#features/calendar/recompute.handler.ts'
import { fileApplication } from '#features/intake/index.ts'
import { NO_SENDERS } from '#features/messages/index.ts'
import { messageHandlers } from '#features/messages/messages.handler.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { civilDate } from '#law/civil-date.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { csrf } from '#platform/http/csrf.ts'
import { requestIdentity } from '#platform/http/request.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { silentLog } from '#platform/log.ts'
import { AUTHORITIES, PEOPLE, UNITS } from '#src/boot/demo/people.ts'
import { answerError, answerMissing } from '#src/app-errors.tsx'
import { appendEvents, loadCaseById } from '#store/case-store.ts'
import { APPLICANT } from '#case/actor.ts'
import { contextFor, type Services, type StaffCtx } from '#store/context.ts'
import { openLiveCalendar, withCalendar, type LiveCalendar } from '#store/live-calendar.ts'
import { runOutboxRow, type JobHandlers } from '#store/outbox-run.ts'
import { authority, staff, unit } from '#store/tables/authority.table.ts'
import type { WebEnv } from '#store/web-env.ts'
import { fixedClock, type FixedClock } from '#test/support/fixed-clock.ts'
import { freshDatabase } from '#test/support/postgres.ts'

export const HANDLERS: JobHandlers = new Map([...calendarHandlers, ...messageHandlers(NO_SENDERS)])

/** The demonstration people on a real database, with the calendar of one process, and cases to recompute. */
export interface CalendarWorld {
  readonly services: Services
  readonly live: LiveCalendar
  readonly clock: FixedClock
  readonly url: string
  ctx(username: string): StaffCtx
  who(username: string): StaffActor
  /** A case that was received over the internet at ten o'clock of a day. */
  file(on: string, options?: { authorityId?: string; handler?: string; events?: CaseEvent[] }): Promise<{ number: string; caseId: string }>
  append(caseId: string, ...events: CaseEvent[]): Promise<void>
  /** Carries out everything that waits in the outbox for the calendar; how many rows that were. */
  runJobs(): Promise<number>
  request(username: string | null, path: string, init?: RequestInit): Promise<Response>
  /** Opens a page and sends one of its forms: hidden fields as they are, the others as given. */
  submit(username: string, path: string, fields: Record<string, string>, to?: string): Promise<Response>
  close(): Promise<void>
}

interface Doors {
  readonly apis?: readonly Hono<WebEnv>[]
  readonly pages?: readonly Hono<WebEnv>[]
}

export async function calendarWorld(now: string, { apis = [], pages = [] }: Doors = {}): Promise<CalendarWorld> {
  const database = await freshDatabase()
  const connection = connect(database.url, 6)
  const clock = fixedClock(now)
  const live = await openLiveCalendar(connection)
  const keyring = createKeyring([{ id: 'test', key: new Uint8Array(32).fill(7) }])
  const services = withCalendar({ db: connection.db, sql: connection.sql, clock, log: silentLog, keyring, publicUrl: 'http://localhost:3000' }, live)
  await seedPeople(services)
  const people = (await Promise.all(AUTHORITIES.map(({ id }) => listStaff(services.db, id)))).flat()
  const who = (username: string) => people.find(({ id }) => id === username)!
  const app = appWith(services, people, { apis, pages })
  const request = (username: string | null, path: string, init: RequestInit = {}) =>
    Promise.resolve(app.request(path, { ...init, headers: { ...(username === null ? {} : { 'x-as': username }), ...(init.headers as Record<string, string> | undefined) } }))
  let filed = 0
  const world: CalendarWorld = {
    services, live, clock, url: database.url, who, request,
    ctx: (username) => contextFor(services, who(username)),
    async file(on, { authorityId = 'shiju', handler, events = [] } = {}) {
      filed += 1
      const then = clock.now()
      clock.set(on)
      const { filed: made } = await fileApplication(contextFor(services, APPLICANT), applicationOf(authorityId, filed))
      const steps: CaseEvent[] = [...(handler === undefined ? [] : assigned(who(handler), civilDate(on))), ...events]
      if (steps.length > 0) await world.append(made.caseId, ...steps)
      clock.set(then)
      return { number: made.number, caseId: made.caseId }
    },
    async append(caseId, ...events) {
      await services.db.transaction(async (tx) => appendEvents(tx, contextFor(services, SYSTEM), await loadCaseById(tx, caseId), events))
    },
    async runJobs() {
      let ran = 0
      for (;;) {
        const rows = await services.sql<{ id: string }[]>`select id from outbox where done_at is null and job in ${services.sql([...HANDLERS.keys()])} order by id`
        if (rows.length === 0) return ran
        for (const { id } of rows) await runOutboxRow(services, HANDLERS, Number(id))
        ran += rows.length
      }
    },
    async submit(username, path, fields, to = path) {
      const page = await request(username, path)
      const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
      const body = new URLSearchParams({ ...hiddenFields(await page.text()), ...fields })
      return request(username, to, { method: 'POST', body, headers: { cookie } })
    },
    async close() {
      await connection.close()
      await database.drop()
    },
  }
  return world
}

/** The hidden fields of a page, unescaped; the last of a name counts. */
export function hiddenFields(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name!, unescape(value!)]))
}

export function unescape(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function appWith(services: Services, people: readonly StaffActor[], { apis, pages }: Required<Doors>): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.use(requestIdentity(services.log, () => '192.0.2.7', 0), securityHeaders(false))
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('settings', { secure: false, publicRate: 10_000 })
    c.set('letters', null)
    c.set('staff', people.find(({ id }) => id === c.req.header('x-as')) ?? null)
    await next()
  })
  for (const api of apis) app.route('/api/v1', api)
  app.use(csrf(services.keyring, false))
  for (const page of pages) app.route('/', page)
  app.notFound(answerMissing)
  app.onError(answerError)
  return app
}

async function seedPeople({ db, sql }: Services): Promise<void> {
  await db.insert(authority).values([...AUTHORITIES])
  await db.insert(unit).values([...UNITS])
  await sql`insert into "user" ${sql(PEOPLE.map(({ username, name }) => ({ id: username, name, email: `${username}@staff.invalid`, username })))}`
  await db.insert(staff).values(PEOPLE.map(({ username, unitId, roles }) => ({ userId: username, unitId, roles: [...roles], authorityId: UNITS.find(({ id }) => id === unitId)!.authorityId })))
}

function applicationOf(authorityId: string, index: number): Parameters<typeof fileApplication>[1] {
  return {
    authorityId,
    application: {
      applicantKind: 'natural_person', name: '申请人甲', documentType: 'resident_id', documentNumber: '000000190001010009',
      contactName: undefined, phone: '000 0000 0001', email: 'a@example.com', address: undefined, postcode: undefined,
      subject: `第${index}份清单`, documentRef: undefined, description: `申请公开第${index}份清单。`, form: 'electronic', way: 'email',
    },
    receipt: { channel: 'internet' },
    idempotencyKey: null,
  }
}

/** Signed and served that day. */
export function delivered(on: string): CaseEvent[] {
  const letterId = '00000000-0000-7000-8000-000000000001'
  return [
    { type: 'reply_issued', on: civilDate(on), letterId, letterCode: 'granted', documentNumber: '示例公信公开〔2026〕1号', revision: 1, propsDigest: '' },
    { type: 'reply_delivered', on: civilDate(on), letterId, service: 'direct', evidence: '本人签收' },
  ]
}

function assigned(handler: StaffActor, on: CivilDate): CaseEvent[] {
  return [
    { type: 'application_accepted', on },
    { type: 'case_assigned', on, unitId: handler.unitId, unitName: handler.unitName, handlerId: handler.id, handlerName: handler.name },
  ]
}
