import { civilDate, type CivilDate } from '#law/civil-date.ts'
import type { Clock, DayRow } from '#law/clock-types.ts'
import { foldClock, type ClockEvent } from '#law/disclosure-regulation/clock.ts'
import { defaultCalendar, type WorkingCalendar } from '#law/working-days.ts'

/** Short name for a date in tests. */
export const day = civilDate

type Loose<T> = T extends unknown ? { [K in keyof T]: T[K] extends CivilDate | undefined ? string : T[K] } : never

/** Events as a test writes them, with plain texts for dates. */
export type Told = Loose<ClockEvent>

/** The clock of an application received on a day, after these events, as of `today` (default: the last of these days). */
export function clockOf(receivedOn: string, events: readonly Told[] = [], today?: string, calendar?: WorkingCalendar): Clock {
  const folded = fold(receivedOn, events, today, calendar)
  if (!folded.ok) throw new Error(`refused: ${folded.refusal.code} ${folded.refusal.message}`)
  return folded.clock
}

/** The code with which the law refuses these events, or null. */
export function refusalOf(receivedOn: string, events: readonly Told[] = [], today?: string): string | null {
  const folded = fold(receivedOn, events, today)
  return folded.ok ? null : folded.refusal.code
}

export function fold(receivedOn: string, events: readonly Told[], today?: string, calendar: WorkingCalendar = defaultCalendar()) {
  return foldClock({
    receivedOn: day(receivedOn),
    events: events as unknown as readonly ClockEvent[],
    today: day(today ?? events.at(-1)?.on ?? receivedOn),
    calendar,
  })
}

/** The table row of a date. */
export function rowOf(clock: Clock, date: string): DayRow {
  const row = clock.days.find((each) => each.date === date)
  if (!row) throw new Error(`no row for ${date}`)
  return row
}

/** Every text of the working, one a line. */
export function told(clock: Clock): string {
  return clock.working.map(({ text }) => text).join('\n')
}
