import * as z from 'zod'
import { civilDate, formatDate } from '#law/civil-date.ts'
import { REGULATION_2007_FROM } from '#law/disclosure-regulation/version.ts'
import { dateText } from '#platform/validation/date.ts'

/** Nothing beyond is foreseeable: arrangements come out one year ahead. */
const LATEST = civilDate('2049-12-31')

/** 收到日, typed freely. */
export const DueInput = z.object({
  received: dateText('收到日').refine((date) => date >= REGULATION_2007_FROM && date <= LATEST, {
    error: `收到日要在${formatDate(REGULATION_2007_FROM)}（条例开始施行）至${formatDate(LATEST)}之间`,
  }),
})

const count = (label: string, example: string) =>
  z
    .string({ error: `请填写${label}` })
    .transform((text) => text.normalize('NFKC').replace(/[\s,件页]/gu, ''))
    .refine((text) => /^\d{1,6}$/.test(text), { error: `${label}要写成整数，例如${example}` })
    .transform(Number)

/** 按件: how many this month; 按量: how many pages of one case. */
export const FeeInput = {
  per_case: z.object({ cases: count('件数', '35').refine((n) => n >= 1, { error: '件数至少1件' }) }),
  per_page: z.object({ pages: count('页数', '150') }),
}
