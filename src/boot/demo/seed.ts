import { count } from 'drizzle-orm'
import type { StaffActor } from '#case/actor.ts'
import { addUser, listStaff } from '#features/accounts/index.ts'
import { addDays, compareDates, type CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { today } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { listAuthorities } from '#store/authority.ts'
import type { Services } from '#store/context.ts'
import { authority, unit } from '#store/tables/authority.table.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { finish, happen, onDay, type Cast } from './history.ts'
import { MATTERS } from './matters.ts'
import { AUTHORITIES, DEMO_PASSWORD, PEOPLE, UNITS } from './people.ts'
import { seedPublished } from './published.ts'

/** Carries out what a case has put into the outbox; the jobs do it in real life. */
export type CarryOut = (services: Services, number: string) => Promise<void>

/** Can the demonstration be filled in, or has a run been cut off that can be gone on with? Every matter begins with its case. */
export async function demoIsWanting(db: Queryable): Promise<boolean> {
  const [first] = await listAuthorities(db)
  if (!first) return true
  return first.id === AUTHORITIES[0]!.id && (await casesBegun(db)) < MATTERS.length
}

async function casesBegun(db: Queryable): Promise<number> {
  const [row] = await db.select({ n: count() }).from(caseFile)
  return row!.n
}

/**
 * Fills an empty database with the demonstration authority, one account per role and cases at every stage; goes on where an
 * earlier run was cut off.
 * @param carryOut null leaves out the cases that have been delivered, because their letters must exist
 */
export async function seedDemo(services: Services, carryOut: CarryOut | null, only: { readonly cases?: boolean } = {}): Promise<void> {
  await services.db.insert(authority).values([...AUTHORITIES]).onConflictDoNothing()
  await services.db.insert(unit).values([...UNITS]).onConflictDoNothing()
  for (const person of PEOPLE) {
    const authorityId = UNITS.find((one) => one.id === person.unitId)!.authorityId
    const added = await addUser(services, { ...person, authorityId, password: DEMO_PASSWORD })
    if (!added.ok && added.refusal.code !== 'accounts/username-taken') throw new Error(`${person.username}: ${added.refusal.message}`)
  }
  await seedPublished(services, AUTHORITIES[0]!.id)
  if (only.cases !== false) await seedCases(services, carryOut)
}

async function seedCases(services: Services, carryOut: CarryOut | null): Promise<void> {
  const now = today(services.clock)
  const begun = await casesBegun(services.db)
  for (const [index, matter] of MATTERS.entries()) {
    if (index < begun) continue
    const done = matter.stage === 'delivered' || matter.stage === 'archived'
    if (done && !carryOut) continue
    const cast = await castFor(services, matter.authorityId, matter.handler ?? 'chengban')
    const days = lastWorkingDays(services.calendar, now, matter.age)
    const number = await happen(services, matter, cast, days, index + 1)
    if (!done || !carryOut) continue
    const day = days[Math.min(12, days.length - 1)]!
    await carryOut(onDay(services, day), number)
    await finish(services, matter, cast, number, day)
  }
}

/** `count` working days ago first, today (or the last working day before it) last. */
function lastWorkingDays(calendar: WorkingCalendar, now: CivilDate, count: number): CivilDate[] {
  const days: CivilDate[] = []
  for (let day = now; days.length <= count; day = addDays(day, -1)) {
    if (calendar.kindOf(day).working) days.unshift(day)
  }
  return days.filter((day) => compareDates(day, now) <= 0)
}

const HANDLERS = { chengban: '承办人甲', chengban2: '承办人乙' } as const
const REVIEWERS = { chengban: '科室负责人甲', chengban2: '科室负责人乙' } as const

async function castFor(services: Services, authorityId: string, handler: keyof typeof HANDLERS): Promise<Cast> {
  const all = await listStaff(services.db, authorityId)
  const withRole = (role: StaffActor['roles'][number], name?: string) => {
    const found = all.find((one) => one.roles.includes(role) && (name === undefined || one.name === name)) ?? all.find((one) => one.roles.includes(role))
    if (!found) throw new Error(`${authorityId} has nobody as ${role}`)
    return found
  }
  return {
    window: withRole('window_clerk'),
    office: withRole('disclosure_officer'),
    handler: withRole('handler', HANDLERS[handler]),
    reviewer: withRole('section_reviewer', REVIEWERS[handler]),
    issuer: withRole('issuer'),
  }
}
