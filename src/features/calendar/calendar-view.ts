import { desc, eq, sql } from 'drizzle-orm'
import { bookAt, knownUntil, type CalendarBook, type CalendarHistory } from '#law/calendar/calendar-book.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { notFound } from '#platform/errors.ts'
import { listAuthorities } from '#store/authority.ts'
import { readCalendarHistory } from '#store/calendar-history.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { calendarChange, localDayOff, type CalendarChange, type LocalDayOffRow } from '#store/tables/calendar.table.ts'

/** The calendar as everybody may read it: in force, and how it came about. */
export interface CalendarView {
  readonly history: CalendarHistory
  readonly book: CalendarBook
  /** The last day that is not provisional. */
  readonly knownUntil: CivilDate
  /** Standing ones by date, revoked ones after them. */
  readonly daysOff: readonly LocalDayOffRow[]
  /** Newest first. */
  readonly changes: readonly CalendarChange[]
  readonly authorities: readonly Authority[]
}

/** Longer lists tell nobody anything. */
const CHANGES = 50

export async function calendarView(tx: Queryable): Promise<CalendarView> {
  const [history, authorities, daysOff, changes] = await Promise.all([
    readCalendarHistory(tx),
    listAuthorities(tx),
    tx.select().from(localDayOff).orderBy(desc(localDayOff.date)).limit(200),
    tx.select().from(calendarChange).orderBy(desc(calendarChange.revision)).limit(CHANGES),
  ])
  const book = bookAt(history)
  const standing = daysOff.filter((day) => day.revokedRevision === null)
  return { history, book, knownUntil: knownUntil(book.common), daysOff: [...standing, ...daysOff.filter((day) => day.revokedRevision !== null)], changes, authorities }
}

/** @throws AppError not_found, whatever the id looks like */
export async function findDayOff(tx: Queryable, id: string): Promise<LocalDayOffRow> {
  const [row] = await tx.select().from(localDayOff).where(eq(sql`${localDayOff.id}::text`, id))
  if (!row) throw notFound(`local day off ${id}`)
  return row
}

/** The change that brought in a year; null for one that came with the software. */
export function importOf({ history, changes }: CalendarView, year: number): CalendarChange | null {
  const revision = history.imports.filter((each) => each.year === year).at(-1)?.revision
  return changes.find((change) => change.revision === revision) ?? null
}
