import { requestOf } from '#case/request.ts'
import { caseBrief, decisionName, eventSentence } from '#features/desk/index.ts'
import type { CaseDetail } from './case.schema.ts'
import type { CommandState } from './command-states.ts'
import type { CaseDossier } from './dossier.ts'

/** The dossier as the API tells it: the same facts as the page, personal data masked as there. */
export function caseDetail(dossier: CaseDossier, commands: readonly CommandState[]): CaseDetail {
  const { view, application, applicant, personal, letters, supplements, chain } = dossier
  const { row, state, clock, events } = view
  return {
    ...caseBrief(row, state, clock),
    request: { description: requestOf(state, application), application: application.description, documentRef: application.documentRef, form: application.form, way: application.delivery },
    applicant: { name: applicant.name, kind: applicant.kind, documentType: applicant.documentType, personal },
    decisionDetail: state.decision === null ? null : { ...state.decision, name: decisionName(state.decision.code) },
    delivery: state.delivery,
    month: { ordinal: row.monthOrdinal, counted: dossier.countedOrdinal },
    split: { part: state.part, parts: [...state.parts], splitFrom: state.splitFrom, joinedInto: state.joinedInto },
    links: state.links.map((link) => ({ ...link })),
    working: [...clock.working],
    days: [...clock.days],
    commands: [...commands],
    letters: letters.map(({ id, title, documentNumber, issuedOn, status, pages, failure }) => ({ id, title, documentNumber, issuedOn, status, pages, failure })),
    correction: state.correction && { letterId: state.correction.letterId, requestedOn: state.correction.requestedOn, respondBy: state.correction.respondBy, receivedOn: state.correction.receivedOn, late: state.lateCorrection && { on: state.lateCorrection.on, refused: state.lateCorrection.refused } },
    supplements: supplements.map(({ id, receivedOn, content, papers }) => ({ id, receivedOn, text: content?.text ?? null, lateReason: content?.lateReason ?? null, papers: [...papers] })),
    events: events.map(({ seq, event, recordedAt, actorKind, actorName }) => ({
      seq, type: event.type, on: event.on, recordedAt, actorKind, actorName, text: eventSentence(event),
    })),
    chain: { intact: chain.fault === null, events: chain.events, brokenAt: chain.fault?.seq ?? null, reason: chain.fault?.reason ?? null },
  }
}
