import type { CivilDate } from '../civil-date.ts'
import type { DayRow } from '../clock-types.ts'
import { isExcluded, type Window } from './clock-due.ts'
import { quotaOf, type ClockState } from './clock-state.ts'

/** A stretch in which days are counted: after `originOn`, up to and including `until`, at most `quota` of them. */
export interface Stretch {
  readonly originOn: CivilDate
  readonly until: CivilDate
  readonly quota: number
  /** Counted days beyond this one exist only because of an extension. */
  readonly limit: number
  readonly windows: readonly Window[]
}

/** The stretch that is in force, up to a day. A deferred case counts on to its day without a quota (35条). */
export function stretchInForce(state: ClockState, until: CivilDate, windows: readonly Window[]): Stretch {
  const quota = state.deferredUntil === null ? quotaOf(state) : Number.MAX_SAFE_INTEGER
  return { originOn: state.originOn, until, quota, limit: state.deferredUntil === null ? state.limit : quota, windows }
}

/** A longer table than this tells nobody anything; the rows end here, the dates of the clock do not. */
export const MOST_ROWS = 1500

/**
 * Every day from receipt to `last`, as a court would want to read it. Days that no stretch counts (before a restart, while a
 * correction is awaited, after the due date) keep their kind and have no figure.
 */
export function dayRows(state: ClockState, stretches: readonly Stretch[], last: CivilDate): readonly DayRow[] {
  const rows: DayRow[] = []
  const counts = stretches.map(() => 0)
  for (let day = state.calendar.dayOn(state.receivedOn); day.date <= last && rows.length < MOST_ROWS; day = day.next()) {
    const { date, info } = day
    const index = stretches.findIndex(({ originOn, until }) => originOn < date && date <= until)
    const stretch = stretches[index]
    const counted = counts[index] ?? 0
    const within = stretch !== undefined && info.working && counted < stretch.quota
    const excluded = within && isExcluded(stretch.windows, date)
    const count = within && !excluded ? counted + 1 : null
    if (count !== null) counts[index] = count
    rows.push({
      date,
      kind: date === state.receivedOn ? 'receipt' : excluded ? 'excluded' : info.kind,
      count,
      extension: count !== null && stretch !== undefined && count > stretch.limit,
      name: info.kind === 'day_off' ? info.name : null,
    })
  }
  return rows
}
