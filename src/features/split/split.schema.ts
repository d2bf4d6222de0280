import * as z from 'zod'
import { paragraph } from '#platform/validation/text.ts'
import { MOST_PARTS } from './propose-parts.ts'

/** What each of the cases is to be about; the first stays with the case that is split. */
export const SplitApplication = z.strictObject({
  parts: z
    .array(paragraph({ label: '这一件的内容', max: 2000 }), { error: (issue) => (issue.input === undefined ? '请写明拆成哪几件' : '要写成列表，每件一段文字') })
    .min(2, { error: '至少拆成2件' })
    .max(MOST_PARTS, { error: `最多拆成${MOST_PARTS}件` })
    .superRefine((parts, ctx) => {
      for (const [index, part] of parts.entries()) {
        const earlier = parts.indexOf(part)
        if (earlier < index && part !== '') ctx.addIssue({ code: 'custom', path: [index], message: `和第${earlier + 1}件的内容一样，改掉或者去掉一件` })
      }
    })
    .describe(`每件的内容，2至${MOST_PARTS}件；第1件留在原案`),
})
export type SplitApplication = z.output<typeof SplitApplication>
