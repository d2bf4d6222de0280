import * as z from 'zod'
import { loadCaseById } from '#store/case-store.ts'
import { calendarFor, type Ctx } from '#store/context.ts'
import type { Filed } from './file-application.ts'
import { receiptClock } from './receipt-clock.ts'
import { decideReceipt, type ReceiptFacts } from './receipt.decide.ts'
import { formatQueryCode } from './query-code.ts'
import { applicationOf } from '#store/application.ts'

const Step = z.object({
  on: z.string(),
  text: z.string(),
  cite: z.object({ instrument: z.string(), article: z.int(), paragraph: z.int().optional(), item: z.int().optional() }).nullable(),
})

/** What is told when an application has been registered. Days are YYYY-MM-DD in Asia/Shanghai. */
export const FiledAnswer = z
  .object({
    number: z.string().describe('申请编号'),
    queryCode: z.string().describe('查询码，只告诉这一次'),
    authorityId: z.string(),
    receivedOn: z.string().describe('收到日'),
    receivedWhy: z.array(Step),
    dueOn: z.string().nullable().describe('最晚答复日'),
    provisional: z.boolean().describe('放假安排未公布，日期暂按周末和法定节假日计算'),
    correctionNoticeDueOn: z.string().nullable().describe('补正通知最晚日'),
    working: z.array(Step).describe('怎么算出来的'),
    statusUrl: z.string(),
  })
  .meta({ id: 'FiledApplication' })

/** The same answer for the first request and for its repetitions. */
export async function filedAnswer(ctx: Ctx, filed: Filed): Promise<z.output<typeof FiledAnswer>> {
  const { state, row } = await loadCaseById(ctx.db, filed.caseId)
  const asked = await applicationOf(ctx.db, row.applicationId)
  const clock = receiptClock(state.receivedOn, calendarFor(ctx, row.authorityId))
  const receipt = decideReceipt({ ...(asked.receipt as unknown as ReceiptFacts), arrivedOn: arrivalOf(asked) }, ctx)
  return {
    number: filed.number,
    queryCode: formatQueryCode(filed.queryCode),
    authorityId: filed.authorityId,
    receivedOn: state.receivedOn,
    receivedWhy: receipt.ok ? receipt.working.map((step) => ({ ...step })) : [],
    dueOn: clock.dueOn,
    provisional: clock.provisional,
    correctionNoticeDueOn: clock.correctionNoticeDueOn,
    working: clock.working.map((step) => ({ ...step })),
    statusUrl: `${ctx.publicUrl}/status?number=${filed.number}`,
  }
}

function arrivalOf(asked: Awaited<ReturnType<typeof applicationOf>>) {
  return (asked.receipt as unknown as ReceiptFacts).arrivedOn ?? asked.receivedOn
}
