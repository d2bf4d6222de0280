import { Hono, type Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as z from 'zod'
import type { Outcome } from '#law/refusal.ts'
import { today } from '#platform/clock.ts'
import { jsonAnswer, jsonRequest, problems } from '#platform/http/describe.ts'
import { jsonBody } from '#platform/http/json-body.ts'
import { refusalResponse } from '#platform/http/refusal-response.ts'
import type { WebEnv } from '#store/web-env.ts'
import { DeadlineAnswer, FeeAnswer, RemedyAnswer } from './answer.schema.ts'
import { calculateDeadline, calculateFee, calculateRemedy, type Now } from './calculate.ts'
import { DeadlineQuestion } from './deadline.schema.ts'
import { FeeQuestion } from './fee.schema.ts'
import { limitCalculations } from './limit-calculations.ts'
import { RemedyQuestion } from './remedy.schema.ts'

/** `POST /calculators/deadline`, `fee` and `remedy`: for anybody, nothing is kept. */
export const calculatorsApi = new Hono<WebEnv>()
  .post(
    '/calculators/deadline',
    described('calculateDeadline', '算答复期限', '按收到日和收到以后的事项，逐日数出最晚答复日。2019年5月15日以前收到的，按2007年条例数15个工作日。', DeadlineQuestion, DeadlineAnswer),
    (c) => answer(c, DeadlineQuestion, calculateDeadline),
  )
  .post(
    '/calculators/fee',
    described('calculateFee', '算信息处理费', '按件或者按量，只能用一种。2021年1月1日以前收到的申请不收费。', FeeQuestion, FeeAnswer),
    (c) => answer(c, FeeQuestion, calculateFee),
  )
  .post(
    '/calculators/remedy',
    described('calculateRemedy', '算复议诉讼期限', '按处理决定的种类和作出日期，说明怎样救济、最后一天是哪天。', RemedyQuestion, RemedyAnswer),
    (c) => answer(c, RemedyQuestion, calculateRemedy),
  )

function described(operationId: string, summary: string, description: string, question: z.ZodType, result: z.ZodType) {
  return describeRoute({
    operationId,
    tags: ['计算'],
    summary,
    description: `${description}不用登录，不保存内容。法律不允许的回答409，code写明哪一种，cite是依据。`,
    security: [],
    requestBody: jsonRequest(question),
    responses: { 200: jsonAnswer('算出来了', result), ...problems(409, 422, 429) },
  })
}

async function answer<Q extends z.ZodType, A extends object>(
  c: Context<WebEnv>,
  schema: Q,
  calculate: (question: z.output<Q>, now: Now) => Outcome<{ readonly answer: A }>,
): Promise<Response> {
  await limitCalculations(c)
  const question = await jsonBody(c, schema)
  const { clock, calendar } = c.get('services')
  const found = calculate(question, { today: today(clock), calendar })
  return found.ok ? c.json(found.answer) : refusalResponse(c, found.refusal)
}
