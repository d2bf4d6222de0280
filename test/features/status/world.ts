import { afterAll, beforeAll, beforeEach } from 'vitest'
import { APPLICANT, type StaffActor } from '#case/actor.ts'
import type { Role } from '#case/roles.ts'
import type { Filed } from '#features/intake/index.ts'
import { statusApi, statusPages } from '#features/status/index.ts'
import { contextFor, type Ctx, type StaffCtx } from '#store/context.ts'
import { openTestFiles, type TestFiles } from '#test/support/files.ts'
import { freshDatabase, type FreshDatabase } from '#test/support/postgres.ts'
import { CITY, publicWorld, twoAuthorities, type PublicWorld } from '../portal/harness.ts'
import { visitor, type Answer, type Visitor } from '../portal/visitor.ts'
import { fileOne } from './cases.ts'

/** The status doors over one database, with an office, a handler, and a case that was filed on 2026-11-02 at 21:14. */
export interface StatusWorld extends PublicWorld {
  readonly databaseUrl: string
  readonly papers: TestFiles
  /** The case of this test, new for each. */
  readonly filed: Filed
  /** Another case in its place, filed now. */
  fileAgain(): Promise<Filed>
  /** A browser that has seen the form. */
  readonly browser: Visitor
  /** Number and code typed in. */
  enter(of?: Filed, by?: Visitor): Promise<Answer>
  page(): Promise<string>
  applicant(): Ctx<typeof APPLICANT>
  office(role?: Role): StaffCtx
  api(path: string, body: unknown, headers?: Record<string, string>): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Record<string, any> }>
}

const PEOPLE: Readonly<Record<string, { readonly id: string; readonly name: string; readonly unitId: string }>> = {
  disclosure_officer: { id: 'officer', name: '经办人甲', unitId: 'office' },
  handler: { id: 'handler', name: '承办人甲', unitId: 'traffic' },
}
const UNITS = [{ id: 'office', authority_id: CITY, name: '公开办' }, { id: 'traffic', authority_id: CITY, name: '交通管理支队' }]

/** Sets the world up around the tests of a file. */
export function statusWorld(): StatusWorld {
  let database: FreshDatabase
  let world: PublicWorld
  let papers: TestFiles
  let filed: Filed
  let browser: Visitor
  beforeAll(async () => {
    database = await freshDatabase()
    papers = await openTestFiles()
    world = publicWorld(database.url, { pages: [statusPages], apis: [statusApi], files: papers.files })
    await twoAuthorities(world.services)
    const { sql } = world.services
    await sql`insert into unit ${sql(UNITS)}`
    for (const [role, { id, name, unitId }] of Object.entries(PEOPLE)) {
      await sql`insert into "user" (id, name, email) values (${id}, ${name}, ${`${id}@example.com`})`
      await sql`insert into staff (user_id, authority_id, unit_id, roles, active) values (${id}, ${CITY}, ${unitId}, ${[role]}, true)`
    }
  })
  afterAll(async () => {
    await world.close()
    await database.drop()
    await papers.remove()
  })
  beforeEach(async () => {
    world.setNow('2026-11-02T13:14:00.000Z')
    filed = await fileOne(world.services)
    browser = visitor(world.app)
    await browser.get('/status')
  })
  return {
    get services() { return world.services },
    get app() { return world.app },
    get databaseUrl() { return database.url },
    get papers() { return papers },
    get filed() { return filed },
    get browser() { return browser },
    fileAgain: async () => (filed = await fileOne(world.services)),
    setNow: (moment) => world.setNow(moment),
    close: () => world.close(),
    enter: (of = filed, by = browser) => by.post('/status', { number: of.number, queryCode: of.queryCode }),
    page: async () => (await browser.get(`/status/${filed.number}`)).html,
    applicant: () => contextFor(world.services, APPLICANT),
    office: (role = 'disclosure_officer') => contextFor(world.services, staffActor(role)),
    async api(path, body, headers = {}) {
      const response = await world.app.request(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
      return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, any> }
    },
  }
}

function staffActor(role: Role): StaffActor {
  const { id, name, unitId } = PEOPLE[role]!
  return { kind: 'staff', id, name, authorityId: CITY, unitId, unitName: UNITS.find((unit) => unit.id === unitId)!.name, roles: [role] }
}
