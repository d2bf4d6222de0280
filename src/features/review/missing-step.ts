import { art } from '#law/citation.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { refuse, type Refused } from '#law/refusal.ts'

/**
 * Decisions that rest on an earlier step of the same case. None of these steps can be recorded yet, so none of them has been
 * taken in any case, and the decision would have no facts under it.
 */
const EARLIER_STEPS: Partial<Record<DecisionCode, Refused>> = {
  still_unclear: refuse('review/no-correction', '本案没有发过补正通知，不能按补正后仍不明确处理', art('711', 30)),
  lapsed_correction: refuse('review/no-correction', '本案没有发过补正通知，不能按逾期不补正处理', art('711', 30)),
  excessive: refuse('review/no-reasons-request', '本案没有要求过申请人说明理由，不能按大量反复申请处理', art('711', 35)),
  lapsed_fee: refuse('review/no-fee-notice', '本案没有发过收费通知，不能按逾期不缴费处理', art('109', 6)),
  withdrawn: refuse('review/no-withdrawal', '本案没有登记过申请人撤回申请，不能按撤回处理'),
}

/** Why a decision lacks the step that it rests on, or null. */
export function missingStep(decision: DecisionCode): Refused | null {
  return EARLIER_STEPS[decision] ?? null
}
