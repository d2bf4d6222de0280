import type { Outcome } from '#case/outcome.ts'
import type { CaseState } from '#case/state.ts'
import { isOpen } from '#case/status.ts'
import { mayAnswerCorrection } from '#features/correction/index.ts'
import { mayConfirmDelivery } from '#features/delivery/index.ts'
import { mayWithdraw } from '#features/withdrawal/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'

/** What an applicant can do here today, and why not where he cannot. */
export interface OwnActions {
  readonly correct: Outcome<{ readonly late: boolean }>
  readonly withdraw: Outcome
  readonly confirm: Outcome
  readonly addPapers: Outcome
}

export function ownActions(state: CaseState, today: CivilDate): OwnActions {
  return {
    correct: mayAnswerCorrection(state, today),
    withdraw: mayWithdraw(state),
    confirm: mayConfirmDelivery(state),
    addPapers: mayAddPapers(state),
  }
}

/** Papers that may help are welcome until the answer has been given; while a correction is awaited they come with it. */
export function mayAddPapers({ status, reply, correction, lapsed }: CaseState): Outcome {
  if (status === 'awaiting_correction' && correction !== null) return refuse('status/correct-first', '正在等您补正，材料请和补正一起交')
  if (lapsed !== null) return refuse('status/lapsed', '逾期没有办，本局不再处理，不能再补充材料')
  if (reply !== null || !isOpen(status)) return refuse('status/answered', '已经办完，不能再补充材料')
  return { ok: true }
}
