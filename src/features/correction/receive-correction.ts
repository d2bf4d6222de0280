import type { Outcome } from '#case/outcome.ts'
import { correctionArticle } from '#law/disclosure-regulation/art30-correction.ts'
import { refuse } from '#law/refusal.ts'
import type { Queryable } from '#platform/db/connect.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { changeCase, type CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'
import { waitingLateCorrection } from './late-correction.decide.ts'
import { decideReceiveCorrection, mayReceiveCorrection, type ReceivedCorrection } from './receive-correction.decide.ts'
import type { ReceiveCorrection } from './receive-correction.schema.ts'
import { keepSupplement } from './supplements.ts'

/** Records a correction that came on paper, or takes the late one that the applicant sent here. */
export function receiveCorrection(ctx: StaffCtx, target: CaseTarget, input: ReceiveCorrection) {
  return changeCase(ctx, target, async (loaded, tx) => {
    const may = mayReceiveCorrection(loaded.state, ctx.actor)
    if (!may.ok) return may
    const came = await whatCame(ctx, tx, loaded, input)
    return came.ok ? decideReceiveCorrection({ ...loaded, ...ctx }, ctx.actor, came.received) : came
  })
}

/** A late correction that waits counts from the day on which it came, whenever the office gets to it. */
async function whatCame(ctx: StaffCtx, tx: Queryable, { row, state, events }: LoadedCase, input: ReceiveCorrection): Promise<Outcome<{ readonly received: ReceivedCorrection }>> {
  const cite = correctionArticle(state.lawAsOf)
  const goodCause = input.goodCause ?? null
  const waiting = waitingLateCorrection(state)
  if (waiting) {
    const offered = events.flatMap(({ event }) => (event.type === 'late_correction_offered' && event.supplementId === waiting.supplementId ? [event] : []))[0]!
    return { ok: true, received: { on: waiting.on, supplementId: waiting.supplementId, digest: offered.digest, goodCause } }
  }
  if (input.on === undefined) return refuse('correction/no-date', '请填写收到补正的日期', cite)
  if (input.text === undefined) return refuse('correction/no-text', '请写补正了什么', cite)
  const kept = await keepSupplement(tx, ctx, { caseId: row.id, receivedOn: input.on, text: input.text, lateReason: goodCause, papers: [] })
  return { ok: true, received: { on: input.on, ...kept, goodCause } }
}
