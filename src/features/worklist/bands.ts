import { and, eq, gte, isNull, lt, type SQL } from 'drizzle-orm'
import type { CivilDate } from '#law/civil-date.ts'
import { addWorkingDays, type WorkingCalendar } from '#law/working-days.ts'
import { caseFile } from '#store/tables/case.table.ts'
import { BADGE_LIMITS } from '#ui/badge.tsx'

/** The colours of the clock (ui.md §2) as a list is sorted by them. `stopped`: no due date, because the clock does not run. */
export const BANDS = { red: '红', amber: '黄', green: '绿', stopped: '停' } as const
export type Band = keyof typeof BANDS

export function isBand(text: string): text is Band {
  return Object.hasOwn(BANDS, text)
}

/** First due dates that are no longer red, and no longer amber: all that a colour needs, so that it can be read off an index. */
export function bandEdges(calendar: WorkingCalendar, today: CivilDate): { readonly amberFrom: CivilDate; readonly greenFrom: CivilDate } {
  return {
    amberFrom: addWorkingDays(calendar, today, BADGE_LIMITS.red + 1).date,
    greenFrom: addWorkingDays(calendar, today, BADGE_LIMITS.amber + 1).date,
  }
}

/** The open cases of one colour. Red takes in what is overdue. */
export function inBand(band: Band, calendar: WorkingCalendar, today: CivilDate): SQL {
  const { amberFrom, greenFrom } = bandEdges(calendar, today)
  const open = eq(caseFile.open, true)
  switch (band) {
    case 'red':
      return and(open, lt(caseFile.dueOn, amberFrom))!
    case 'amber':
      return and(open, gte(caseFile.dueOn, amberFrom), lt(caseFile.dueOn, greenFrom))!
    case 'green':
      return and(open, gte(caseFile.dueOn, greenFrom))!
    case 'stopped':
      return and(open, isNull(caseFile.dueOn))!
  }
}
