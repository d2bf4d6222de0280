import * as z from 'zod'
import { loadCaseById } from '#store/case-store.ts'
import { calendarFor, type Ctx } from '#store/context.ts'
import type { Filed, FilingDone } from './file-application.ts'
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
    correctionNoticeDueOn: z.string().nullable().describe('补正通知最晚日；已经过了的为null'),
    working: z.array(Step).describe('怎么算出来的'),
    statusUrl: z.string(),
  })
  .meta({ id: 'FiledApplication' })

/** The same answer for the first request and for its repetitions. What has just been filed is not read again. */
export async function filedAnswer(ctx: Ctx, { filed, fresh }: FilingDone): Promise<z.output<typeof FiledAnswer>> {
  const { receivedOn, working, clock } = fresh ? { ...fresh.receipt, clock: fresh.clock } : await readAgain(ctx, filed)
  return {
    number: filed.number,
    queryCode: formatQueryCode(filed.queryCode),
    authorityId: filed.authorityId,
    receivedOn,
    receivedWhy: working.map((step) => ({ ...step })),
    dueOn: clock.dueOn,
    provisional: clock.provisional,
    correctionNoticeDueOn: clock.correctionNoticeDueOn !== null && clock.correctionNoticeDueOn >= ctx.today ? clock.correctionNoticeDueOn : null,
    working: clock.working.map((step) => ({ ...step })),
    statusUrl: `${ctx.publicUrl}/status?number=${filed.number}`,
  }
}

async function readAgain(ctx: Ctx, filed: Filed) {
  const { state, row } = await loadCaseById(ctx.db, filed.caseId)
  const asked = await applicationOf(ctx.db, row.applicationId)
  const facts = asked.receipt as unknown as ReceiptFacts
  const receipt = decideReceipt({ ...facts, arrivedOn: facts.arrivedOn ?? asked.receivedOn }, ctx)
  return { receivedOn: state.receivedOn, working: receipt.ok ? receipt.working : [], clock: receiptClock(state.receivedOn, calendarFor(ctx, row.authorityId)) }
}
