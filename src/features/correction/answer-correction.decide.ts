import { clockTakes, type ClockSource } from '#case/clock-takes.ts'
import type { CaseEvent } from '#case/events.ts'
import type { Decision, Outcome } from '#case/outcome.ts'
import type { CaseState } from '#case/state.ts'
import { correctionArticle } from '#law/disclosure-regulation/art30-correction.ts'
import { formatShort, formatDate, type CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'
import { owedCorrection } from './receive-correction.decide.ts'

/** The statuses in which what was asked can still be mended: the answer is not on its way to be signed. */
const STILL_OPEN: ReadonlySet<CaseState['status']> = new Set(['awaiting_correction', 'registered', 'accepted', 'in_progress', 'drafting'])

/** What an applicant sent in answer to a 补正告知书. */
export interface CorrectionAnswer {
  readonly supplementId: string
  readonly digest: string
  /** He gave a reason for being late. */
  readonly reasoned: boolean
}

/**
 * The applicant answers. In time, the limit begins anew at once. Later, only the office can say whether his cause is good
 * (条例第三十条 正当理由), so the clock does not move before it has.
 */
export function decideAnswerCorrection(source: ClockSource, answer: CorrectionAnswer): Decision {
  const { state, today } = source
  const may = mayAnswerCorrection(state, today)
  if (!may.ok) return may
  const { supplementId, digest } = answer
  const came = { on: today, supplementId, digest }
  if (!may.late) {
    const event: CaseEvent = { type: 'correction_received', ...came, goodCause: null }
    const taken = clockTakes(source, event)
    return taken.ok ? { ok: true, events: [event] } : taken
  }
  if (!answer.reasoned) {
    return refuse('correction/needs-cause', `补正期限到${formatShort(may.correction.respondBy)}为止，已经过了，请写明逾期的理由`, correctionArticle(state.lawAsOf))
  }
  return { ok: true, events: [{ type: 'late_correction_offered', ...came }] }
}

/** Whether an applicant can answer today, and whether that is late. */
export function mayAnswerCorrection(state: CaseState, today: CivilDate): Outcome<{ readonly late: boolean; readonly correction: NonNullable<CaseState['correction']> }> {
  const owed = owedCorrection(state)
  if (!owed.ok) return owed
  const cite = correctionArticle(state.lawAsOf)
  const { lateCorrection, status } = state
  if (state.withdrawnOn !== null) return refuse('correction/withdrawn', `申请已经在${formatDate(state.withdrawnOn)}撤回，不用再补正`)
  if (lateCorrection !== null) {
    const judged = lateCorrection.refused === null ? '正在看您的理由是不是正当，不用再交' : '逾期的理由没有被认可，不能再补正'
    return refuse('correction/late-offered', `${formatDate(lateCorrection.on)}已经收到您逾期的补正，${judged}`, cite)
  }
  if (!STILL_OPEN.has(status)) return refuse('correction/too-late', '补正期限过了，本局已经在作答复，不能再补正', cite)
  return { ok: true, late: today > owed.correction.respondBy, correction: owed.correction }
}
