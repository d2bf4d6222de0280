import { addDays, earlierOf, laterOf, type CivilDate } from '../civil-date.ts'
import type { Clock, ClockStatus, DayRow } from '../clock-types.ts'
import { addWorkingDays, countWorkingDays } from '../working-days.ts'
import { correctionNoticeDue } from './art30-correction.ts'
import { opinionDue } from './art32-consultation.ts'
import { dayRows, stretchInForce, type Stretch } from './clock-days.ts'
import { countDue, type Due, type Window } from './clock-due.ts'
import { dueIfOpinionsCame, dueOf, isStanding, quotaOf, tell, type ClockState } from './clock-state.ts'
import { standingSentence } from './clock-standing.ts'

const NO_DATE: Due = { date: null, provisional: false }

/** Reads the clock off a settled state. Everything here is derived; nothing is stored. */
export function readClock(state: ClockState, today: CivilDate): Clock {
  const asOf = laterOf(today, state.lastOn)
  const status = statusOf(state)
  const stopped = status === 'awaiting_correction' || status === 'awaiting_payment' || status === 'consulting'
  const due: Due = state.end ? { date: state.end.dueOn, provisional: state.end.provisional } : dueOf(state)
  const resumed = stopped ? ifResumed(state, asOf) : NO_DATE
  const latest = stopped ? latestPossible(state, asOf) : NO_DATE
  const overdue = state.end === null && due.date !== null && today > due.date
  const days = rowsOf(state, today, asOf, due, latest)
  const countedTo = state.end !== null && state.end.on < today ? state.end.on : today
  const standing = standingSentence({ state, status, today, due, resumed, latest })
  return {
    status,
    receivedOn: state.receivedOn,
    originOn: state.originOn,
    quota: quotaOf(state),
    dueOn: due.date,
    originalDueOn: originalDue(state, asOf),
    provisional: due.provisional || resumed.provisional || latest.provisional,
    correctionNoticeDueOn: correctionNoticeDue(state.calendar, state.receivedOn)?.date ?? null,
    respondBy: status === 'awaiting_correction' || state.end?.how === 'correction_lapsed' ? (state.correction?.respondBy ?? null) : null,
    payBy: status === 'awaiting_payment' || state.end?.how === 'fee_lapsed' ? (state.fee?.payBy ?? null) : null,
    ifResumedTodayDueOn: resumed.date,
    latestPossibleDueOn: latest.date,
    remainingWorkingDays: remaining(state, status, today, due.date),
    countedWorkingDays: countedUpTo(state, days, countedTo),
    overdue,
    timely: state.end?.how === 'replied' && due.date !== null ? state.end.on <= due.date : null,
    endedOn: state.end?.on ?? null,
    lawAsOf: state.receivedOn,
    working: standing === null ? state.working : tell(state, asOf, standing.text, standing.cite).working,
    days,
  }
}

function statusOf(state: ClockState): ClockStatus {
  if (state.end) return state.end.how === 'replied' || state.end.how === 'withdrawn' ? 'ended' : 'lapsed'
  if (state.correction?.pending) return 'awaiting_correction'
  if (state.fee?.pending) return 'awaiting_payment'
  if (state.deferredUntil !== null) return 'deferred'
  return dueOf(state).date === null ? 'consulting' : 'running'
}

/** The due date if what is awaited came on `asOf`. */
function ifResumed(state: ClockState, asOf: CivilDate): Due {
  if (isStanding(state)) return addWorkingDays(state.calendar, asOf, state.limit)
  return dueIfOpinionsCame(state, asOf)
}

/**
 * The due date if what is awaited came on its last day. Reading: an opinion whose letter is not known to be served has its
 * fifteen days from `asOf`, the earliest day on which service is still possible; a fee notice not yet received has no last
 * day, so no date is promised. An opinion still open when the limit begins anew goes on stopping it.
 */
function latestPossible(state: ClockState, asOf: CivilDate): Due {
  if (!isStanding(state)) return countDue(state.calendar, state.originOn, quotaOf(state), windowsAtLatest(state, asOf))
  const origin = lastOrigin(state)
  return origin === null ? NO_DATE : countDue(state.calendar, origin, state.limit, windowsAtLatest(state, asOf))
}

/** The last day that was counted before a correction or a payment was asked for. */
function stoppedOn(state: ClockState): CivilDate | null {
  if (state.correction?.pending) return state.correction.requestedOn
  return state.fee?.pending ? state.fee.sentOn : null
}

/** The last day on which what is awaited may come; null while the fee notice has not been received. */
function lastOrigin(state: ClockState): CivilDate | null {
  if (state.correction?.pending) return state.correction.respondBy
  return state.fee?.pending ? state.fee.payBy : null
}

function windowsAtLatest(state: ClockState, asOf: CivilDate): readonly Window[] {
  return state.consultations.map(({ startedOn, endedOn, opinionDueOn }) => ({
    startedOn,
    endedOn: endedOn ?? opinionDueOn ?? opinionDue(state.calendar, state.receivedOn, laterOf(asOf, startedOn)).date,
  }))
}

/** The due date without the extension (原期限), while an extension is in force. */
function originalDue(state: ClockState, asOf: CivilDate): CivilDate | null {
  if (state.extensionDays === 0 || isStanding(state)) return null
  return countDue(state.calendar, state.originOn, state.limit, windowsAtLatest(state, asOf)).date
}

function remaining(state: ClockState, status: ClockStatus, today: CivilDate, dueOn: CivilDate | null): number | null {
  if (dueOn === null || (status !== 'running' && status !== 'deferred')) return null
  if (today <= dueOn) return countWorkingDays(state.calendar, today, dueOn)
  return -Math.max(1, countWorkingDays(state.calendar, dueOn, today))
}

/** Days after the due date that the table of an overdue case still shows. */
const OVERDUE_ROWS = 366

function rowsOf(state: ClockState, today: CivilDate, asOf: CivilDate, due: Due, latest: Due): readonly DayRow[] {
  const shownToday = due.date === null ? today : earlierOf(today, addDays(due.date, OVERDUE_ROWS))
  const stop = stoppedOn(state)
  const last = [due.date, latest.date, state.end?.on ?? null, state.end ? null : shownToday].reduce<CivilDate>(
    (furthest, date) => (date !== null && date > furthest ? date : furthest),
    state.lastOn,
  )
  if (stop === null) return dayRows(state, [stretchInForce(state, due.date ?? last, windowsAtLatest(state, asOf))], last)
  const origin = latest.date === null ? null : lastOrigin(state)
  const ahead: readonly Stretch[] =
    origin === null ? [] : [{ originOn: origin, until: last, quota: state.limit, limit: state.limit, windows: windowsAtLatest(state, asOf) }]
  return dayRows(state, [stretchInForce(state, stop, state.consultations), ...ahead], last)
}

/** Counted days up to a day in the stretch that is in force; what lies ahead of a stop does not count yet. */
function countedUpTo(state: ClockState, days: readonly DayRow[], to: CivilDate): number {
  const stop = stoppedOn(state) ?? to
  return days.filter(({ date, count }) => count !== null && date <= to && date <= stop).length
}
