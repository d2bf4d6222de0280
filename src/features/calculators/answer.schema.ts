import * as z from 'zod'

const day = z.string().meta({ format: 'date' })
const dayOrNull = (text: string) => day.nullable().describe(text)

const Step = z
  .object({
    on: day,
    text: z.string(),
    cite: z.object({ instrument: z.string(), article: z.int(), paragraph: z.int().nullable(), item: z.int().optional() }).nullable().describe('依据的条、款、项'),
  })
  .meta({ id: 'WorkingStep' })

const working = z.array(Step).describe('怎么算出来的')

/** The clock as of one day. Fields that do not apply are null. */
export const DeadlineAnswer = z
  .object({
    status: z.enum(['running', 'awaiting_correction', 'consulting', 'awaiting_payment', 'deferred', 'lapsed', 'ended']),
    dueOn: dayOrNull('最晚答复日；期限不走时为null'),
    provisional: z.boolean().describe('有的年份放假安排未公布，日期暂按周末和法定节日推算'),
    correctionNoticeDueOn: dayOrNull('补正告知的最后一天'),
    respondBy: dayOrNull('补正的最后一天'),
    payBy: dayOrNull('缴费的最后一天'),
    ifResumedTodayDueOn: dayOrNull('期限不走时：如果今天恢复，最晚答复日'),
    latestPossibleDueOn: dayOrNull('期限不走时：最晚答复日最迟到哪天'),
    remainingWorkingDays: z.int().nullable().describe('今天以后到最晚答复日还有几个工作日；超期为负数；期限不走时为null'),
    overdue: z.boolean(),
    timely: z.boolean().nullable().describe('答复了的：是否在期限内'),
    lawAsOf: day.describe('适用哪天的规定'),
    working,
    days: z
      .array(
        z.object({
          date: day,
          kind: z.enum(['receipt', 'working', 'make_up', 'weekend', 'day_off', 'excluded']),
          count: z.int().nullable().describe('第几日；不计入的为null'),
          extension: z.boolean().describe('因延长才有的'),
          name: z.string().nullable().describe('节日名称'),
        }),
      )
      .describe('逐日'),
    receivedOn: day,
    today: day.describe('算到哪天'),
    originOn: day.describe('现在这次起算的日期：收到申请、收到补正或者缴费'),
    quota: z.int().describe('一共几个工作日'),
    countedWorkingDays: z.int().describe('已经计入几个工作日'),
    originalDueOn: dayOrNull('延长以前的最晚答复日'),
    endedOn: dayOrNull('答复、撤回或者不再处理的日期'),
    calendarVersion: z.string().describe('算的时候用的日历'),
  })
  .meta({ id: 'DeadlineAnswer' })
export type DeadlineAnswer = z.output<typeof DeadlineAnswer>

/** Money is integer fen. */
export const FeeAnswer = z
  .object({
    amountFen: z.int().describe('合计，分'),
    parts: z.array(z.object({ from: z.int(), to: z.int(), unitFen: z.int(), amountFen: z.int() })).describe('各档：从第几件（页）到第几件（页）、单价、小计'),
    working,
  })
  .meta({ id: 'FeeAnswer' })
export type FeeAnswer = z.output<typeof FeeAnswer>

/** Remedies with their last days. */
export const RemedyAnswer = z
  .object({
    route: z.enum(['reconsideration_first', 'choice', 'none']).describe('先复议、复议或者起诉、没有'),
    reconsiderationBy: dayOrNull('申请行政复议的最后一天'),
    litigationBy: dayOrNull('直接提起行政诉讼的最后一天；要先复议的为null'),
    clause: z.string().nullable().describe('答复书里的救济告知'),
    working,
    provisional: z.boolean().describe('有的年份放假安排未公布'),
  })
  .meta({ id: 'RemedyAnswer' })
export type RemedyAnswer = z.output<typeof RemedyAnswer>
