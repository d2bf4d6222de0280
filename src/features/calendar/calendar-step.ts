import { bookAt, type CalendarBook, type CalendarHistory } from '#law/calendar/calendar-book.ts'
import { dayChanges, spanOf, type DayChange } from '#law/calendar/day-changes.ts'
import type { CivilDate } from '#law/civil-date.ts'

/** One change of the calendar: what it is called in events, the calendars before and after it, and whom it may concern. */
export interface CalendarStep {
  readonly id: string
  readonly reason: string
  readonly before: CalendarBook
  readonly after: CalendarBook
  /** Null: no day counts differently. */
  readonly reach: Reach | null
}

export interface Reach {
  readonly span: { readonly first: CivilDate; readonly last: CivilDate }
  /** Null: every authority. */
  readonly authorityIds: readonly string[] | null
}

/** The step from the revision before to `revision`. */
export function stepTo(history: CalendarHistory, change: { readonly revision: number; readonly id: string; readonly reason: string; readonly years: readonly number[] }): CalendarStep {
  const before = bookAt(history, change.revision - 1)
  const after = bookAt(history, change.revision)
  return { id: change.id, reason: change.reason, before, after, reach: reachOf(before, after, change.years) }
}

function reachOf(before: CalendarBook, after: CalendarBook, years: readonly number[]): Reach | null {
  const common = dayChanges(before.common, after.common, years)
  const own = ownCalendars(before, after).map((authorityId) => ({ authorityId, days: dayChanges(before.of(authorityId), after.of(authorityId), years) }))
  const concerned = own.filter(({ days }) => days.length > 0)
  const span = spanOf([...common, ...concerned.flatMap(({ days }) => days)].map(({ date }) => date))
  return span === null ? null : { span, authorityIds: common.length > 0 ? null : concerned.map(({ authorityId }) => authorityId) }
}

/** Authorities with days off of their own, before or after. */
function ownCalendars(before: CalendarBook, after: CalendarBook): string[] {
  return [...new Set([...before.daysOff, ...after.daysOff].flatMap(({ authorityId }) => (authorityId === null ? [] : [authorityId])))]
}

/** Days that are worked in one calendar and not in the other, for people to compare with the notice. */
export function movedDays({ before, after }: Pick<CalendarStep, 'before' | 'after'>, years: readonly number[], authorityId: string | null): readonly DayChange[] {
  const [was, is] = authorityId === null ? [before.common, after.common] : [before.of(authorityId), after.of(authorityId)]
  return dayChanges(was, is, years).filter((change) => change.before.working !== change.after.working)
}
