import * as z from 'zod'
import { APPLICANT_KINDS } from '#case/words.ts'
import { STATUSES } from '#case/status.ts'
import { dateText } from '#platform/validation/date.ts'
import { line } from '#platform/validation/text.ts'
import { BANDS } from './bands.ts'

const keysOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(words) as [K, ...K[]], { error: () => `只能是${Object.keys(words).join('、')}中的一个` })

/** `GET /cases`: what narrows the list, and where to go on. */
export const ListCases = z.strictObject({
  open: z.enum(['true', 'false'], { error: '只能是true或者false' }).transform((text) => text === 'true').optional().meta({ description: '答复送达以前是在办' }),
  clock: keysOf(BANDS).optional().meta({ description: '期限颜色：red 剩2日以内或已超期，amber 剩3至5日，green 剩6日以上，stopped 不走' }),
  status: keysOf(STATUSES).optional(),
  unit: line({ label: '承办单位', max: 100 }).optional(),
  applicantKind: keysOf(APPLICANT_KINDS).optional(),
  receivedFrom: dateText('收到日起').optional(),
  receivedTo: dateText('收到日止').optional(),
  q: line({ label: '查找的字', max: 60 }).optional().meta({ description: '编号、申请内容、申请人里的字，或者完整的文号' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, { error: '写1至100的整数' })
    .transform(Number)
    .refine((n) => n >= 1 && n <= 100, { error: '写1至100的整数' })
    .default(50)
    .meta({ description: '每页几件，默认50，最多100' }),
  cursor: line({ label: '翻页标记', max: 200 }).optional().meta({ description: '上一页给的nextCursor' }),
})
export type ListCases = z.output<typeof ListCases>
