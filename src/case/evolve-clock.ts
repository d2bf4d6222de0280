import type { CivilDate } from '#law/civil-date.ts'
import type { CaseEvent } from './events.ts'
import { evolveParts } from './evolve-parts.ts'
import type { CaseState } from './state.ts'
import type { Status } from './status.ts'

/** The events that stop, restart, lengthen or end the statutory clock (law.md §12.3.2–9). */
export function evolveClock(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'correction_requested':
      return { ...wait(state, 'awaiting_correction'), correction: { letterId: event.letterId, requestedOn: event.on, respondBy: event.respondBy, receivedOn: null } }
    case 'correction_received':
      return corrected(state, event.on)
    case 'late_correction_offered':
      return { ...state, lateCorrection: { supplementId: event.supplementId, on: event.on, refused: null } }
    case 'late_correction_refused':
      return { ...state, lateCorrection: state.lateCorrection && { ...state.lateCorrection, refused: event.reason } }
    case 'deadline_extended':
      return { ...state, extension: { letterId: event.letterId, on: event.on, days: event.days, reason: event.reason } }
    case 'fee_notice_issued':
      return {
        ...wait(state, 'awaiting_payment'),
        fee: { letterId: event.letterId, noticedOn: event.on, amountFen: event.amountFen, receivedOn: null, paidOn: null },
      }
    case 'fee_notice_received':
      return { ...state, fee: state.fee && { ...state.fee, receivedOn: event.on } }
    case 'fee_paid':
      return { ...resume(state), fee: state.fee && { ...state.fee, paidOn: event.on } }
    case 'application_lapsed':
      return lapsed(state, event)
    case 'application_withdrawn':
      return { ...state, status: 'withdrawn', resumesAt: null, withdrawnOn: event.on }
    default:
      return evolveParts(state, event)
  }
}

/** A case that had lapsed is handled again: what was decided about the lapse no longer holds. */
function corrected(state: CaseState, on: CivilDate): CaseState {
  const resumed = { ...resume(state), lapsed: null, lateCorrection: null, correction: state.correction && { ...state.correction, receivedOn: on } }
  return state.decision?.code === 'lapsed_correction' ? { ...resumed, status: 'in_progress', decision: null, draft: null } : resumed
}

/** What has lapsed is to be answered, not to be accepted: it goes on to 分办. */
function lapsed(state: CaseState, { on, what }: Extract<CaseEvent, { type: 'application_lapsed' }>): CaseState {
  const resumed = resume(state)
  return { ...resumed, status: resumed.status === 'registered' ? 'accepted' : resumed.status, lapsed: { on, what } }
}

function wait(state: CaseState, status: Status): CaseState {
  return { ...state, status, resumesAt: state.resumesAt ?? state.status }
}

function resume(state: CaseState): CaseState {
  return { ...state, status: state.resumesAt ?? state.status, resumesAt: null }
}
