import * as z from 'zod'
import { SERVICES } from '#case/words.ts'
import { dateText } from '#platform/validation/date.ts'
import { line } from '#platform/validation/text.ts'

/** How and when the reply was served, and what proves it. */
export const DeliverReply = z.strictObject({
  service: z.enum(Object.keys(SERVICES) as [keyof typeof SERVICES], { error: `请选择送达方式：${Object.values(SERVICES).join('、')}` }),
  on: dateText('送达日期'),
  evidence: line({ label: '送达凭据', max: 200, min: 2 }),
})
export type DeliverReply = z.output<typeof DeliverReply>
