import { refuse, type Outcome } from '#law/refusal.ts'
import { art } from '#law/citation.ts'
import { feeFor, type Fee } from '#law/processing-fee-measures/fee.ts'
import type { CaseState } from '#case/state.ts'
import type { IssueFeeNotice } from './fee-notice.schema.ts'

/**
 * The fee of one case under the basis that was chosen.
 * @source 国办函〔2020〕109号 第三条至第五条; law.md §12.5
 * @param ordinal which of the applicant's cases of that month this one is; null where he is not known by a document
 */
export function feeOfCase(state: CaseState, { basis, pages }: Pick<IssueFeeNotice, 'basis' | 'pages'>, ordinal: number | null): Outcome<Fee> {
  const { receivedOn } = state
  if (basis === 'per_page' && pages === undefined) return refuse('fee/no-pages', '按量计收要填页数', art('109', 5))
  if (basis === 'per_page' && state.decision?.code === 'already_public') {
    return refuse('fee/nothing-provided', '已主动公开、只告知获取方式的，不能按量计收', art('109', 5))
  }
  if (basis === 'per_case' && ordinal === null) return refuse('fee/no-ordinal', '不知道这是申请人本月第几件，不能按件计收', art('109', 4))
  const fee = basis === 'per_page' ? feeFor({ basis, receivedOn, pages: pages! }) : feeFor({ basis, receivedOn, ordinalInMonth: ordinal! })
  if (fee.ok && fee.amountFen === 0) {
    return refuse('fee/nothing-to-charge', basis === 'per_page' ? `${pages}页在免费的页数以内，不收费` : `本月第${ordinal}件在免费的件数以内，不收费`, art('109', basis === 'per_page' ? 5 : 4))
  }
  return fee
}
