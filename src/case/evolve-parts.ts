import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

/** Splitting one application into cases, joining them back, links between cases, and what changes nothing. */
export function evolveParts(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'application_split':
      return { ...state, part: event.part, parts: [...state.parts, ...event.into] }
    case 'split_off':
      return { ...state, splitFrom: event.from, part: event.part }
    case 'parts_joined':
      return { ...state, part: null, parts: state.parts.filter((number) => !event.parts.includes(number)) }
    case 'joined_back':
      return { ...state, status: 'joined', joinedInto: event.into }
    case 'case_linked':
      return { ...state, links: [...state.links, { other: event.other, relation: event.relation, note: event.note }] }
    case 'delivery_confirmed':
      return { ...state, deliveryConfirmedOn: event.on }
    default:
      return state
  }
}
