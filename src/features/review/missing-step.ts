import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import type { DecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { refuse, type Refused } from '#law/refusal.ts'

/** Decisions that rest on an earlier step of the same case: without it the decision would have no facts under it. */
const EARLIER_STEPS: Partial<Record<DecisionCode, (state: CaseState) => Refused | null>> = {
  still_unclear: ({ correction }) => {
    if (correction === null) return refuse('review/no-correction', '本案没有发过补正通知，不能按补正后仍不明确处理', art('711', 30))
    return correction.receivedOn === null ? refuse('review/no-correction', '本案没有收到补正，不能按补正后仍不明确处理', art('711', 30)) : null
  },
  lapsed_correction: ({ correction, lapsed }) => {
    if (correction === null) return refuse('review/no-correction', '本案没有发过补正通知，不能按逾期不补正处理', art('711', 30))
    return lapsed?.what === 'correction' ? null : refuse('review/not-lapsed', '本案没有登记过逾期不补正，不能按逾期不补正处理', art('711', 30))
  },
  excessive: () => refuse('review/no-reasons-request', '本案没有要求过申请人说明理由，不能按大量反复申请处理', art('711', 35)),
  lapsed_fee: ({ fee, lapsed }) => {
    if (fee === null) return refuse('review/no-fee-notice', '本案没有发过收费通知，不能按逾期不缴费处理', art('109', 6))
    return lapsed?.what === 'fee' ? null : refuse('review/not-lapsed', '本案没有登记过逾期不缴费，不能按逾期不缴费处理', art('109', 6))
  },
  withdrawn: ({ withdrawnOn }) => (withdrawnOn === null ? refuse('review/no-withdrawal', '本案没有登记过申请人撤回申请，不能按撤回处理') : null),
}

/** Why a decision lacks the step that it rests on, or null. */
export function missingStep(decision: DecisionCode, state: CaseState): Refused | null {
  const lapse = state.lapsed && LAPSES[state.lapsed.what]
  if (lapse && lapse.code !== decision) return refuse('review/lapsed', lapse.message, lapse.cite)
  return EARLIER_STEPS[decision]?.(state) ?? null
}

/** What has lapsed is not handled any more (30条、109号6条): no other decision is open. */
const LAPSES = {
  correction: { code: 'lapsed_correction', message: '本案逾期没有补正，不再处理，只能按“逾期不补正”答复', cite: art('711', 30) },
  fee: { code: 'lapsed_fee', message: '本案逾期没有缴费，不再处理，只能按“逾期不缴费”答复', cite: art('109', 6) },
} as const
