import type { StaffActor } from '#case/actor.ts'
import { addUser, listStaff } from '#features/accounts/index.ts'
import { addDays, compareDates, type CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { today } from '#platform/clock.ts'
import type { Services } from '#store/context.ts'
import { authority, unit } from '#store/tables/authority.table.ts'
import { finish, happen, onDay, type Cast } from './history.ts'
import { MATTERS } from './matters.ts'
import { AUTHORITIES, DEMO_PASSWORD, PEOPLE, UNITS } from './people.ts'

/** Carries out what a case has put into the outbox; the jobs do it in real life. */
export type CarryOut = (services: Services, number: string) => Promise<void>

/**
 * Fills an empty database with the demonstration authority, one account per role and cases at every stage.
 * @param carryOut null leaves out the cases that have been delivered, because their letters must exist
 */
export async function seedDemo(services: Services, carryOut: CarryOut | null, only: { readonly cases?: boolean } = {}): Promise<void> {
  await services.db.insert(authority).values([...AUTHORITIES])
  await services.db.insert(unit).values([...UNITS])
  for (const person of PEOPLE) {
    const authorityId = UNITS.find((one) => one.id === person.unitId)!.authorityId
    const added = await addUser(services, { ...person, authorityId, password: DEMO_PASSWORD })
    if (!added.ok) throw new Error(`${person.username}: ${added.refusal.message}`)
  }
  if (only.cases !== false) await seedCases(services, carryOut)
}

async function seedCases(services: Services, carryOut: CarryOut | null): Promise<void> {
  const now = today(services.clock)
  for (const [index, matter] of MATTERS.entries()) {
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
