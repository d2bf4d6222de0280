import * as z from 'zod'
import { dateText } from '#platform/validation/date.ts'
import { yuanInFen } from '#platform/validation/number.ts'
import { line } from '#platform/validation/text.ts'

/** When the notice came to the applicant, and what proves it. */
export const ReceiveFeeNotice = z.strictObject({
  on: dateText('收到通知的日期').meta({ description: '申请人收到收费通知的那一天' }),
  evidence: line({ label: '凭据', max: 200, min: 2 }).meta({ description: '签收人姓名、EMS单号或者系统名称' }),
})
export type ReceiveFeeNotice = z.output<typeof ReceiveFeeNotice>

/** A payment of the whole fee. */
export const RecordPayment = z.strictObject({
  on: dateText('缴费日期').meta({ description: '完成缴费的那一天' }),
  amountYuan: yuanInFen({ label: '数额' }).meta({ description: '缴费的数额，单位元' }),
  evidence: line({ label: '票据', max: 200, min: 2 }).meta({ description: '财政票据号码或者缴款单号' }),
})
export type RecordPayment = z.output<typeof RecordPayment>
