import * as z from 'zod'
import { dateText } from '#platform/validation/date.ts'
import { paragraph } from '#platform/validation/text.ts'

const MOST = 10
const LONGEST = 200

const lines = (text: string) => text.split('\n').map((one) => one.replace(/^\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）])\s*/u, '').trim()).filter((one) => one !== '')

const Items = z
  .preprocess((value) => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.map((one) => one.replaceAll('\n', ' ')).join('\n') : value), paragraph({ label: '需要补正的事项', max: MOST * (LONGEST + 1) }))
  .transform((text, ctx) => {
    const items = lines(text)
    const long = items.findIndex((one) => [...one].length > LONGEST)
    const message =
      items.length === 0 ? '请填写需要补正的事项' : items.length > MOST ? `需要补正的事项最多${MOST}项，现在${items.length}项` : long >= 0 ? `第${long + 1}项最多${LONGEST}个字` : null
    if (message !== null) ctx.addIssue({ code: 'custom', message })
    return items
  })

/** What a 补正告知书 says. */
export const RequestCorrection = z.strictObject({
  items: Items.meta({ description: `需要补正的事项，一行一项，最多${MOST}项` }),
  guidance: paragraph({ label: '指导和释明', min: 5, max: 2000 }).meta({ description: '怎样补正：指导和释明' }),
  respondBy: dateText('补正的截止日期').meta({ description: '合理的补正期限，当日包括在内' }),
})
export type RequestCorrection = z.output<typeof RequestCorrection>
