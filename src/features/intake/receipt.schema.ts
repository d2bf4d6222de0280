import * as z from 'zod'
import { CHANNELS } from '#case/words.ts'
import { dateText } from '#platform/validation/date.ts'
import { line, optional } from '#platform/validation/text.ts'
import { oneOf } from './file-application.schema.ts'

/** How a paper application arrived, typed by the window clerk (条例第三十一条). */
export const ReceiptInput = z
  .strictObject({
    channel: oneOf('渠道', CHANNELS),
    arrivedOn: dateText('收到日期').describe('提交、签收或者到达的日期，例如2026-11-20；当天在哪天由渠道决定'),
    confirmedOn: optional(dateText('确认日期')).describe('平常信函、传真：与申请人确认的日期'),
    contactLost: z.boolean({ error: '联系不上只能是true或者false' }).optional().describe('平常信函：到达当天联系不上申请人'),
    mailNumber: optional(line({ label: '邮件号', max: 40 })),
    signedBy: optional(line({ label: '签收人', max: 50 })),
  })
  .meta({ id: 'ReceiptInput' })
export type ReceiptInput = z.output<typeof ReceiptInput>
