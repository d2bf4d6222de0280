import { addDays, daysBetween, type CivilDate } from '#law/civil-date.ts'
import { readDate } from '#platform/validation/date.ts'

/** Days typed line by line, with the line of each, for the messages. */
export interface TypedDays {
  readonly days: readonly { readonly text: string; readonly line: number }[]
  readonly errors: readonly string[]
}

const MOST_LINES = 200
/** The longest holiday so far has nine days; a run beyond a month is a slip. */
const LONGEST_RUN = 31
const RANGE = /^(.+?)\s*(?:至|到|—+|–|~|～)\s*(.+)$/

/**
 * Reads one day or one run a line: 2027-02-05, 2月5日, 2027-02-05至2027-02-12, 2月5日至12日. Days without a year belong to the
 * year of the arrangement. Weekdays in brackets and blank lines are skipped.
 */
export function readTypedDays(text: string, year: number): TypedDays {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, words: tidy(line) })).filter(({ words }) => words !== '')
  if (lines.length > MOST_LINES) return { days: [], errors: [`最多写${MOST_LINES}行，现在${lines.length}行`] }
  const days: { text: string; line: number }[] = []
  const errors: string[] = []
  for (const { line, words } of lines) {
    const found = readLine(words, year)
    if (typeof found === 'string') errors.push(`第${line}行${found}`)
    else days.push(...found.map((day) => ({ text: day, line })))
  }
  return { days, errors }
}

/** Full-width signs, remarks in brackets, list marks at the end. */
function tidy(line: string): string {
  return line.normalize('NFKC').replace(/\([^)]*\)/g, '').replace(/[,,;;、。\s]+$/u, '').trim()
}

function readLine(words: string, year: number): readonly CivilDate[] | string {
  const range = RANGE.exec(words)
  if (!range) {
    const day = readDay(words, year, null)
    return day === null ? `“${words.slice(0, 30)}”不是一个日期，写法像${year}-02-05或者2月5日` : [day]
  }
  const first = readDay(range[1]!, year, null)
  const last = first === null ? null : readDay(range[2]!, year, first)
  if (first === null || last === null) return `“${words.slice(0, 30)}”读不懂，写法像2月5日至12日`
  const length = daysBetween(first, last) + 1
  if (length < 1) return `“${words.slice(0, 30)}”的后一天早于前一天`
  if (length > LONGEST_RUN) return `“${words.slice(0, 30)}”有${length}天，太长，请核对`
  return Array.from({ length }, (_, index) => addDays(first, index))
}

/** @param near the first day of the run, whose year and month hold for what is left out */
function readDay(text: string, year: number, near: CivilDate | null): CivilDate | null {
  const full = readDate(text)
  if (full !== null) return full
  const monthDay = /^(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$/.exec(text.trim())
  if (monthDay) return readDate(`${yearOfEnd(year, near, Number(monthDay[1]))}-${monthDay[1]}-${monthDay[2]}`)
  const day = near === null ? null : /^(\d{1,2})\s*日?$/.exec(text.trim())
  return day && near ? readDate(`${near.slice(0, 7)}-${day[1]}`) : null
}

/** 2026-12-30至1月2日 ends in the next year. */
function yearOfEnd(year: number, near: CivilDate | null, month: number): number {
  if (near === null) return year
  const begun = Number(near.slice(0, 4))
  return month < Number(near.slice(5, 7)) ? begun + 1 : begun
}
