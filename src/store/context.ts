import type { Actor, StaffActor } from '#case/actor.ts'
import type { CalendarBook } from '#law/calendar/calendar-book.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Instant } from '#law/instant.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { today, type Clock } from '#platform/clock.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Database, Sql } from '#platform/db/connect.ts'
import type { Files } from '#platform/files/port.ts'
import type { Log } from '#platform/log.ts'

/** What every verb may use; built once per process by `main.*`. */
export interface Services {
  readonly db: Database
  readonly sql: Sql
  readonly clock: Clock
  readonly keyring: Keyring
  readonly log: Log
  /** What all authorities share, as of now; in a context that of the actor's authority, the same for the whole action. */
  readonly calendar: WorkingCalendar
  /** The calendars of single authorities. Without them every authority counts in `calendar`. */
  readonly calendars?: CalendarBook
  /** Origin under which people reach the system, without a trailing slash: for links and QR codes. */
  readonly publicUrl: string
  /** Where papers are kept and how they are checked; a runtime without it (Cloudflare Workers) takes none. */
  readonly files?: Files
  /** By which ways applicants are sent messages; a runtime that does not know says nothing of them. */
  readonly messageWays?: { readonly email: boolean; readonly sms: boolean }
}

/** Services, plus who acts and when. Made once per request or job, so that one action has one moment. */
export interface Ctx<A extends Actor = Actor> extends Services {
  readonly actor: A
  readonly now: Instant
  readonly today: CivilDate
}

export type StaffCtx = Ctx<StaffActor>

export function contextFor<A extends Actor>(services: Services, actor: A): Ctx<A> {
  const ctx: Ctx<A> = { ...services, actor, now: services.clock.now(), today: today(services.clock) }
  return actor.kind === 'staff' ? atAuthority(ctx, actor.authorityId) : ctx
}

/** The calendar in which an authority counts. */
export function calendarFor({ calendar, calendars }: Pick<Services, 'calendar' | 'calendars'>, authorityId: string): WorkingCalendar {
  return calendars?.of(authorityId) ?? calendar
}

/** The same context counting in the calendar of an authority: for applicants and jobs, once it is known whose case it is. */
export function atAuthority<C extends Ctx>(ctx: C, authorityId: string): C {
  return { ...ctx, calendar: calendarFor(ctx, authorityId) } as C
}
