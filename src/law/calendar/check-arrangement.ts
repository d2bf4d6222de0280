import { formatDateWithWeekday, formatDay, isCivilDate, weekday, yearOf, type CivilDate } from '../civil-date.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

/** One year's arrangement as it was typed or sent: the days may be anything. */
export interface ProposedYear {
  readonly year: number
  readonly off: readonly string[]
  readonly work: readonly string[]
}

/** What is wrong, and where: `year`, `off`, `off.3`, `work.0`. */
export interface ArrangementFault {
  readonly path: string
  readonly message: string
}

export interface ArrangementCheck {
  /** Non-empty: the year cannot be used. */
  readonly faults: readonly ArrangementFault[]
  /** What a person should compare with the notice; the year can be used. */
  readonly warnings: readonly string[]
}

/** The Regulation of 2007 is the oldest law that the software knows; nothing is counted before. */
const FIRST_YEAR = 2008
/** As far as lunar days are known, twice over: a bound against slips of the finger. */
const LAST_YEAR = 2099

/**
 * @statute holidays 7 from 2025-01-01
 * 全体公民放假的假日，可合理安排统一放假调休，结合落实带薪年休假等制度，实际形成较长假期。
 *
 * Checks one year of the State Council's arrangement before it is used.
 *
 * Reading: 调休 moves rest from a weekend to a weekday, so a `work` day that is no weekend day says nothing and is a slip; so is
 * a day beyond the years beside it. A statutory holiday that is missing may be an exception of that year, so it only warns.
 * @param known years whose arrangement is already known; there must be no gap before `year`
 */
export function checkArrangement(proposed: ProposedYear, known: ReadonlySet<number>): ArrangementCheck {
  const yearFault = faultOfYear(proposed.year, known)
  if (yearFault !== null) return { faults: [{ path: 'year', message: yearFault }], warnings: [] }
  const faults = [...faultsOfList(proposed, 'off'), ...faultsOfList(proposed, 'work'), ...faultsBetween(proposed)]
  if (proposed.off.length === 0) faults.push({ path: 'off', message: '没有写放假的日期' })
  return { faults, warnings: faults.length > 0 ? [] : warningsOf(proposed) }
}

function faultOfYear(year: number, known: ReadonlySet<number>): string | null {
  if (year < FIRST_YEAR) return `条例从2008年5月1日起施行，${year}年的安排用不上`
  if (year > LAST_YEAR) return `${year}年太远，请核对年份`
  const missing: number[] = []
  for (let each = year - 1; each >= FIRST_YEAR && !known.has(each); each -= 1) missing.unshift(each)
  return missing.length === 0 ? null : `${listYears(missing)}的安排还没有，请先导入`
}

function listYears(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? `${first}年` : `${first}年到${last}年`
}

function faultsOfList({ year, ...lists }: ProposedYear, name: 'off' | 'work'): ArrangementFault[] {
  const list = lists[name]
  return list.flatMap((text, index) => {
    const message = faultOfDay(text, year, list.indexOf(text) < index, name)
    return message === null ? [] : [{ path: `${name}.${index}`, message }]
  })
}

function faultOfDay(text: string, year: number, repeated: boolean, name: 'off' | 'work'): string | null {
  if (!isCivilDate(text)) return `“${text.slice(0, 20)}”不是一个日期，写法像${year}-02-05`
  const said = formatDateWithWeekday(text)
  if (Math.abs(yearOf(text) - year) > 1) return `${said}离${year}年太远，只能写${year - 1}年到${year + 1}年的日期`
  if (repeated) return `${said}写了两次`
  if (name === 'work' && !isWeekend(text)) return `${said}本来就上班，调休上班的日子是周六或者周日`
  return null
}

function faultsBetween({ off, work }: ProposedYear): ArrangementFault[] {
  return work.flatMap((text, index) => {
    if (!off.includes(text) || !isCivilDate(text)) return []
    return [{ path: `work.${index}`, message: `${formatDateWithWeekday(text)}又放假又上班，请删去一处` }]
  })
}

/**
 * Reading: whatever is moved about, the rest gained on weekdays less the rest given up on weekends is the number of statutory
 * holidays (第六条 makes up those on weekends). It held in every year since 2008 but two: 2015 (抗战胜利纪念日) and 2020.
 */
function warningsOf({ year, off, work }: ProposedYear): string[] {
  const holidays = statutoryHolidays(year)
  const missing = holidays.filter(({ date }) => !off.includes(date))
  const gained = off.filter((text) => isCivilDate(text) && !isWeekend(text)).length
  const net = gained - work.length
  return [
    ...(missing.length > 0 ? [`没有写这些法定节日：${missing.map(({ date, name }) => `${name}${formatDay(date)}`).join('、')}`] : []),
    ...(net !== holidays.length
      ? [`放假占了${gained}个周一到周五，调休上班${work.length}天，相减是${net}天；法定节假日是${holidays.length}天，请对照原文`]
      : []),
  ]
}

function isWeekend(date: CivilDate): boolean {
  return weekday(date) === 0 || weekday(date) === 6
}
