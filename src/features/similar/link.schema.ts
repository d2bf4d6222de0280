import * as z from 'zod'
import { line, optional } from '#platform/validation/text.ts'

export const RELATIONS = { similar: '内容相近', repeated: '重复申请' } as const

/** Another case of the same authority, how it is related, and a remark. */
export const LinkCases = z.strictObject({
  other: line({ label: '另一件的编号', max: 40 })
    .transform((text) => text.normalize('NFKC').replace(/\s/g, '').replace(/[‐‑–—－]/g, '-'))
    .refine((text) => /^\d{4}-\d{1,8}$/.test(text), { error: '编号的写法像2026-0187' })
    .describe('另一件的编号'),
  relation: z.enum(Object.keys(RELATIONS) as [keyof typeof RELATIONS], { error: `请选择怎么相关：${Object.values(RELATIONS).join('、')}` }),
  note: optional(line({ label: '说明', max: 300 })),
})
export type LinkCases = z.output<typeof LinkCases>
