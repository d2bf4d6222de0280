/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { addDays, addMonths, dateOf, formatDateWithWeekday, partsOf, weekday, type CivilDate } from '#law/civil-date.ts'
import type { DayInfo, WorkingCalendar } from '#law/working-days.ts'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const WEEK = ['一', '二', '三', '四', '五', '六', '日'] as const

/** A year as twelve small months. What is off or worked by arrangement carries a word, never a colour alone. */
export function YearGrid({ year, calendar, today }: { year: number; calendar: WorkingCalendar; today: CivilDate }) {
  return (
    <div class="zx-year">
      {MONTHS.map((month) => <Month year={year} month={month} calendar={calendar} today={today} />)}
    </div>
  )
}

function Month({ year, month, calendar, today }: { year: number; month: number; calendar: WorkingCalendar; today: CivilDate }) {
  const weeks = weeksOf(year, month)
  return (
    <table class="zx-month">
      <caption>{month}月</caption>
      <thead><tr>{WEEK.map((name) => <th scope="col">{name}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week) => <tr>{week.map((date) => (date === null ? <td></td> : <Day date={date} info={calendar.kindOf(date)} today={date === today} />))}</tr>)}
      </tbody>
    </table>
  )
}

const WORDS: Partial<Record<DayInfo['kind'], string>> = { day_off: '休', make_up: '班' }

function Day({ date, info, today }: { date: CivilDate; info: DayInfo; today: boolean }) {
  const word = WORDS[info.kind]
  const title = word === undefined ? undefined : `${formatDateWithWeekday(date)}${info.kind === 'make_up' ? '调休上班' : `${info.name ?? ''}放假`}`
  return (
    <td class={`zx-date zx-date-${info.kind.replace('_', '-')}`} aria-current={today ? 'date' : undefined} title={title}>
      {partsOf(date).day}{word}
    </td>
  )
}

/** Monday first; null before the first and after the last. */
function weeksOf(year: number, month: number): (CivilDate | null)[][] {
  const first = dateOf(year, month, 1)
  const days: (CivilDate | null)[] = Array.from({ length: (weekday(first) + 6) % 7 }, () => null)
  for (let date = first; date < addMonths(first, 1); date = addDays(date, 1)) days.push(date)
  while (days.length % 7 > 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7))
}
