import type { StaffActor } from '#case/actor.ts'
import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'

/** 存稿: a new revision; earlier ones stay, those written for another decision too, so the number goes on from all of them. */
export function decideSaveDraft(
  state: CaseState,
  actor: StaffActor,
  saved: { readonly revision: number; readonly letterCode: string; readonly digest: string },
  on: CivilDate,
): Decision {
  const may = mayDo('save_draft', actor, state)
  return may.ok ? decided({ type: 'draft_saved', on, ...saved }) : may
}

/**
 * 送科室审核: the revision that the reviewer will see is named. Who sends somebody else's draft must first save it as his own:
 * otherwise he could review it himself.
 */
export function decideSubmitDraft(state: CaseState, actor: StaffActor, on: CivilDate): Decision {
  const draft = draftFor('submit_draft', state, actor)
  if (!draft.ok) return draft
  if (!state.drafterIds.includes(actor.id)) return refuse('reply/not-drafter', '这份稿是别人拟的，请看过后存成您的稿，再送审')
  if (state.draft?.outdated) return refuse('reply/outdated-draft', OUTDATED)
  return decided({ type: 'draft_submitted', on, revision: draft.revision })
}

/** The reason in the letter may be that of the decision before. */
export const OUTDATED = '处理决定改过，正文还是照原来的写的，请核对后再存一次'

/** 审核同意: never by anybody who drafted. */
export function decideApproveDraft(state: CaseState, actor: StaffActor, comment: string | null, on: CivilDate): Decision {
  const draft = draftFor('approve_draft', state, actor)
  return draft.ok ? decided({ type: 'draft_approved', on, revision: draft.revision, comment }) : draft
}

/** 退回修改, with the reason. */
export function decideReturnDraft(state: CaseState, actor: StaffActor, reason: string, on: CivilDate): Decision {
  const draft = draftFor('return_draft', state, actor)
  return draft.ok ? decided({ type: 'draft_returned', on, revision: draft.revision, reason }) : draft
}

function draftFor(
  command: 'submit_draft' | 'approve_draft' | 'return_draft',
  state: CaseState,
  actor: StaffActor,
): Outcome<{ readonly revision: number }> {
  const may = mayDo(command, actor, state)
  if (!may.ok) return may
  if (!state.draft) return refuse('reply/no-draft', '还没有存过稿，请先写好答复书再送审')
  return { ok: true, revision: state.draft.revision }
}
