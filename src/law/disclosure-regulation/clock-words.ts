import {
  formatDateWithWeekday,
  formatDay,
  formatShort,
  partsOf,
  yearOf,
  type CivilDate,
} from '../civil-date.ts'
import type { WorkingCalendar } from '../working-days.ts'
import type { Due } from './clock-due.ts'

/** 9月25日至27日, 9月29日至10月5日, or the one day. */
export function formatRange(from: CivilDate, to: CivilDate): string {
  if (from === to) return formatDay(from)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${formatDay(from)}至${sameMonth ? `${partsOf(to).day}日` : formatDay(to)}`
}

/** A date that follows `near` in a sentence: the year is said only when it changes. */
export function formatNear(date: CivilDate, near: CivilDate): string {
  return yearOf(date) === yearOf(near) ? formatShort(date) : formatDateWithWeekday(date)
}

/** 最晚2026年11月30日（周一）答复, with the days off and make-up days after `from`, and whether the date is settled. */
export function dueSentence(calendar: WorkingCalendar, from: CivilDate, due: Due): string {
  if (due.date === null) return ''
  return `最晚${formatDateWithWeekday(due.date)}答复${skippedSentence(calendar, from, due.date)}${provisionalSentence(calendar, due)}`
}

/** 。其间国庆10月1日至7日放假不计，10月10日（周六）调休上班计入; empty when only plain weekends lie between. */
export function skippedSentence(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): string {
  const off: { name: string; first: CivilDate; last: CivilDate }[] = []
  const makeUp: CivilDate[] = []
  let unbroken = false
  for (let day = calendar.dayOn(from).next(); day.date <= to; day = day.next()) {
    const { date, info } = day
    if (info.kind === 'make_up') makeUp.push(date)
    if (info.kind === 'day_off') {
      const name = info.name ?? '临时'
      const open = off.at(-1)
      if (unbroken && open?.name === name) open.last = date
      else off.push({ name, first: date, last: date })
    }
    unbroken = info.kind === 'day_off' || (unbroken && !info.working)
  }
  const parts = [
    ...(off.length > 0 ? [`${off.map(({ name, first, last }) => `${name}${formatRange(first, last)}`).join('、')}放假不计`] : []),
    ...(makeUp.length > 0 ? [`${makeUp.map(formatShort).join('、')}调休上班计入`] : []),
  ]
  return parts.length === 0 ? '' : `。其间${parts.join('，')}`
}

/** Said whenever a date touches a year whose arrangement is not published. */
export function provisionalSentence(calendar: WorkingCalendar, due: Due): string {
  if (!due.provisional || due.date === null) return ''
  return `。${calendar.lastYear + 1}年的放假安排还没有公布，这个日期按周末和法定节日推算，公布后会重新计算`
}
