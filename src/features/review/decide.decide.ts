import type { StaffActor } from '#case/actor.ts'
import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { decisionKind, groundOf, isDecisionCode, refusedPartKinds, type DecisionCode, type DecisionKind } from '#law/disclosure-regulation/decision-kind.ts'
import { refuse } from '#law/refusal.ts'
import type { TakeDecision } from './decide.schema.ts'
import { missingStep } from './missing-step.ts'

/**
 * 处理决定: one of the ways in which an application can end (law.md §12.7), under the law of the day on which it was received,
 * with everything that this way asks for. What the chosen way does not ask for is not recorded.
 * @source 条例第三十六条至第三十九条
 */
export function decideDecision(state: CaseState, actor: StaffActor, input: TakeDecision, on: CivilDate): Decision {
  const may = mayDo('decide', actor, state)
  if (!may.ok) return may
  if (!isDecisionCode(input.decision)) return refuse('review/unknown-decision', `没有“${input.decision}”这种处理决定，请重新选择`)
  const kind = decisionKind(input.decision)
  const ground = groundOf(kind.code, state.lawAsOf)
  if (!ground.ok) return ground
  const missing = missingStep(kind.code, state)
  if (missing) return missing
  const part = refusedPartOf(kind, input, state.lawAsOf)
  if (!part.ok) return part
  const mustType = [kind, ...(part.part === null ? [] : [decisionKind(part.part)])].find((one) => one.groundText === 'required')
  if (mustType && input.groundText === undefined) {
    return refuse('review/missing-ground', `选“${mustType.name}”要写明依据的法律、行政法规和条款`, ground.cites[0])
  }
  return decided({
    type: 'decision_taken',
    on,
    decision: kind.code,
    reason: input.reason,
    groundText: mustType ? input.groundText! : null,
    refusedPart: part.part,
  })
}

/** 条例第三十七条: the reason for what is withheld is one of the refusals of 14, 15 and 16条. */
function refusedPartOf(kind: DecisionKind, input: TakeDecision, lawAsOf: CivilDate): Outcome<{ readonly part: DecisionCode | null }> {
  if (!kind.needsRefusedPart) return { ok: true, part: null }
  if (input.refusedPart === undefined) return refuse('review/missing-refused-part', '部分公开要选不公开部分的依据', art('711', 37))
  const part = refusedPartKinds(lawAsOf).find(({ code }) => code === input.refusedPart)
  return part ? { ok: true, part: part.code } : refuse('review/unknown-refused-part', '不公开部分的依据要在第十四条、第十五条、第十六条里选', art('711', 37))
}
