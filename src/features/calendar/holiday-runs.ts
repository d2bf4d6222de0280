import type { YearArrangement } from '#law/calendar/arrangements.ts'
import { addDays, daysBetween, formatDay, formatShort, type CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'

/** One holiday as a notice words it: 春节, 2月15日至23日放假9天, 2月14日上班. */
export interface HolidayRun {
  readonly name: string
  readonly first: CivilDate
  readonly last: CivilDate
  readonly days: number
  /** The weekend days that are worked for it. */
  readonly work: readonly CivilDate[]
}

/** The unbroken runs of days off of a year; each make-up day stands with the run that is nearest to it. */
export function holidayRuns({ off, work }: Pick<YearArrangement, 'off' | 'work'>, calendar: WorkingCalendar): readonly HolidayRun[] {
  const runs: { first: CivilDate; last: CivilDate; work: CivilDate[] }[] = []
  for (const date of [...off].sort()) {
    const open = runs.at(-1)
    if (open && addDays(open.last, 1) === date) open.last = date
    else runs.push({ first: date, last: date, work: [] })
  }
  for (const date of [...work].sort()) nearest(runs, date)?.work.push(date)
  return runs.map(({ first, last, work: worked }) => ({ name: calendar.kindOf(first).name ?? '放假', first, last, days: daysBetween(first, last) + 1, work: worked }))
}

function nearest<R extends { readonly first: CivilDate; readonly last: CivilDate }>(runs: readonly R[], date: CivilDate): R | undefined {
  const away = ({ first, last }: R) => Math.min(Math.abs(daysBetween(first, date)), Math.abs(daysBetween(last, date)))
  return runs.reduce<R | undefined>((best, run) => (best === undefined || away(run) < away(best) ? run : best), undefined)
}

/** 2月15日至23日, 9月25日至27日, 12月31日至1月2日, or one day with its weekday. */
export function runText({ first, last }: Pick<HolidayRun, 'first' | 'last'>): string {
  if (first === last) return formatShort(first)
  return `${formatDay(first)}至${first.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))}日` : formatDay(last)}`
}
