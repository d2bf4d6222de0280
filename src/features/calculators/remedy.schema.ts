import * as z from 'zod'
import { DECISION_KINDS } from '#law/disclosure-regulation/decision-kind.ts'
import { day } from './question-parts.ts'

/** `POST /calculators/remedy`: what was decided, when, and when it reached the applicant. */
export const RemedyQuestion = z
  .strictObject({
    decision: z
      .enum(DECISION_KINDS.map(({ code }) => code), {
        error: ({ input }) => (input === undefined ? '请填写处理决定' : '没有这种处理决定，请从接口文档列出的代码里选'),
      })
      .describe('处理决定的代码'),
    issuedOn: day('作出决定的日期'),
    deliveredOn: day('收到答复的日期').optional().describe('申请人收到答复的日期；不填就算不出最后一天'),
    electronic: z.boolean({ error: '电子送达只能是true或者false' }).optional().describe('通过互联网送达'),
  })
  .meta({ id: 'RemedyQuestion' })
export type RemedyQuestion = z.output<typeof RemedyQuestion>
