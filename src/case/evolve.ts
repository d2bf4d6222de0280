import { compareDates } from '#law/civil-date.ts'
import type { CaseEvent } from './events.ts'
import { evolveClock } from './evolve-clock.ts'
import type { CaseState, RecordedEvent } from './state.ts'
import type { Status } from './status.ts'

/** Folds the recorded events of one case. The first event must be `application_received`. */
export function foldCase(events: readonly RecordedEvent[]): CaseState {
  let state: CaseState | null = null
  for (const recorded of events) state = evolve(state, recorded.event, recorded.actorId)
  if (!state) throw new Error('a case without events')
  return state
}

/** One step of the fold. */
export function evolve(state: CaseState | null, event: CaseEvent, actorId: string | null): CaseState {
  if (event.type === 'application_received') return opened(event)
  if (!state) throw new Error(`${event.type} before application_received`)
  // Nobody acted on the case on that day: it must not keep people from recording what they did before.
  if (event.type === 'calendar_recomputed') return state
  if (event.type === 'case_imported') return { ...state, imported: { importId: event.importId, on: event.on, handlerText: event.handlerText } }
  return { ...apply(state, event, actorId), lastOn: later(state, event) }
}

function opened(event: Extract<CaseEvent, { type: 'application_received' }>): CaseState {
  return {
    status: 'registered',
    resumesAt: null,
    number: event.number,
    channel: event.channel,
    receivedOn: event.on,
    lawAsOf: event.on,
    lastOn: event.on,
    unitId: null,
    unitName: null,
    handlerId: null,
    handlerName: null,
    decision: null,
    draft: null,
    drafterIds: [],
    approvedBy: null,
    reply: null,
    imported: null,
    correction: null,
    lateCorrection: null,
    extension: null,
    fee: null,
    lapsed: null,
    withdrawnOn: null,
    deliveryConfirmedOn: null,
    parts: [],
    splitFrom: null,
    part: null,
    joinedInto: null,
    links: [],
    delivery: null,
  }
}

function later(state: CaseState, event: CaseEvent) {
  return compareDates(event.on, state.lastOn) > 0 ? event.on : state.lastOn
}

/** Whoever gets a case that is being signed off sends the draft on again himself. */
const STATUS_WHEN_ASSIGNED: Partial<Record<Status, Status>> = { accepted: 'in_progress', section_review: 'drafting', awaiting_issue: 'drafting' }

/** A draft survives another reason for the same decision, but no longer says what was decided. */
function keptDraft({ draft, decision }: CaseState, event: Extract<CaseEvent, { type: 'decision_taken' }>): CaseState['draft'] {
  if (!draft || decision?.code !== event.decision) return null
  const same = decision.reason === event.reason && decision.groundText === event.groundText && decision.refusedPart === event.refusedPart
  return { ...draft, outdated: draft.outdated || !same }
}

function withDrafter({ drafterIds }: CaseState, actorId: string | null): readonly string[] {
  return actorId && !drafterIds.includes(actorId) ? [...drafterIds, actorId] : drafterIds
}

function apply(state: CaseState, event: CaseEvent, actorId: string | null): CaseState {
  switch (event.type) {
    case 'application_accepted':
      return { ...state, status: 'accepted' }
    case 'case_assigned':
      return {
        ...state,
        status: STATUS_WHEN_ASSIGNED[state.status] ?? state.status,
        approvedBy: null,
        unitId: event.unitId,
        unitName: event.unitName,
        handlerId: event.handlerId,
        handlerName: event.handlerName,
      }
    case 'decision_taken':
      return {
        ...state,
        status: 'drafting',
        draft: keptDraft(state, event),
        decision: { code: event.decision, reason: event.reason, groundText: event.groundText, refusedPart: event.refusedPart },
        drafterIds: withDrafter(state, actorId),
      }
    case 'draft_saved':
      return {
        ...state,
        draft: { revision: event.revision, letterCode: event.letterCode, outdated: false },
        drafterIds: withDrafter(state, actorId),
      }
    case 'draft_submitted':
      return { ...state, status: 'section_review', approvedBy: null }
    case 'draft_approved':
      return { ...state, status: 'awaiting_issue', approvedBy: actorId }
    case 'draft_returned':
      return { ...state, status: 'drafting', approvedBy: null }
    case 'reply_issued':
      return {
        ...state,
        status: 'issued',
        reply: {
          letterId: event.letterId,
          letterCode: event.letterCode,
          documentNumber: event.documentNumber,
          issuedOn: event.on,
          stored: false,
          elsewhere: event.elsewhere === true,
        },
      }
    case 'letter_stored':
      return state.reply?.letterId === event.letterId ? { ...state, reply: { ...state.reply, stored: true } } : state
    case 'reply_delivered':
      return { ...state, status: 'delivered', delivery: { on: event.on, service: event.service, evidence: event.evidence } }
    case 'case_archived':
      return { ...state, status: 'archived' }
    default:
      return evolveClock(state, event)
  }
}
