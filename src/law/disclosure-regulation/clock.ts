import { art } from '../citation.ts'
import { addMonths, compareDates, formatDate, laterOf, type CivilDate } from '../civil-date.ts'
import type { Clock } from '../clock-types.ts'
import { refuse, type Outcome, type Refused } from '../refusal.ts'
import type { WorkingCalendar } from '../working-days.ts'
import { correctionArticle } from './art30-correction.ts'
import { applyEvent } from './clock-apply.ts'
import type { ClockEvent } from './clock-events.ts'
import { settle } from './clock-settle.ts'
import { dueOf, openClock, tell, type ClockState } from './clock-state.ts'
import { readClock } from './clock-view.ts'
import { dueSentence, formatNear } from './clock-words.ts'
import { regulationAt } from './version.ts'

export type { ClockEvent } from './clock-events.ts'

/** What the clock of a case is computed from. Nothing else enters. */
export interface ClockInput {
  readonly receivedOn: CivilDate
  /** In the order in which they happened; receipt is not among them. */
  readonly events: readonly ClockEvent[]
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
}

/**
 * The statutory clock of one case as of `today` (law.md §12.3): a fold over its events. Replaying the same events gives the
 * same clock on every machine; only `today` and the calendar may change it.
 */
export function foldClock({ receivedOn, events, today, calendar }: ClockInput): Outcome<{ readonly clock: Clock }> {
  const law = regulationAt(receivedOn)
  if (!law.ok) return law
  const far = tooFar(receivedOn, events, today)
  if (far) return far
  let state = received(openClock(calendar, receivedOn))
  for (const event of events) {
    const stepped = step(state, event)
    if (!stepped.ok) return stepped
    state = stepped.state
  }
  return { ok: true, clock: readClock(settle(state, laterOf(today, state.lastOn)), today) }
}

/** A bound against absurd input, not a rule of law: every day of a case is walked, so none may lie centuries away. */
const MOST_YEARS = 40

function tooFar(receivedOn: CivilDate, events: readonly ClockEvent[], today: CivilDate): Refused | null {
  const horizon = addMonths(receivedOn, MOST_YEARS * 12)
  const dates = events.flatMap((event) => [event.on, ...laterDates(event)])
  const far = [today, ...dates].find((date) => date > horizon)
  return far === undefined ? null : refuse('clock/too-far', `${formatDate(far)}离收到的日期超过${MOST_YEARS}年，请核对`)
}

function laterDates(event: ClockEvent): readonly CivilDate[] {
  if (event.type === 'correction_requested') return [event.respondBy]
  if (event.type === 'deferred') return [event.until]
  return event.type === 'consultation_started' && event.servedOn !== undefined ? [event.servedOn] : []
}

function received(state: ClockState): ClockState {
  const due = dueOf(state)
  const { receivedOn, limit, calendar } = state
  const spoken = formatNear(receivedOn, due.date ?? receivedOn)
  const text = `${spoken}收到，次日起数${limit}个工作日，所以${dueSentence(calendar, receivedOn, due)}`
  return tell(state, receivedOn, text, state.limitCite)
}

function step(state: ClockState, event: ClockEvent): Outcome<{ readonly state: ClockState }> {
  if (compareDates(event.on, state.lastOn) < 0) {
    return refuse('clock/out-of-order', `${formatDate(event.on)}早于前面的${formatDate(state.lastOn)}，请按发生的先后排列`, state.limitCite)
  }
  const settled = settle(state, event.on)
  const over = afterEnd(settled, event)
  if (over) return over
  const applied = applyEvent(settled, event)
  return applied.ok ? { ok: true, state: { ...applied.state, lastOn: event.on } } : applied
}

/** After the end nothing moves the clock any more; a lapsed case may still be answered, withdrawn, or revived for good cause. */
function afterEnd(state: ClockState, event: ClockEvent): Outcome<{ readonly state: ClockState }> | null {
  const end = state.end
  if (end === null) return null
  if (end.how === 'replied' || end.how === 'withdrawn') {
    return refuse('clock/ended', `本案已于${formatDate(end.on)}${end.how === 'replied' ? '答复' : '撤回'}，期限不再变动`, state.limitCite)
  }
  if (event.type === 'lapsed') return { ok: true, state: { ...state, lastOn: event.on } }
  if (event.type === 'replied' || event.type === 'withdrawn') return null
  if (event.type === 'correction_received' && end.how === 'correction_lapsed') return null
  const cite = end.how === 'fee_lapsed' ? art('109', 6) : correctionArticle(state.receivedOn)
  return refuse('clock/lapsed', `本案到${formatDate(end.on)}已逾期，不再处理`, cite)
}
