import * as z from 'zod'
import { line } from '#platform/validation/text.ts'
import { count, day, unknownKind } from './question-parts.ts'

const on = day('发生的日期')
const id = line({ label: '征求意见的编号', max: 80 }).describe('征求意见的编号，开始和结束用同一个')
const KINDS = ['third_party', 'co_producer', 'other_agency'] as const

/** The most days an extension can be typed with; how many the law allows is for the law to say. */
const MOST_DAYS = 10_000
const MOST_EVENTS = 500

const EVENTS = [
  z.strictObject({ type: z.literal('correction_requested'), on, respondBy: day('补正的最后一天') }),
  z.strictObject({ type: z.literal('correction_received'), on, goodCause: z.boolean({ error: '正当理由只能是true或者false' }).optional().describe('逾期补正有正当理由') }),
  z.strictObject({
    type: z.literal('consultation_started'),
    id,
    kind: z.enum(KINDS, { error: `征求意见的对象只能是${KINDS.join('、')}中的一个` }).describe('第三方、共同制作机关、其他机关'),
    on,
    servedOn: day('对方收到征求意见书的日期').optional(),
  }),
  z.strictObject({ type: z.literal('consultation_ended'), id, on }),
  z.strictObject({ type: z.literal('extended'), on, days: count('延长的工作日数', MOST_DAYS) }),
  z.strictObject({ type: z.literal('fee_notice_sent'), on }),
  z.strictObject({ type: z.literal('fee_notice_received'), on }),
  z.strictObject({ type: z.literal('fee_paid'), on }),
  z.strictObject({ type: z.literal('reasons_requested'), on }),
  z.strictObject({ type: z.literal('deferred'), on, until: day('延迟答复的日期') }),
  z.strictObject({ type: z.literal('replied'), on }),
  z.strictObject({ type: z.literal('withdrawn'), on }),
] as const

const TYPES = EVENTS.map(({ shape }) => shape.type.value)

/** What moves the clock after receipt, in the words of the API (law.md §12.3). */
export const DeadlineEvent = z.discriminatedUnion('type', EVENTS, { error: unknownKind('事项', TYPES) }).meta({ id: 'DeadlineEvent' })
export type DeadlineEvent = z.output<typeof DeadlineEvent>

/** `POST /calculators/deadline`: the receipt date, what happened since, and the day on which one asks. */
export const DeadlineQuestion = z
  .strictObject({
    receivedOn: day('收到日'),
    today: day('算到哪天').optional().describe('算到哪天；不填就是今天'),
    events: z.array(DeadlineEvent, { error: ({ input }) => (Array.isArray(input) ? undefined : '事项要写成列表，放在[ ]里') })
      .max(MOST_EVENTS, { error: `事项最多${MOST_EVENTS}条` })
      .optional()
      .describe('收到以后的事项，按发生的先后'),
  })
  .superRefine(({ receivedOn, today }, ctx) => {
    if (today !== undefined && today < receivedOn) ctx.addIssue({ code: 'custom', path: ['today'], message: `算到的日期${today}早于收到日${receivedOn}` })
  })
  .meta({ id: 'DeadlineQuestion' })
export type DeadlineQuestion = z.output<typeof DeadlineQuestion>
