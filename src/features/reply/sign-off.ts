import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import type { ApproveDraft, ReturnDraft } from './draft.schema.ts'
import { decideApproveDraft, decideReturnDraft, decideSubmitDraft } from './draft.decide.ts'
import { incomplete } from './incomplete.ts'
import type { DraftGate } from './reply-material.ts'

/** 送科室审核. What the law requires a reply to say and the draft does not say yet is refused item by item. */
export function submitDraft(ctx: StaffCtx, target: CaseTarget, gate: DraftGate) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const decision = decideSubmitDraft(loaded.state, ctx.actor, ctx.today)
    if (!decision.ok) return decision
    return incomplete((await gate(loaded, tx)).blocks) ?? decision
  })
}

/** 审核同意. */
export function approveDraft(ctx: StaffCtx, target: CaseTarget, input: ApproveDraft) {
  return changeCase(ctx, target, async ({ state }) => decideApproveDraft(state, ctx.actor, input.comment ?? null, ctx.today))
}

/** 退回修改. */
export function returnDraft(ctx: StaffCtx, target: CaseTarget, input: ReturnDraft) {
  return changeCase(ctx, target, async ({ state }) => decideReturnDraft(state, ctx.actor, input.reason, ctx.today))
}
