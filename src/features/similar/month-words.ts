import { art, type Citation } from '#law/citation.ts'
import { yearOf, type CivilDate } from '#law/civil-date.ts'
import { valueAt } from '#law/parameter.ts'
import { feeFor } from '#law/processing-fee-measures/fee.ts'
import { CASE_TIERS } from '#law/processing-fee-measures/fee-tiers.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'

/** What the fee rule says of the k-th case of a month. `amountFen` is what it would cost by case; null before there was a fee. */
export interface MonthRule {
  /** 11月 */
  readonly month: string
  readonly text: string
  readonly amountFen: number | null
  readonly cite: Citation
}

/**
 * 11月第31件；按件计收时这一件200元. Whether to charge stays the authority's decision (条例第四十二条 可以).
 * @source 国办函〔2020〕109号 第四条; law.md §12.5
 */
export function monthRule(receivedOn: CivilDate, ordinal: number, today: CivilDate): MonthRule {
  const month = monthName(receivedOn, today)
  const fee = feeFor({ basis: 'per_case', receivedOn, ordinalInMonth: ordinal })
  if (!fee.ok) return { month, text: `${month}第${ordinal}件；${fee.refusal.message}`, amountFen: null, cite: fee.refusal.cite ?? art('109', 4) }
  const text = fee.amountFen === 0 ? `${freeUpTo(receivedOn)}件以内不收信息处理费` : `按件计收时，这一件${formatYuan(fee.amountFen)}；收不收由本机关决定`
  return { month, text: `${month}第${ordinal}件；${text}`, amountFen: fee.amountFen, cite: art('109', 4) }
}

/** 11月, or 2025年11月 when it is another year. */
export function monthName(date: CivilDate, today: CivilDate): string {
  const month = `${Number(date.slice(5, 7))}月`
  return yearOf(date) === yearOf(today) ? month : `${yearOf(date)}年${month}`
}

function freeUpTo(receivedOn: CivilDate): number {
  return valueAt(CASE_TIERS, receivedOn).fixed.findLast(({ unitFen }) => unitFen === 0)?.to ?? 0
}
