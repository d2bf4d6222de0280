import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import type { ApproveDraft, ReturnDraft } from './draft.schema.ts'
import { decideApproveDraft, decideReturnDraft, decideSubmitDraft } from './draft.decide.ts'
import { gateFirst } from './gate-first.ts'
import { nextReviewers, noReviewer } from './next-person.ts'
import type { DraftGate } from './reply-material.ts'

/**
 * 送科室审核. What the law requires a reply to say and the draft does not say yet is refused item by item; so is a draft that
 * nobody could review.
 */
export async function submitDraft(ctx: StaffCtx, target: CaseTarget, gate: DraftGate) {
  const openItems = await gateFirst(ctx, target, gate, (state) => decideSubmitDraft(state, ctx.actor, ctx.today))
  return changeCase(ctx, target, async ({ state }, tx) => {
    const decision = decideSubmitDraft(state, ctx.actor, ctx.today)
    if (!decision.ok) return decision
    const nobody = noReviewer(state, await nextReviewers(tx, ctx.actor, state))
    return nobody ?? openItems(state) ?? decision
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
