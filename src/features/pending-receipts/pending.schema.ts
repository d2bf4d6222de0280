import * as z from 'zod'
import { applicationRules, FileApplication, oneOf } from '#features/intake/index.ts'
import { dateText } from '#platform/validation/date.ts'
import { line, optional } from '#platform/validation/text.ts'

export const PENDING_CHANNELS = { ordinary_mail: '平常信函', fax: '传真' } as const

/** How the applicant was tried to be reached. */
export const ATTEMPT_WAYS = { phone: '电话', message: '短信', email: '电子邮件', letter: '写信', visit: '上门' } as const
export type AttemptWay = keyof typeof ATTEMPT_WAYS

/** What came of it; who was reached is confirmed instead. */
export const ATTEMPT_RESULTS = { no_answer: '没人接、没回', wrong_number: '空号、停机', not_applicant: '不是申请人', no_contact: '没留联系方式' } as const
export type AttemptResult = keyof typeof ATTEMPT_RESULTS

/** A letter or fax as typed, before it is confirmed. */
export const NewPendingReceipt = applicationRules(
  FileApplication.omit({ authorityId: true }).extend({
    arrival: z.strictObject({ channel: oneOf('渠道', PENDING_CHANNELS), arrivedOn: dateText('到达日期').describe('信函或者传真到达的日期') }),
  }),
).meta({ id: 'NewPendingReceipt' })
export type NewPendingReceipt = z.output<typeof NewPendingReceipt>

export const NewAttempt = z
  .strictObject({
    on: optional(dateText('联系的日期')).describe('不写就是今天'),
    way: oneOf('怎么联系的', ATTEMPT_WAYS),
    result: oneOf('结果', ATTEMPT_RESULTS),
    note: optional(line({ label: '说明', max: 200 })),
  })
  .meta({ id: 'NewContactAttempt' })
export type NewAttempt = z.output<typeof NewAttempt>

export const Confirmation = z
  .strictObject({
    confirmedOn: optional(dateText('确认的日期')).describe('不写就是今天'),
    way: oneOf('怎么确认的', ATTEMPT_WAYS),
  })
  .meta({ id: 'ReceiptConfirmation' })
export type Confirmation = z.output<typeof Confirmation>

export const Closing = z.strictObject({ reason: line({ label: '不登记的理由', min: 4, max: 200 }) }).meta({ id: 'PendingReceiptClosing' })
export type Closing = z.output<typeof Closing>

export const OpenContact = z.strictObject({ reason: line({ label: '查看事由', min: 4, max: 200 }) }).meta({ id: 'OpenPendingContact' })
export type OpenContact = z.output<typeof OpenContact>
