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
      return { ...resume(state), lapsed: null, correction: state.correction && { ...state.correction, receivedOn: event.on } }
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
      return { ...resume(state), lapsed: { on: event.on, what: event.what } }
    case 'application_withdrawn':
      return { ...state, status: 'withdrawn', resumesAt: null, withdrawnOn: event.on }
    default:
      return evolveParts(state, event)
  }
}

function wait(state: CaseState, status: Status): CaseState {
  return { ...state, status, resumesAt: state.resumesAt ?? state.status }
}

function resume(state: CaseState): CaseState {
  return { ...state, status: state.resumesAt ?? state.status, resumesAt: null }
}
