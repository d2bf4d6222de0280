import { asc, sql } from 'drizzle-orm'
import { bookAt, type CalendarBook, type CalendarHistory } from '#law/calendar/calendar-book.ts'
import { civilDate } from '#law/civil-date.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { calendarArrangement, calendarChange, localDayOff } from './tables/calendar.table.ts'

/** Everything that administrators declared. A few rows a year, so all of it is read. */
export async function readCalendarHistory(tx: Queryable): Promise<CalendarHistory> {
  const revision = await calendarRevision(tx)
  const imports = await tx.select().from(calendarArrangement).orderBy(asc(calendarArrangement.revision))
  const daysOff = await tx.select().from(localDayOff).orderBy(asc(localDayOff.declaredRevision), asc(localDayOff.id))
  return {
    revision,
    imports: imports.map(({ off, work, ...each }) => ({ ...each, off: off.map(civilDate), work: work.map(civilDate) })),
    daysOff,
  }
}

/** The revision now; 0 when nothing was ever declared. */
export async function calendarRevision(tx: Queryable): Promise<number> {
  const [row] = await tx.select({ revision: sql<number>`coalesce(max(${calendarChange.revision}), 0)::int` }).from(calendarChange)
  return row!.revision
}

/** The calendars in force. */
export async function readCalendarBook(tx: Queryable): Promise<CalendarBook> {
  return bookAt(await readCalendarHistory(tx))
}
