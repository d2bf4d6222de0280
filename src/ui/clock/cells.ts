import { addDays, compareDates, weekday, type CivilDate } from '#law/civil-date.ts'
import type { Clock, DayRow } from '#law/clock-types.ts'

/**
 * How one day cell looks. `origin` is the day of a restart (补正收到、缴费); `late` a working day after the due day;
 * `gap` a run of days off: a dot for a weekend, a name for a holiday.
 */
export type CellLook = 'receipt' | 'origin' | 'counted' | 'ahead' | 'excluded' | 'late' | 'gap'

export interface Cell {
  readonly look: CellLook
  readonly date: CivilDate
  /** Last day of the cell; differs from `date` only in a gap. */
  readonly until: CivilDate
  readonly count: number | null
  readonly makeUp: boolean
  readonly extension: boolean
  /** Why an excluded day is not counted: an opinion is asked, the clock stands, or the count was begun anew. */
  readonly why: 'consulting' | 'waiting' | 'restart' | null
  /** Name of the holiday of a gap, or null for a plain weekend. */
  readonly holiday: string | null
  readonly due: boolean
  readonly formerDue: boolean
  /** The line of today stands in or right behind this cell. */
  readonly today: boolean
  readonly ended: boolean
}

/** More late days than this are not drawn: the figure beside them says how many there are. */
const LATE_DRAWN = 10

const isOff = (row: DayRow) => row.kind === 'weekend' || row.kind === 'day_off'
const isAfter = (date: CivilDate, limit: CivilDate | null) => limit !== null && compareDates(date, limit) > 0

/** True once nothing is counted any more. */
export function isOver(clock: Clock): boolean {
  return clock.status === 'ended' || clock.status === 'lapsed'
}

/** True while the clock stands still and has no due day. */
export function isStopped(clock: Clock): boolean {
  return !isOver(clock) && clock.dueOn === null
}

function lookOf(clock: Clock, row: DayRow, reached: CivilDate): CellLook {
  if (row.kind === 'receipt') return 'receipt'
  if (row.date === clock.originOn) return 'origin'
  if (row.count !== null) return isAfter(row.date, reached) ? 'ahead' : 'counted'
  return row.kind !== 'excluded' && isAfter(row.date, clock.dueOn) ? 'late' : 'excluded'
}

function whyOf(clock: Clock, row: DayRow): Cell['why'] {
  if (row.kind === 'excluded') return 'consulting'
  return compareDates(row.date, clock.originOn) < 0 ? 'restart' : 'waiting'
}

function holidayOf(run: readonly DayRow[]): string | null {
  const off = run.filter((row) => row.kind === 'day_off')
  if (off.length === 0) return null
  return off.find((row) => row.name !== null)?.name ?? '放假'
}

/** The rows that are drawn: a stopped clock ends today unless its outlook is wanted, and late days are cut short. */
function drawn(clock: Clock, today: CivilDate, outlook: boolean): readonly DayRow[] {
  const rows = isStopped(clock) && !outlook ? clock.days.filter((row) => !isAfter(row.date, today)) : clock.days
  const late = rows.filter((row) => isAfter(row.date, clock.dueOn) && row.count === null && !isOff(row))
  const last = late[LATE_DRAWN - 1]
  return last === undefined ? rows : rows.filter((row) => !isAfter(row.date, last.date))
}

/** Day rows as cells: days off folded into gaps, the special days marked. `outlook` keeps what lies ahead of a stop. */
export function cellsOf(clock: Clock, today: CivilDate, { outlook = false }: { outlook?: boolean } = {}): readonly Cell[] {
  const rows = drawn(clock, today, outlook)
  const cells: Cell[] = []
  for (let at = 0; at < rows.length; ) {
    const first = rows[at]!
    let next = at + 1
    if (isOff(first)) while (next < rows.length && isOff(rows[next]!)) next += 1
    const run = rows.slice(at, next)
    const until = run.at(-1)!.date
    const within = (date: CivilDate | null) => date !== null && compareDates(first.date, date) <= 0 && compareDates(date, until) <= 0
    const look = isOff(first) ? 'gap' : lookOf(clock, first, clock.endedOn ?? today)
    cells.push({
      look,
      date: first.date,
      until,
      count: first.count,
      makeUp: first.kind === 'make_up',
      extension: first.extension,
      why: look === 'excluded' ? whyOf(clock, first) : null,
      holiday: holidayOf(run),
      due: within(clock.dueOn),
      formerDue: within(clock.originalDueOn) && clock.originalDueOn !== clock.dueOn,
      today: !isOver(clock) && within(today) && look !== 'receipt',
      ended: within(clock.endedOn),
    })
    at = next
  }
  return cells
}

/** Working days that have passed since the due day, drawn or not; none on a weekend right behind it. */
export function lateDays(clock: Clock): number {
  const rows = clock.days.filter((row) => isAfter(row.date, clock.dueOn) && row.count === null && !isOff(row)).length
  // The rows of a case that is years overdue are cut; the clock itself counts on.
  return rows === 0 ? 0 : Math.max(rows, -(clock.remainingWorkingDays ?? 0))
}

/** Today lies behind the last drawn day: long overdue. */
export function todayIsBehind(clock: Clock, today: CivilDate): boolean {
  const last = cellsOf(clock, today).at(-1)
  return !isOver(clock) && last !== undefined && isAfter(today, last.until)
}

/** Monday of the week of a date, for the strip that wraps by week. */
export function weekOf(date: CivilDate): CivilDate {
  return addDays(date, -((weekday(date) + 6) % 7))
}
