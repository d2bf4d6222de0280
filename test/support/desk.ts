import { Hono } from 'hono'
import type { StaffActor } from '#case/actor.ts'
import { acceptanceApi, acceptancePages } from '#features/acceptance/index.ts'
import { listStaff } from '#features/accounts/index.ts'
import { archiveApi, archivePages } from '#features/archive/index.ts'
import { assignmentApi, assignmentPages } from '#features/assignment/index.ts'
import { caseApi, casePages } from '#features/case-page/index.ts'
import { deliveryApi, deliveryPages } from '#features/delivery/index.ts'
import { intakeApi, intakePages } from '#features/intake/index.ts'
import { papersApi, papersPages } from '#features/papers/index.ts'
import { pendingApi, pendingPages } from '#features/pending-receipts/index.ts'
import { personalDataApi, personalDataPages } from '#features/personal-data/index.ts'
import { replyApi, replyPages } from '#features/reply/index.ts'
import { reviewApi, reviewPages } from '#features/review/index.ts'
import { similarApi, similarPages } from '#features/similar/index.ts'
import { splitApi, splitPages } from '#features/split/index.ts'
import { worklistApi, worklistPages } from '#features/worklist/index.ts'
import { defaultCalendar } from '#law/working-days.ts'
import { createKeyring } from '#platform/crypto/keyring.ts'
import { connect } from '#platform/db/connect.ts'
import { csrf } from '#platform/http/csrf.ts'
import { problemOf } from '#platform/http/problem.ts'
import { requestIdentity } from '#platform/http/request.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import { nodeTableReader } from '#platform/tables/node-table-reader.ts'
import { registerImportApi, registerImportPages } from '#features/register-import/index.ts'
import { silentLog } from '#platform/log.ts'
import { AUTHORITIES, PEOPLE, UNITS } from '#src/boot/demo/people.ts'
import { happen, onDay } from '#src/boot/demo/history.ts'
import type { Matter } from '#src/boot/demo/matters.ts'
import { contextFor, type Services, type StaffCtx } from '#store/context.ts'
import { storeLetter } from '#store/letters.ts'
import { appendEvents, loadCaseById } from '#store/case-store.ts'
import { SYSTEM } from '#case/actor.ts'
import { authority, staff, unit } from '#store/tables/authority.table.ts'
import type { WebEnv } from '#store/web-env.ts'
import { civilDate, type CivilDate } from '#law/civil-date.ts'
import { addWorkingDays } from '#law/working-days.ts'
import { fixedClock, type FixedClock } from './fixed-clock.ts'
import { openTestFiles, type TestFiles } from './files.ts'
import { freshDatabase } from './postgres.ts'

export type Username = 'chuangkou' | 'gongkai' | 'chengban' | 'chengban2' | 'keshi' | 'keshi2' | 'qianfa' | 'jiandu' | 'xitong' | 'binhe'

/** The doors of the desk over a real database with the demonstration people; who is signed in is said with each request. */
export interface Desk {
  readonly services: Services
  readonly clock: FixedClock
  readonly databaseUrl: string
  readonly papers: TestFiles
  who(username: Username): StaffActor
  /** What a verb needs, for one of them, now. */
  ctx(username: Username): StaffCtx
  /** A case that was received that day and has come as far as `stage`, one step a working day. Its number. */
  file(more?: Partial<Matter> & { receivedOn?: string }): Promise<string>
  /** Puts the PDF of the reply into the file, as the job does. */
  storeReply(number: string): Promise<void>
  /** Any request as that person. */
  send(username: Username, path: string, init?: RequestInit): Promise<Response>
  get(username: Username, path: string, headers?: Record<string, string>): Promise<Response>
  post(username: Username, path: string, body: unknown): Promise<Response>
  put(username: Username, path: string, body: unknown): Promise<Response>
  /** Opens a page and sends its form with these fields, to `to` if that is another address; hidden values come from the page. */
  submit(username: Username, path: string, fields: Record<string, string>, options?: { version?: number; partial?: boolean; to?: string }): Promise<Response>
  close(): Promise<void>
}

const API = [registerImportApi, intakeApi, pendingApi, worklistApi, caseApi, acceptanceApi, assignmentApi, reviewApi, replyApi, deliveryApi, archiveApi, personalDataApi, papersApi, similarApi, splitApi]
const PAGES = [registerImportPages, worklistPages, casePages, acceptancePages, assignmentPages, reviewPages, replyPages, deliveryPages, archivePages, personalDataPages, papersPages, similarPages, splitPages, intakePages, pendingPages]

