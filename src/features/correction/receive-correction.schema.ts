import * as z from 'zod'
import { dateText } from '#platform/validation/date.ts'
import { line, optional, paragraph } from '#platform/validation/text.ts'

/** A correction that came on paper; or, with nothing but `goodCause`, the late one that the applicant sent here. */
export const ReceiveCorrection = z.strictObject({
  on: optional(dateText('收到补正的日期')).meta({ description: '收到补正的那一天；认可申请人网上逾期补正的不写' }),
  text: optional(paragraph({ label: '补正的内容', min: 2, max: 5000 })).meta({ description: '纸上补正了什么；认可网上逾期补正的不写' }),
  goodCause: optional(line({ label: '正当理由', max: 500, min: 2 })).meta({ description: '逾期的必写' }),
})
export type ReceiveCorrection = z.output<typeof ReceiveCorrection>
