import { formatShort, type CivilDate } from '../civil-date.ts'
import type { Citation } from '../citation.ts'
import { art } from '../citation.ts'
import type { WorkingStep } from '../clock-types.ts'
import { valueAt } from '../parameter.ts'
import { refuse, type Outcome } from '../refusal.ts'
import { refuseFeeBeforeMeasures } from './art6-payment.ts'
import { CASE_TIERS, PAGE_TIERS, caseTier, type Tier } from './fee-tiers.ts'
import { formatYuan } from './money.ts'

/** 按件: `ordinalInMonth` is the place of the first case among the applicant's cases received in that natural month. */
export interface FeePerCase {
  readonly basis: 'per_case'
  readonly receivedOn: CivilDate
  readonly ordinalInMonth: number
  /** Cases charged together (一事一申请 split); default 1. */
  readonly cases?: number
}

/** 按量: pages of one case. */
export interface FeePerPage {
  readonly basis: 'per_page'
  readonly receivedOn: CivilDate
  readonly pages: number
}

/** One basis per case: 第三条 forbids charging both ways. */
export type FeeInput = FeePerCase | FeePerPage

/** Units `from` to `to` at one price. Amounts in fen. */
export interface FeePart {
  readonly from: number
  readonly to: number
  readonly unitFen: number
  readonly amountFen: number
}

/** The fee in fen, the tiers it is made of, and the working. */
export interface Fee {
  readonly amountFen: number
  readonly parts: readonly FeePart[]
  readonly working: readonly WorkingStep[]
}

/** The most units of one request that are computed; a bound against absurd input, not a rule of law. */
const MOST_UNITS = 1_000_000

/**
 * The 信息处理费 (law.md §12.5). The receipt date decides whether there is a fee at all.
 *
 * @statute 711 42① from 2019-05-15
 * 行政机关依申请提供政府信息，不收取费用。但是，申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费。
 *
 * Reading: the amount follows from the number of cases or pages; whether to charge stays the agency's decision (可以).
 */
export function feeFor(input: FeeInput): Outcome<Fee> {
  const early = refuseFeeBeforeMeasures(input.receivedOn)
  if (early) return early
  return input.basis === 'per_case' ? perCase(input) : perPage(input)
}

function perCase({ receivedOn, ordinalInMonth, cases = 1 }: FeePerCase): Outcome<Fee> {
  if (!isCount(ordinalInMonth, 1)) return refuse('fee/bad-ordinal', '本月第几件要填1以上的整数', art('109', 4))
  if (!isCount(cases, 1)) return refuse('fee/bad-count', '件数要填1以上的整数', art('109', 4))
  const tiers = valueAt(CASE_TIERS, receivedOn)
  const parts = split(ordinalInMonth, ordinalInMonth + cases - 1, (unit) => caseTier(tiers, unit))
  return { ok: true, ...total(parts), working: words(receivedOn, parts, '件', '本月第', art('109', 4)) }
}

function perPage({ receivedOn, pages }: FeePerPage): Outcome<Fee> {
  if (!isCount(pages, 0)) return refuse('fee/bad-pages', '页数要填0以上的整数', art('109', 5))
  const tiers = valueAt(PAGE_TIERS, receivedOn)
  const parts = split(1, pages, (page) => tiers.find(({ to }) => to === null || page <= to) as Tier)
  return { ok: true, ...total(parts), working: words(receivedOn, parts, '页', '第', art('109', 5)) }
}

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= MOST_UNITS
}

/** Cuts the units `first` to `last` at the tiers. */
function split(first: number, last: number, tierOf: (unit: number) => Tier): readonly FeePart[] {
  const parts: FeePart[] = []
  for (let from = first; from <= last; ) {
    const tier = tierOf(from)
    const to = tier.to === null ? last : Math.min(last, tier.to)
    parts.push({ from, to, unitFen: tier.unitFen, amountFen: (to - from + 1) * tier.unitFen })
    from = to + 1
  }
  return parts
}

function total(parts: readonly FeePart[]): { readonly amountFen: number; readonly parts: readonly FeePart[] } {
  return { amountFen: parts.reduce((sum, { amountFen }) => sum + amountFen, 0), parts }
}

function words(on: CivilDate, parts: readonly FeePart[], unit: string, lead: string, cite: Citation): readonly WorkingStep[] {
  const steps = parts.map(({ from, to, unitFen, amountFen }) => {
    const range = from === to ? `${lead}${from}${unit}` : `${lead}${from}至${to}${unit}`
    const price = unitFen === 0 ? '不收费' : `每${unit}${formatYuan(unitFen)}，${to - from + 1}${unit}${formatYuan(amountFen)}`
    return { on, text: `${range}，${price}`, cite }
  })
  const sum = total(parts).amountFen
  return [...steps, { on, text: `${formatShort(on)}收到的申请，信息处理费一共${formatYuan(sum)}`, cite }]
}
