import * as z from 'zod'
import { wholeNumber } from '#platform/validation/number.ts'
import { optional, paragraph } from '#platform/validation/text.ts'

const Pages = wholeNumber({ label: '页数', example: 1500, max: 1_000_000 })

/** What a 收费通知书 says; the amount follows from it. */
export const IssueFeeNotice = z
  .strictObject({
    basis: z.enum(['per_case', 'per_page'], { error: '请选择计收标准：按件、按量' }).meta({ description: '每件申请只选一种（109号三条）' }),
    pages: optional(Pages).meta({ description: '按量：A4及以下幅面单面为1页' }),
    facts: paragraph({ label: '为什么收', min: 5, max: 1000 }).meta({ description: '数量、频次怎样明显超过合理范围（42条），写进通知书' }),
    method: paragraph({ label: '缴纳方式', min: 5, max: 500 }).meta({ description: '到哪里、怎样缴，写进通知书' }),
  })
export type IssueFeeNotice = z.output<typeof IssueFeeNotice>
