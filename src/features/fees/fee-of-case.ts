import type { CivilDate } from '#law/civil-date.ts'
import { refuse, type Outcome } from '#law/refusal.ts'
import { art } from '#law/citation.ts'
import { feeFor, type Fee } from '#law/processing-fee-measures/fee.ts'
import type { CaseState } from '#case/state.ts'
import type { IssueFeeNotice } from './fee-notice.schema.ts'

/** Reading of 第五条: by quantity only what is given out is charged; 按件 stands for every kind of decision (第四条). */
const PROVIDES_PAGES: ReadonlySet<string> = new Set(['granted', 'partly_granted'])

/**
 * The fee of one case under the basis that was chosen.
 * @source 国办函〔2020〕109号 第三条至第五条; law.md §12.5
 * @param ordinal which of the applicant's cases of that month this one is; null where he is not known by a document
 */
export function feeOfCase(state: CaseState, { basis, pages }: Pick<IssueFeeNotice, 'basis' | 'pages'>, ordinal: number | null): Outcome<Fee> {
  const { receivedOn } = state
  if (basis === 'per_page' && pages === undefined) return refuse('fee/no-pages', '按量计收要填页数', art('109', 5))
  if (basis === 'per_page' && state.decision !== null && !PROVIDES_PAGES.has(state.decision.code)) {
    return refuse('fee/nothing-provided', '处理决定不提供页面（只告知途径、不公开、不存在等）的，不能按量计收', art('109', 5))
  }
  if (basis === 'per_case' && ordinal === null) return refuse('fee/no-ordinal', `不知道这是申请人${monthText(receivedOn)}的第几件，不能按件计收`, art('109', 4))
  const fee = basis === 'per_page' ? feeFor({ basis, receivedOn, pages: pages! }) : feeFor({ basis, receivedOn, ordinalInMonth: ordinal! })
  if (fee.ok && fee.amountFen === 0) {
    return refuse('fee/nothing-to-charge', basis === 'per_page' ? `${pages}页在免费的页数以内，不收费` : `${monthText(receivedOn)}第${ordinal}件在免费的件数以内，不收费`, art('109', basis === 'per_page' ? 5 : 4))
  }
  return fee
}

/** 2026年10月: the natural month of receipt, in which cases are counted. */
export function monthText(receivedOn: CivilDate): string {
  return `${Number(receivedOn.slice(0, 4))}年${Number(receivedOn.slice(5, 7))}月`
}
