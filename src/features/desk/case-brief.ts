import * as z from 'zod'
import type { Clock } from '#law/clock-types.ts'
import type { CaseState } from '#case/state.ts'
import { STATUSES } from '#case/status.ts'
import { caseClock } from '#store/case-row.ts'
import type { CaseRow, LoadedCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import { nextStep } from './next-step.ts'

const day = z.string().meta({ format: 'date' })

/** A case as lists and commands of the API tell it. */
export const CaseBrief = z
  .object({
    number: z.string().meta({ example: '2026-0159' }),
    version: z.int().meta({ description: '带着它提交，别人先改过就会被拒绝' }),
    subject: z.string(),
    applicantKind: z.string(),
    channel: z.string(),
    receivedOn: day,
    status: z.string(),
    statusName: z.string(),
    open: z.boolean(),
    nextStep: z.string().meta({ description: '谁要做什么' }),
    unitName: z.string().nullable(),
    handlerName: z.string().nullable(),
    decision: z.string().nullable(),
    documentNumber: z.string().nullable(),
    clock: z.object({
      status: z.string(),
      dueOn: day.nullable(),
      provisional: z.boolean().meta({ description: '涉及的年份还没有公布放假安排，按法定节假日推算' }),
      remainingWorkingDays: z.int().nullable().meta({ description: '今天以后到最晚答复日还有几个工作日，超期为负' }),
      overdue: z.boolean(),
      respondBy: day.nullable().meta({ description: '等补正时，最晚哪天补正' }),
      payBy: day.nullable().meta({ description: '等缴费时，最晚哪天缴费；收费通知没有送达为null' }),
      endedOn: day.nullable(),
    }),
  })
  .meta({ id: 'CaseBrief' })
export type CaseBrief = z.infer<typeof CaseBrief>

/** Tells a case briefly. */
export function caseBrief(row: CaseRow, state: CaseState, clock: Clock): CaseBrief {
  return {
    number: row.number,
    version: row.version,
    subject: row.subject,
    applicantKind: row.applicantKind,
    channel: row.channel,
    receivedOn: row.receivedOn,
    status: state.status,
    statusName: STATUSES[state.status],
    open: row.open,
    nextStep: nextStep(state),
    unitName: state.unitName,
    handlerName: state.handlerName,
    decision: state.decision?.code ?? null,
    documentNumber: state.reply?.documentNumber ?? null,
    clock: {
      status: clock.status,
      dueOn: clock.dueOn,
      provisional: clock.provisional,
      remainingWorkingDays: clock.remainingWorkingDays,
      overdue: clock.overdue,
      respondBy: clock.respondBy,
      payBy: clock.payBy,
      endedOn: clock.endedOn,
    },
  }
}

/** The same for a case as it was just saved. */
export function briefOf(ctx: StaffCtx, { row, state, events }: LoadedCase): CaseBrief {
  return caseBrief(row, state, caseClock(state, events, ctx.today, ctx.calendar))
}
