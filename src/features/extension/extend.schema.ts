import * as z from 'zod'
import { wholeNumber } from '#platform/validation/number.ts'
import { line, paragraph } from '#platform/validation/text.ts'

/** The law says how many at most; more is refused by it, with the article. */
const Days = wholeNumber({ label: '延长的工作日数', example: 20, max: 999 }).meta({ description: '最多20个工作日（2019年5月15日以前收到的最多15）' })

/** What a 延长答复期限告知书 says. */
export const ExtendDeadline = z.strictObject({
  days: Days,
  reason: paragraph({ label: '延长的原因', min: 5, max: 500 }).meta({ description: '写进告知书，申请人看得到' }),
  consentedBy: line({ label: '同意延长的负责人', max: 50 }).refine((text) => text !== '', { error: '请填写政府信息公开工作机构负责人的姓名' }).meta({ description: '政府信息公开工作机构负责人（33条二款）' }),
})
export type ExtendDeadline = z.output<typeof ExtendDeadline>
