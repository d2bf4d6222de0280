import type { CalendarBook } from '#law/calendar/calendar-book.ts'
import type { Connection } from '#platform/db/connect.ts'
import type { Log } from '#platform/log.ts'
import { calendarRevision, readCalendarBook } from './calendar-history.ts'
import type { Services } from './context.ts'
import { operatorText } from './outbox-failure.ts'
import { wakeOn } from './wake.ts'

/** The calendars of one process, kept up with the database. */
export interface LiveCalendar {
  /** An immutable book; another one after a change. */
  readonly book: CalendarBook
  /** Reads again if the database is further on. */
  refresh(): Promise<CalendarBook>
}

/** Reads the calendars in force; call `refresh` or {@link followCalendar} to keep them so. */
export async function openLiveCalendar({ db }: Pick<Connection, 'db'>): Promise<LiveCalendar> {
  let book = await readCalendarBook(db)
  return {
    get book() {
      return book
    },
    async refresh() {
      if ((await calendarRevision(db)) !== book.revision) {
        const read = await readCalendarBook(db)
        if (read.revision > book.revision) book = read
      }
      return book
    },
  }
}

/** Adds the calendars as they are whenever somebody looks; spreading the services takes a snapshot of them. */
export function withCalendar(services: Omit<Services, 'calendar' | 'calendars'>, live: Pick<LiveCalendar, 'book'>): Services {
  return Object.defineProperties({ ...services }, {
    calendar: { enumerable: true, get: () => live.book.common },
    calendars: { enumerable: true, get: () => live.book },
  }) as Services
}

/** Between two looks without being called. */
const POLL_SECONDS = 30

/** Keeps a process's calendar up with the database: at once when a change is announced, and by looking now and then. */
export function followCalendar(connection: Pick<Connection, 'sql'>, live: LiveCalendar, log: Log, pollSeconds = POLL_SECONDS): { stop(): Promise<void> } {
  return wakeOn(connection, { channel: 'calendar', pollSeconds }, async () => {
    await live.refresh().catch((error: unknown) => log.warn('calendar', { problem: operatorText(error) }))
    return 'wait'
  })
}
