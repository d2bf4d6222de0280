import { formatDate, formatDateWithWeekday, formatShort, yearOf, type CivilDate } from '#law/civil-date.ts'
import type { Citation } from '#law/citation.ts'
import type { Clock } from '#law/clock-types.ts'

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

/** 10月26日至11月6日. */
export function dateRange(from: CivilDate, to: CivilDate): string {
  const end = yearOf(from) === yearOf(to) ? formatDate(to).slice(5) : formatDate(to)
  return `${formatDate(from).slice(5)}至${end}`
}

const bare = (text: string) => text.replace(/[。；]$/u, '')

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
  const facts = clock.working.map((step) => bare(step.text)).join('；')
  const cites = citesOf(clock)
  if (clock.dueOn !== null && (clock.status === 'running' || clock.status === 'deferred')) {
    return { before: facts === '' ? '最晚' : `${facts}，所以最晚`, date: nearDate(clock.dueOn, today), after: '答复。', cites }
  }
  if (clock.status === 'ended' || clock.status === 'lapsed') return { before: facts === '' ? '期限已结束。' : `${facts}。`, date: '', after: '', cites }
  const resumed = clock.ifResumedTodayDueOn === null ? '' : `如果今天恢复，最晚${nearDate(clock.ifResumedTodayDueOn, today)}`
  const latest = clock.latestPossibleDueOn === null ? '' : `最迟不超过${nearDate(clock.latestPossibleDueOn, today)}`
  const outlook = [resumed, latest].filter((text) => text !== '').join('；')
  return { before: `${facts === '' ? '' : `${facts}。`}期限不走。${outlook}`, date: '', after: outlook === '' ? '' : '。', cites }
}

/** The sentence as plain text: the name of the ribbon for assistive technology. */
export function clockSentenceText(clock: Clock, today: CivilDate): string {
  const { before, date, after } = clockSentence(clock, today)
  return before + date + after
}

/** 征求第三方意见 and the like: why the days of this clock are not counted. */
export function reasonNotCounted(clock: Clock): string {
  if (clock.status === 'awaiting_correction') return '等补正'
  if (clock.status === 'awaiting_payment') return '待缴费'
  return clock.working.some(({ text }) => text.includes('第三方')) ? '征求第三方意见' : '征求意见'
}
