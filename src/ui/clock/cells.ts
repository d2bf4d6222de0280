import { addDays, compareDates, weekday, type CivilDate } from '#law/civil-date.ts'
import type { Clock, DayRow } from '#law/clock-types.ts'

/** How one day cell looks. `gap` is a run of days off: a dot for a weekend, a name for a holiday. */
export type CellLook = 'receipt' | 'counted' | 'ahead' | 'excluded' | 'gap'

export interface Cell {
  readonly look: CellLook
  readonly date: CivilDate
  /** Last day of the cell; differs from `date` only in a gap. */
  readonly until: CivilDate
  readonly count: number | null
  readonly makeUp: boolean
  readonly extension: boolean
  /** Name of the holiday of a gap, or null for a plain weekend. */
  readonly holiday: string | null
  readonly due: boolean
  readonly formerDue: boolean
  /** The line of today stands in or right behind this cell. */
  readonly today: boolean
  readonly ended: boolean
}

const isOff = (row: DayRow) => row.kind === 'weekend' || row.kind === 'day_off'

/** True while the clock counts: only then is there a day that is left. */
export function isRunning(clock: Clock): boolean {
  return clock.status === 'running' || clock.status === 'deferred'
}

/** True once nothing is counted any more. */
export function isOver(clock: Clock): boolean {
  return clock.status === 'ended' || clock.status === 'lapsed'
}

function lookOf(row: DayRow, today: CivilDate): CellLook {
  if (row.kind === 'receipt') return 'receipt'
  if (row.kind === 'excluded' || row.count === null) return 'excluded'
  return compareDates(row.date, today) <= 0 ? 'counted' : 'ahead'
}

/** Day rows as cells: days off folded into gaps, the special days marked. */
export function cellsOf(clock: Clock, today: CivilDate): readonly Cell[] {
  const rows = clock.days
  const cells: Cell[] = []
  for (let at = 0; at < rows.length; ) {
    const first = rows[at]!
    let last = first
    let next = at + 1
    if (isOff(first)) while (next < rows.length && isOff(rows[next]!)) last = rows[next++]!
    const run = rows.slice(at, next)
    const within = (date: CivilDate | null) => date !== null && compareDates(first.date, date) <= 0 && compareDates(date, last.date) <= 0
    cells.push({
      look: isOff(first) ? 'gap' : lookOf(first, clock.endedOn ?? today),
      date: first.date,
      until: last.date,
      count: first.count,
      makeUp: first.kind === 'make_up',
      extension: first.extension,
      holiday: holidayOf(run),
      due: within(clock.dueOn),
      formerDue: within(clock.originalDueOn) && clock.originalDueOn !== clock.dueOn,
      today: !isOver(clock) && within(today) && first.kind !== 'receipt',
      ended: within(clock.endedOn),
    })
    at = next
  }
  return cells
}

function holidayOf(run: readonly DayRow[]): string | null {
  const off = run.filter((row) => row.kind === 'day_off')
  if (off.length === 0) return null
  return off.find((row) => row.name !== null)?.name ?? '放假'
}

/** Today lies behind the last drawn day: overdue, or stopped some time ago. */
export function todayIsBehind(clock: Clock, today: CivilDate): boolean {
  const last = clock.days.at(-1)
  return !isOver(clock) && last !== undefined && compareDates(today, last.date) > 0
}

/** Monday of the week of a date, for the strip that wraps by week. */
export function weekOf(date: CivilDate): CivilDate {
  return addDays(date, -((weekday(date) + 6) % 7))
}
