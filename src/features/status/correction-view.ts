import { clockTakes, type ClockSource } from '#case/clock-takes.ts'
import type { CaseEvent } from '#case/events.ts'
import { readNotice, type CorrectionNotice } from '#features/correction/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { countWorkingDays } from '#law/working-days.ts'
import type { Ctx } from '#store/context.ts'

/** A correction that was asked for, as its applicant sees it. */
export interface CorrectionView {
  readonly letterId: string
  /** What the notice says; null where it lies elsewhere. */
  readonly notice: CorrectionNotice | null
  readonly requestedOn: CivilDate
  readonly respondBy: CivilDate
  readonly receivedOn: CivilDate | null
  /** Working days after today up to the last one; 0 on it and behind it. */
  readonly remaining: number
  readonly late: { readonly on: CivilDate; readonly refused: string | null } | null
}

export async function correctionView(ctx: Ctx, { state, today, calendar }: ClockSource): Promise<CorrectionView | null> {
  const { correction, lateCorrection } = state
  if (correction === null) return null
  const { letterId, requestedOn, respondBy, receivedOn } = correction
  return {
    letterId, requestedOn, respondBy, receivedOn,
    notice: await readNotice(ctx.db, letterId),
    remaining: today < respondBy ? countWorkingDays(calendar, today, respondBy) : 0,
    late: receivedOn === null ? lateCorrection : null,
  }
}

/** The clock if what the case waits for (补正, 缴费) came today, from today on; null while it waits for nothing. */
export function clockIfToday(source: ClockSource): Clock | null {
  const { state, today } = source
  const came: CaseEvent | null =
    state.status === 'awaiting_correction' ? { type: 'correction_received', on: today, supplementId: '', digest: '', goodCause: '' }
    : state.status === 'awaiting_payment' ? { type: 'fee_paid', on: today, amountFen: 0, evidence: '' }
    : null
  const taken = came && clockTakes(source, came)
  return taken?.ok ? fromOrigin(taken.clock) : null
}

/** What was counted before the new beginning says nothing any more. */
function fromOrigin(clock: Clock): Clock {
  const days = clock.days.filter(({ date }) => date >= clock.originOn).map((day) => (day.date === clock.originOn ? { ...day, kind: 'receipt' as const, count: null } : day))
  return { ...clock, days }
}
