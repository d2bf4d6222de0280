import { compareDates, formatDateWithWeekday, formatShort, yearOf, type CivilDate } from '#law/civil-date.ts'
import type { Citation } from '#law/citation.ts'
import type { Clock } from '#law/clock-types.ts'
import { isOver, isStopped, type Cell } from './cells.ts'

/** 最晚答复日 with its reasons, cut where the date is set in bold. */
export interface ClockSentence {
  readonly before: string
  readonly date: string
  readonly after: string
  readonly cites: readonly Citation[]
}

/** 11月30日（周一）, with the year when it is not this year. */
export function nearDate(date: CivilDate, today: CivilDate): string {
  return yearOf(date) === yearOf(today) ? formatShort(date) : formatDateWithWeekday(date)
}

const bare = (text: string) => text.replace(/[。；]$/u, '')
/** The due date that a step led to at its time: only the last one matters here, and it is said once at the end. */
const withoutDue = (text: string) => bare(text.replace(/，(?:所以)?最晚[^，。；]*答复(?:。.*)?$/u, ''))
/** 其间国庆10月1日至7日放假不计 and the like, of the last step that has it. */
const meanwhile = (texts: readonly string[]) => texts.map((text) => /答复。(.+)$/u.exec(text)?.[1]).filter((rest) => rest !== undefined).at(-1)

/** Each citation once, in the order of the working. */
export function citesOf(clock: Clock): readonly Citation[] {
  const seen = new Set<string>()
  return clock.working.flatMap(({ cite }) => {
    const key = JSON.stringify(cite)
    if (cite === null || seen.has(key)) return []
    seen.add(key)
    return [cite]
  })
}

/** The whole clock in one sentence: what was counted and the day that follows from it. */
export function clockSentence(clock: Clock, today: CivilDate): ClockSentence {
  const texts = clock.working.map((step) => step.text)
  const facts = texts.map(withoutDue).join('；')
  const cites = citesOf(clock)
  if (clock.dueOn !== null && !isOver(clock) && !clock.overdue) {
    const rest = meanwhile(texts)
    return { before: facts === '' ? '最晚' : `${facts}，所以最晚`, date: nearDate(clock.dueOn, today), after: rest === undefined ? '答复。' : `答复。${bare(rest)}。`, cites }
  }
  const outlook = isStopped(clock) && !facts.includes('如果今天') ? outlookOf(clock, today) : ''
  return { before: `${facts === '' ? '' : `${facts}。`}${outlook}`, date: '', after: '', cites }
}

/** 期限不走。如果今天恢复，最晚…；最迟不超过…。 */
function outlookOf(clock: Clock, today: CivilDate): string {
  const resumed = clock.ifResumedTodayDueOn === null ? '' : `如果今天恢复，最晚${nearDate(clock.ifResumedTodayDueOn, today)}`
  const latest = clock.latestPossibleDueOn === null ? '' : `最迟不超过${nearDate(clock.latestPossibleDueOn, today)}`
  const outlook = [resumed, latest].filter((text) => text !== '').join('；')
  return `期限不走。${outlook === '' ? '' : `${outlook}。`}`
}

/** The sentence as plain text: the name of the ribbon for assistive technology. */
export function clockSentenceText(clock: Clock, today: CivilDate): string {
  const { before, date, after } = clockSentence(clock, today)
  return before + date + after
}

/** Why one day is not counted: 征求第三方意见 (read from the step before it), 等补正, 待缴费, 重新计算以前. */
export function reasonNotCounted(clock: Clock, cell: Pick<Cell, 'date' | 'why'>): string {
  if (cell.why === 'restart') return '重新计算以前'
  if (cell.why === 'waiting') return clock.status === 'awaiting_payment' ? '待缴费' : clock.status === 'awaiting_correction' ? '等补正' : '期限不走'
  const asked = clock.working.filter(({ on, text }) => compareDates(on, cell.date) < 0 && /征求.+意见/u.test(text)).at(-1)
  return /征求.+?意见/u.exec(asked?.text ?? '')?.[0] ?? '征求意见'
}
