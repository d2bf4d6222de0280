import type { Citation } from '../citation.ts'
import type { CivilDate } from '../civil-date.ts'
import type { WorkingStep } from '../clock-types.ts'
import type { WorkingCalendar } from '../working-days.ts'
import type { ConsultationKind } from './art32-consultation.ts'
import { answerLimit } from './art33-time-limit.ts'
import { closeWindows, countDue, type Due, type Window } from './clock-due.ts'

/** One opinion asked for. */
export interface Consultation extends Window {
  readonly id: string
  readonly kind: ConsultationKind
  /** The last day for the opinion; null until the day of service is known. */
  readonly opinionDueOn: CivilDate | null
}

/** How and when the clock stopped for good. */
export interface End {
  readonly on: CivilDate
  readonly how: 'replied' | 'withdrawn' | 'correction_lapsed' | 'fee_lapsed'
  /** The due date that was in force, when one was. */
  readonly dueOn: CivilDate | null
  readonly provisional: boolean
}

/** What the events of a case add up to for its clock (law.md §12.3): quota Q, origin T0, excluded days X, and what it waits for. */
export interface ClockState {
  readonly calendar: WorkingCalendar
  readonly receivedOn: CivilDate
  readonly originOn: CivilDate
  readonly limit: number
  readonly limitCite: Citation
  /** Working days added by an extension since the last origin. */
  readonly extensionDays: number
  readonly extended: boolean
  readonly consultations: readonly Consultation[]
  readonly correction: { readonly requestedOn: CivilDate; readonly respondBy: CivilDate; readonly pending: boolean } | null
  readonly fee: { readonly sentOn: CivilDate; readonly payBy: CivilDate | null; readonly pending: boolean } | null
  readonly deferredUntil: CivilDate | null
  readonly end: End | null
  readonly lastOn: CivilDate
  readonly working: readonly WorkingStep[]
}

/** The state on the day of receipt. */
export function openClock(calendar: WorkingCalendar, receivedOn: CivilDate): ClockState {
  const { days, cite } = answerLimit(receivedOn)
  return {
    calendar,
    receivedOn,
    originOn: receivedOn,
    limit: days,
    limitCite: cite,
    extensionDays: 0,
    extended: false,
    consultations: [],
    correction: null,
    fee: null,
    deferredUntil: null,
    end: null,
    lastOn: receivedOn,
    working: [],
  }
}

/** Q of law.md §12.3. */
export function quotaOf(state: ClockState): number {
  return state.limit + state.extensionDays
}

/** True while a correction or a payment is awaited: the due date is withdrawn. */
export function isStanding(state: ClockState): boolean {
  return state.correction?.pending === true || state.fee?.pending === true
}

/** The due date as the events stand; `date` is null while the clock stands still. */
export function dueOf(state: ClockState): Due {
  if (isStanding(state)) return { date: null, provisional: false }
  if (state.deferredUntil !== null) return { date: state.deferredUntil, provisional: false }
  return countDue(state.calendar, state.originOn, quotaOf(state), state.consultations)
}

/** The due date as it would be if every opinion still open came on a day. Null while a correction or a payment is awaited. */
export function dueIfOpinionsCame(state: ClockState, on: CivilDate): Due {
  if (isStanding(state) || state.deferredUntil !== null) return dueOf(state)
  return countDue(state.calendar, state.originOn, quotaOf(state), closeWindows(state.consultations, on))
}

/** Starts the limit anew from a day (30条 收到补正; 109号6条 缴费): nothing counted, added or deferred before is kept. */
export function restart(state: ClockState, originOn: CivilDate): ClockState {
  return { ...state, originOn, extensionDays: 0, deferredUntil: null }
}

/** Adds a sentence to the working. */
export function tell(state: ClockState, on: CivilDate, text: string, cite: Citation | null): ClockState {
  return { ...state, working: [...state.working, { on, text, cite }] }
}
