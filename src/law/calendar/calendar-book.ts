import type { CivilDate } from '../civil-date.ts'
import { createCalendar, type LocalDayOff, type WorkingCalendar } from '../working-days.ts'
import { PUBLISHED_ARRANGEMENTS, type YearArrangement } from './arrangements.ts'

/** An emergency day off of one authority, or of all of them when `authorityId` is null. */
export interface ScopedDayOff extends LocalDayOff {
  readonly authorityId: string | null
}

/**
 * The calendars of one installation at one revision of what its administrators declared. Immutable.
 *
 * Reading: a local government's day off holds where it was declared. An authority without days off of its own counts in the
 * calendar that all share.
 */
export interface CalendarBook {
  /** 0: nothing was ever declared, the arrangements that come with the software hold. */
  readonly revision: number
  /** In force, one per year, in order of years. */
  readonly arrangements: readonly YearArrangement[]
  readonly daysOff: readonly ScopedDayOff[]
  /** What all authorities share. */
  readonly common: WorkingCalendar
  of(authorityId: string): WorkingCalendar
}

/** A year as imported. A later import of the same year supersedes it. */
export interface ImportedYear extends YearArrangement {
  readonly revision: number
}

/** A day off as declared, and taken back when `revokedRevision` is not null. */
export interface DeclaredDayOff extends ScopedDayOff {
  readonly id: string
  readonly declaredRevision: number
  readonly revokedRevision: number | null
}

/** Everything that was ever declared: from it the calendar of any past revision can be told. */
export interface CalendarHistory {
  readonly revision: number
  readonly imports: readonly ImportedYear[]
  readonly daysOff: readonly DeclaredDayOff[]
}

/** Nothing but what comes with the software. */
export const EMPTY_HISTORY: CalendarHistory = { revision: 0, imports: [], daysOff: [] }

/** The calendars as they stood at a revision; without one, as they stand. */
export function bookAt(history: CalendarHistory, revision: number = history.revision): CalendarBook {
  const years = new Map(PUBLISHED_ARRANGEMENTS.map((each) => [each.year, each]))
  const imported = history.imports.filter((each) => each.revision <= revision).sort((a, b) => a.revision - b.revision)
  for (const { year, notice, off, work } of imported) years.set(year, { year, notice, off, work })
  const daysOff = history.daysOff.filter((day) => standsAt(day, revision))
  return createBook(revision, [...years.values()], daysOff)
}

function standsAt({ declaredRevision, revokedRevision }: DeclaredDayOff, revision: number): boolean {
  return declaredRevision <= revision && (revokedRevision === null || revokedRevision > revision)
}

/** Builds the calendars of one revision. Those of single authorities are made when they are first asked for. */
export function createBook(revision: number, years: readonly YearArrangement[], daysOff: readonly ScopedDayOff[]): CalendarBook {
  const arrangements = [...years].sort((a, b) => a.year - b.year)
  const holdsFor = (authorityId: string | null) =>
    daysOff.filter((day) => day.authorityId === null || day.authorityId === authorityId).map(({ date, name }) => ({ date, ...(name === undefined ? {} : { name }) }))
  const common = createCalendar(arrangements, holdsFor(null))
  const own = new Map<string, WorkingCalendar>()
  for (const { authorityId } of daysOff) {
    if (authorityId !== null && !own.has(authorityId)) own.set(authorityId, createCalendar(arrangements, holdsFor(authorityId)))
  }
  return { revision, arrangements, daysOff, common, of: (authorityId) => own.get(authorityId) ?? common }
}

/** The last day of the years whose arrangement is known; from the next day on dates are provisional. */
export function knownUntil(calendar: WorkingCalendar): CivilDate {
  return `${calendar.lastYear}-12-31` as CivilDate
}
