import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { sha256Hex } from '#platform/crypto/digest.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { draftRevision } from '#store/tables/letter.table.ts'
import { decideSaveDraft } from './draft.decide.ts'
import type { DraftParts } from './draft.schema.ts'
import { readDraft } from './drafts.ts'
import { letterOf } from './letter-of.ts'

/** Keeps what was typed as a new revision. Incomplete text may be kept; the gate stands before the review. */
export function saveDraft(ctx: StaffCtx, target: CaseTarget, parts: DraftParts) {
  return changeCase(ctx, target, async ({ row, state }, tx) => {
    const letterCode = letterOf((state.decision?.code ?? 'other') as DecisionCode).code
    const revision = ((await readDraft(tx, row.id))?.revision ?? 0) + 1
    const decision = decideSaveDraft(state, ctx.actor, { revision, letterCode, digest: sha256Hex(canonicalJson(parts)) }, ctx.today)
    if (!decision.ok) return decision
    await tx.insert(draftRevision).values({ caseId: row.id, revision, letterCode, parts: { ...parts }, savedBy: ctx.actor.id, savedAt: ctx.now })
    return { ok: true, revision, events: decision.events }
  })
}
