import type { DayChange } from '#law/calendar/day-changes.ts'
import { addDays, type CivilDate } from '#law/civil-date.ts'

/** Days in a row that change in the same way. */
export interface DayRun {
  readonly first: CivilDate
  readonly last: CivilDate
  readonly working: boolean
  readonly makeUp: boolean
  /** Of the holiday that the days belong to, or belonged to. */
  readonly name: string | null
}

/** Draws neighbouring days together, in order of dates. */
export function dayRuns(days: readonly DayChange[]): readonly DayRun[] {
  const runs: DayRun[] = []
  for (const { date, before, after } of days) {
    const day = { working: after.working, makeUp: after.kind === 'make_up', name: after.name ?? before.name }
    const open = runs.at(-1)
    const goesOn = open !== undefined && addDays(open.last, 1) === date && open.working === day.working && open.makeUp === day.makeUp && open.name === day.name
    if (goesOn) runs[runs.length - 1] = { ...open, last: date }
    else runs.push({ first: date, last: date, ...day })
  }
  return runs
}
