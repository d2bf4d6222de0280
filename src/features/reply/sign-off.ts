import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { refuse } from '#law/refusal.ts'
import type { ApproveDraft, ReturnDraft } from './draft.schema.ts'
import { decideApproveDraft, decideReturnDraft, decideSubmitDraft } from './draft.decide.ts'
import type { Gate } from './gate.ts'

/** 送科室审核. What the law requires a reply to say and the draft does not say yet is refused item by item. */
export function submitDraft(ctx: StaffCtx, target: CaseTarget, gate: (loaded: LoadedCase) => Promise<Gate>) {
  return changeCase(ctx, target, async (loaded) => {
    const decision = decideSubmitDraft(loaded.state, ctx.actor, ctx.today)
    if (!decision.ok) return decision
    const { blocks } = await gate(loaded)
    if (blocks.length === 0) return decision
    return refuse('reply/incomplete', `还有${blocks.length}项须改：${blocks.map((one) => one.message).join('；')}`)
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
