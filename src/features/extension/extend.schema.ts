import * as z from 'zod'
import { line, paragraph } from '#platform/validation/text.ts'

const Days = z
  .union([z.int(), z.string()], { error: '请填写延长的工作日数' })
  .transform((value, ctx) => {
    const text = String(value).trim()
    const days = /^\d{1,3}$/.test(text) ? Number(text) : null
    if (days === null || days < 1) ctx.addIssue({ code: 'custom', message: text === '' ? '请填写延长的工作日数' : `“${text}”不是天数，请填1以上的整数，例如20` })
    return days ?? 0
  })
  .meta({ description: '延长的工作日数，最多20（2019年5月15日以前收到的最多15）' })

/** What a 延长答复期限告知书 says. */
export const ExtendDeadline = z.strictObject({
  days: Days,
  reason: paragraph({ label: '延长的原因', min: 5, max: 500 }).meta({ description: '写进告知书，申请人看得到' }),
  consentedBy: line({ label: '同意延长的负责人', max: 50 }).refine((text) => text !== '', { error: '请填写政府信息公开工作机构负责人的姓名' }).meta({ description: '政府信息公开工作机构负责人（33条二款）' }),
})
export type ExtendDeadline = z.output<typeof ExtendDeadline>
