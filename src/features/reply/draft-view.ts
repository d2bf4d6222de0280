import type { Outcome } from '#case/outcome.ts'
import type { RecordedEvent } from '#case/state.ts'
import type { Form, Way } from '#case/words.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { refuse } from '#law/refusal.ts'
import { viewCase, type CaseView } from '#features/desk/index.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { StaffCtx } from '#store/context.ts'
import type { DraftParts } from './draft.schema.ts'
import { readDraft, type DraftRevision } from './drafts.ts'
import { proposedParts } from './proposed-parts.ts'
import { replyMaterial, type ReplyMaterial } from './reply-material.ts'

/** A case with the draft of its reply. */
export interface DraftView {
  readonly view: CaseView
  readonly material: ReplyMaterial
  /** The revision in force; null before the first is saved, and after another decision has been taken. */
  readonly saved: DraftRevision | null
  /** The saved words, else those proposed for a first draft. */
  readonly parts: DraftParts
}

/** Reads a case that is being answered; refused before the decision, and after the reply has been issued. */
export async function draftView(ctx: StaffCtx, number: string): Promise<Outcome<DraftView>> {
  const view = await viewCase(ctx, number)
  const { state, row } = view
  if (state.reply) return refuse('reply/already-issued', `本案已签发${state.reply.documentNumber}，答复书在案卷的文书里，不再改动`)
  const material = await replyMaterial(ctx.db, ctx, view)
  if (!material.ok) return material
  const newest = await readDraft(ctx.db, row.id)
  const saved = state.draft === null ? null : newest?.revision === state.draft.revision ? newest : await readDraft(ctx.db, row.id, state.draft.revision)
  return { ok: true, view, material, saved, parts: saved?.parts ?? firstParts(material, newest) }
}

/** After another decision the words for it are proposed anew; what was asked stays as it was last written. */
function firstParts({ source, asked, request }: ReplyMaterial, earlier: DraftRevision | null): DraftParts {
  const { state, row, authority } = source
  const proposed = proposedParts({
    decision: state.decision.code as DecisionCode,
    description: request,
    reason: state.decision.reason,
    form: asked.form as Form,
    way: asked.delivery as Way,
    you: row.applicantKind === 'natural_person' ? '你' : '你单位',
    address: authority.address,
  })
  return earlier ? { ...proposed, requestText: earlier.parts.requestText } : proposed
}

/** Nothing was typed that is not in the draft in force, and it was this person who saved it. */
export function isSavedBy(actorId: string, { saved, material }: DraftView, parts: DraftParts): boolean {
  return saved !== null && saved.savedBy === actorId && saved.letterCode === material.letter.code && canonicalJson(saved.parts) === canonicalJson(parts)
}

/** Revisions that were sent to review, newest first, with when and by whom. */
export function submissions(events: readonly RecordedEvent[]) {
  return events.flatMap(({ event, actorName, recordedAt, seq }) =>
    event.type === 'draft_submitted' ? [{ revision: event.revision, actorName, recordedAt, seq }] : [],
  ).reverse()
}

/** Why the draft came back, if that is the last thing a reviewer or issuer did. */
export function lastReturn(events: readonly RecordedEvent[]) {
  const last = events.findLast(({ event }) => event.type === 'draft_returned' || event.type === 'draft_submitted')
  return last?.event.type === 'draft_returned' ? { reason: last.event.reason, actorName: last.actorName, recordedAt: last.recordedAt } : null
}
