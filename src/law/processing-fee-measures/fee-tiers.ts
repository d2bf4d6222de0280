import { art } from '../citation.ts'
import { civilDate } from '../civil-date.ts'
import { parameter } from '../parameter.ts'
import { FEE_MEASURES_FROM } from './art6-payment.ts'

const REVIEWED = civilDate('2026-11-21')

/** One tier: units `from` to `to` (both counted; null without end) cost `unitFen` each. */
export interface Tier {
  readonly from: number
  readonly to: number | null
  readonly unitFen: number
}

/** 按件: two fixed tiers, then steps of `stepSize` cases, each dearer by `stepFen`. */
export interface CaseTiers {
  readonly fixed: readonly Tier[]
  readonly stepFrom: number
  readonly stepSize: number
  readonly stepFen: number
}

/*
 * 109号 第四条 (law.md §2): 同一申请人一个自然月内累计10件以下不收费；11—30件部分100元/件；31件以上部分以10件为一档，每增加一档提高100元/件。
 *
 * Reading: the first step (31–40) is 200元, the common way of reading 每增加一档提高100元/件; no official worked example was found.
 */
export const CASE_TIERS = parameter<CaseTiers>({
  name: '按件计收标准',
  unit: '分/件',
  reviewedOn: REVIEWED,
  values: [
    {
      from: FEE_MEASURES_FROM,
      value: {
        fixed: [
          { from: 1, to: 10, unitFen: 0 },
          { from: 11, to: 30, unitFen: 100_00 },
        ],
        stepFrom: 31,
        stepSize: 10,
        stepFen: 100_00,
      },
      cite: art('109', 4),
    },
  ],
})

/*
 * 109号 第五条 (law.md §2): 30页以下不收费；31—100页部分10元/页；101—200页部分20元/页；201页以上部分40元/页。
 *
 * Reading: A4 or smaller, one side is one page; pages of one case only, never added over several cases.
 */
export const PAGE_TIERS = parameter<readonly Tier[]>({
  name: '按量计收标准',
  unit: '分/页',
  reviewedOn: REVIEWED,
  values: [
    {
      from: FEE_MEASURES_FROM,
      value: [
        { from: 1, to: 30, unitFen: 0 },
        { from: 31, to: 100, unitFen: 10_00 },
        { from: 101, to: 200, unitFen: 20_00 },
        { from: 201, to: null, unitFen: 40_00 },
      ],
      cite: art('109', 5),
    },
  ],
})

/** The tier that holds case number `ordinal` of the month. */
export function caseTier({ fixed, stepFrom, stepSize, stepFen }: CaseTiers, ordinal: number): Tier {
  const flat = fixed.find(({ from, to }) => ordinal >= from && (to === null || ordinal <= to))
  if (flat) return flat
  const step = Math.ceil((ordinal - (stepFrom - 1)) / stepSize)
  const from = stepFrom + (step - 1) * stepSize
  return { from, to: from + stepSize - 1, unitFen: stepFen * (1 + step) }
}
