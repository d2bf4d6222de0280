import type { StaffActor } from '#case/actor.ts'
import type { Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { refuse } from '#law/refusal.ts'

/** 签发: by an issuer who neither drafted nor reviewed the reply. Names the revision that is signed. */
export function decideIssue(state: CaseState, actor: StaffActor): Outcome<{ readonly revision: number }> {
  const may = mayDo('issue', actor, state)
  if (!may.ok) return may
  if (!state.draft || !state.decision) return refuse('reply/no-draft', '没有可以签发的稿子')
  return { ok: true, revision: state.draft.revision }
}
