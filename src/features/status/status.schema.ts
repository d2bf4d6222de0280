import * as z from 'zod'
import { normalizeQueryCode } from '#features/intake/index.ts'
import { line } from '#platform/validation/text.ts'

/** What stands on the receipt, as people type it: full-width signs, other dashes and blanks are read too. */
export const StatusQuery = z
  .strictObject({
    number: line({ label: '申请编号', max: 40 })
      .transform((text) => text.normalize('NFKC').replace(/\s/g, '').replace(/[‐‑–—－]/g, '-'))
      .refine((text) => /^\d{4}-\d{1,8}$/.test(text), { error: '申请编号的写法像2026-0187，请对照回执再看一遍' })
      .describe('申请编号，例如2026-0187'),
    queryCode: line({ label: '查询码', max: 40 })
      .transform(normalizeQueryCode)
      .refine((text) => /^[0-9A-Z]{8}$/.test(text), { error: '查询码是8位字母和数字，像K7M4 2Q9T，请对照回执再看一遍' })
      .describe('回执上的查询码，空格和大小写不论'),
  })
  .meta({ id: 'StatusQuery' })
export type StatusQuery = z.output<typeof StatusQuery>

const Step = z.object({
  on: z.string(),
  text: z.string(),
  cite: z.object({ instrument: z.string(), article: z.int(), paragraph: z.int().optional(), item: z.int().optional() }).nullable(),
})

const Day = z.object({
  date: z.string(),
  kind: z.enum(['receipt', 'working', 'make_up', 'weekend', 'day_off', 'excluded']),
  count: z.int().nullable().describe('第几日；不计入的为null'),
  extension: z.boolean(),
  name: z.string().nullable().describe('节日名称'),
})

/** Days are YYYY-MM-DD in Asia/Shanghai. */
export const StatusAnswer = z
  .object({
    number: z.string(),
    stage: z.enum(['received', 'accepted', 'in_progress', 'replied']).describe('收到、受理、办理中、答复'),
    receivedOn: z.string().describe('收到日'),
    clock: z.object({
      status: z.string(),
      dueOn: z.string().nullable().describe('最晚答复日；期限不走时为null'),
      provisional: z.boolean().describe('放假安排未公布，日期暂按周末和法定节假日计算'),
      remainingWorkingDays: z.int().nullable(),
      overdue: z.boolean(),
      ifResumedTodayDueOn: z.string().nullable().describe('期限停着：如果今天恢复，最晚答复日'),
      latestPossibleDueOn: z.string().nullable().describe('期限停着：最迟的最晚答复日'),
      working: z.array(Step).describe('怎么算出来的'),
      days: z.array(Day).describe('逐日'),
    }),
    dateChanges: z.array(z.object({ on: z.string(), from: z.string(), to: z.string(), text: z.string() })).describe('放假安排变了，最晚答复日跟着变的经过，新的在前'),
    parts: z
      .array(z.object({ number: z.string(), subject: z.string(), stage: z.enum(['received', 'accepted', 'in_progress', 'replied']) }))
      .describe('申请按一事一申请分成的几件，这一件在内；没有分的是空的。每件都用原来的查询码查'),
    joinedInto: z.string().nullable().describe('并回到哪一件一起办；没有的为null'),
    withdrawnOn: z.string().nullable().describe('撤回的日子'),
    lapsed: z.object({ on: z.string(), what: z.enum(['correction', 'fee']) }).nullable().describe('逾期没有补正或者缴费，不再处理'),
    correction: z
      .object({
        letterId: z.string(),
        requestedOn: z.string(),
        respondBy: z.string().describe('补正的最后一天'),
        receivedOn: z.string().nullable(),
        remainingWorkingDays: z.int(),
        items: z.array(z.string()).describe('要补的'),
        guidance: z.string().nullable().describe('怎样补'),
        late: z.object({ on: z.string(), refused: z.string().nullable().describe('不认可的理由；还没有认定的为null') }).nullable().describe('逾期交的补正，等认定或者没有认可'),
      })
      .nullable(),
    extension: z.object({ on: z.string(), days: z.int(), reason: z.string(), letterId: z.string().nullable() }).nullable(),
    fee: z
      .object({
        amountFen: z.int(),
        payBy: z.string().nullable().describe('缴费的最后一天；还不知道哪天收到通知的为null'),
        paidOn: z.string().nullable(),
        method: z.string().nullable().describe('怎样缴'),
        letterId: z.string(),
      })
      .nullable(),
    files: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.int() })).describe('公开给申请人的文件，送达以后才有'),
    supplements: z.array(z.object({ id: z.string(), receivedOn: z.string(), text: z.string().nullable(), lateReason: z.string().nullable() })).describe('申请人补充的'),
    actions: z
      .array(z.object({ action: z.string(), allowed: z.boolean(), code: z.string().nullable(), reason: z.string().nullable() }))
      .describe('现在能办什么，POST /status/{action}；不能的写明为什么'),
    letters: z.array(
      z.object({ id: z.string(), title: z.string(), documentNumber: z.string().nullable(), issuedOn: z.string(), status: z.enum(['queued', 'stored', 'failed']) }),
    ),
    reply: z
      .object({
        documentNumber: z.string(),
        issuedOn: z.string(),
        deliveredOn: z.string(),
        confirmedOn: z.string().nullable().describe('申请人确认收到的日子'),
        service: z.enum(['direct', 'post', 'electronic']),
        letterId: z.string(),
        remedy: z.string().nullable().describe('不服怎么办'),
        reconsiderationBy: z.string().nullable().describe('申请行政复议的最后一天；从收到答复书起算而收到日未知的为null'),
        litigationBy: z.string().nullable(),
      })
      .optional(),
  })
  .meta({ id: 'ApplicationStatus' })
export type StatusAnswer = z.output<typeof StatusAnswer>
