import * as z from 'zod'
import { line, optional, paragraph } from '#platform/validation/text.ts'

/** 处理决定 with the reason that goes into the reply. */
export const TakeDecision = z.strictObject({
  decision: line({ label: '处理决定', max: 40 }),
  reason: paragraph({ label: '事实和理由', min: 4, max: 3000 }),
  /** 部分公开: the code of the refusal that covers the withheld part. */
  refusedPart: optional(line({ label: '不公开部分的依据', max: 40 })),
  groundText: optional(line({ label: '依据的法律、行政法规和条款', max: 300 })),
})
export type TakeDecision = z.output<typeof TakeDecision>