/** @param letters sets letters; none, as on Cloudflare, when left out */
export async function openDesk(now: string, { letters = null }: { readonly letters?: LetterRenderer | null } = {}): Promise<Desk> {
  const database = await freshDatabase()
  const connection = connect(database.url, 5)
  const clock = fixedClock(now)
  const papers = await openTestFiles()
  const services: Services = {
    db: connection.db, sql: connection.sql, clock, log: silentLog, keyring: createKeyring([{ id: 'test', key: new Uint8Array(32).fill(7) }]), calendar: defaultCalendar(), publicUrl: 'http://localhost:3000', files: papers.files,
  }
  await seedPeople(services)
  const people = (await Promise.all(AUTHORITIES.map(({ id }) => listStaff(services.db, id)))).flat()
  const who = (username: Username) => people.find((one) => one.id === username)!
  const app = deskApp(services, people, letters)
  const send = async (username: Username, path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { 'x-as': username, ...(init.headers as Record<string, string> | undefined) } })
  const json = (method: string, username: Username, path: string, body: unknown) =>
    send(username, path, { method, headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) })
  let filed = 0
  return {
    services,
    clock,
    databaseUrl: database.url,
    papers,
    who,
    ctx: (username) => contextFor(services, who(username)),
    async file({ receivedOn, ...more } = {}) {
      filed += 1
      const matter: Matter = { authorityId: 'shiju', age: 0, stage: 'registered', kind: 'natural_person', channel: 'internet', subject: `第${filed}件申请`, description: `申请公开第${filed}份清单。`, ...more }
      const cast = { window: who('chuangkou'), office: who(matter.authorityId === 'binhe' ? 'binhe' : 'gongkai'), handler: who(matter.handler ?? 'chengban'), reviewer: who(matter.handler === 'chengban2' ? 'keshi2' : 'keshi'), issuer: who('qianfa') }
      return happen(services, matter, cast, workingDaysFrom(services, civilDate(receivedOn ?? now.slice(0, 10)), contextFor(services, who('gongkai')).today), filed)
    },
    storeReply: (number) => storeReply(services, number),
    send,
    get: (username, path, headers = {}) => send(username, path, { headers }),
    post: (username, path, body) => json('POST', username, path, body),
    put: (username, path, body) => json('PUT', username, path, body),
    async submit(username, path, fields, { version, partial, to = path } = {}) {
      const page = await send(username, path)
      const html = await page.text()
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
      const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
      const body = new URLSearchParams({ _csrf: hidden('_csrf'), version: String(version ?? hidden('version')), ...fields })
      return send(username, to, { method: 'POST', body, headers: { cookie, ...(partial ? { 'x-partial': '1' } : {}) } })
    },
    async close() {
      await connection.close()
      await database.drop()
      await papers.remove()
    },
  }
}

function deskApp(services: Services, people: readonly StaffActor[], letters: LetterRenderer | null): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.use(requestIdentity(services.log, () => '127.0.0.1', 0))
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('settings', { secure: false, publicRate: 10_000 })
    c.set('letters', letters)
    c.set('tables', nodeTableReader)
    c.set('staff', people.find((one) => one.id === c.req.header('x-as')) ?? null)
    await next()
  })
  const api = new Hono<WebEnv>()
  for (const part of API) api.route('/', part)
  app.route('/api/v1', api)
  app.use(csrf(services.keyring, false))
  for (const part of PAGES) app.route('/', part)
  app.onError((error, c) => {
    const problem = problemOf(error, 'fixed')
    if (problem.status === 500) throw error
    return c.json(problem, problem.status)
  })
  return app
}

async function seedPeople({ db, sql }: Services): Promise<void> {
  await db.insert(authority).values([...AUTHORITIES])
  await db.insert(unit).values([...UNITS])
  for (const { username, name } of PEOPLE) {
    await sql`insert into "user" (id, name, email, username) values (${username}, ${name}, ${`${username}@staff.invalid`}, ${username})`
  }
  await db.insert(staff).values(PEOPLE.map(({ username, unitId, roles }) => ({ userId: username, unitId, roles: [...roles], authorityId: UNITS.find((one) => one.id === unitId)!.authorityId })))
}

/** The working days from one day to another, that day first even when it is a day off. */
function workingDaysFrom({ calendar }: Services, from: CivilDate, to: CivilDate): CivilDate[] {
  const days = [from]
  for (let day = addWorkingDays(calendar, from, 1).date; day <= to; day = addWorkingDays(calendar, day, 1).date) days.push(day)
  return days
}

async function storeReply(services: Services, number: string): Promise<void> {
  const [row] = await services.sql<{ id: string }[]>`select id from case_file where number = ${number}`
  await services.db.transaction(async (tx) => {
    const loaded = await loadCaseById(tx, row!.id)
    const ctx = contextFor(onDay(services, loaded.state.lastOn), SYSTEM)
    const { letterId } = loaded.state.reply!
    await storeLetter(tx, ctx, letterId, { bytes: new Uint8Array([37]), sha256: new Uint8Array(32), pages: 2 })
    await appendEvents(tx, ctx, loaded, [{ type: 'letter_stored', on: ctx.today, letterId, sha256: '00', pages: 2, size: 1 }])
  })
}

/** What a page says, without its markup. */
export function wordsOf(html: string): string {
  return html.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
}
