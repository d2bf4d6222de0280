import type { Citation } from '../citation.ts'
import { formatDate, type CivilDate } from '../civil-date.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { DecisionCode, DecisionKind } from './decision-kind-types.ts'
import { DECISION_KINDS } from './decision-kinds.data.ts'
import { regulationAt } from './version.ts'

export { DECISION_KINDS } from './decision-kinds.data.ts'
export type { DecisionCode, DecisionKind, RemedyGroup } from './decision-kind-types.ts'

/** True for the codes of law.md §12.7. */
export function isDecisionCode(code: string): code is DecisionCode {
  return DECISION_KINDS.some((kind) => kind.code === code)
}

/** The kind with a code. */
export function decisionKind(code: DecisionCode): DecisionKind {
  return DECISION_KINDS.find((kind) => kind.code === code) as DecisionKind
}

/** The kinds that the law of a receipt date knows, in the order of 年报表三. */
export function decisionKinds(lawAsOf: CivilDate): readonly DecisionKind[] {
  return DECISION_KINDS.filter(({ code }) => groundOf(code, lawAsOf).ok)
}

/** The refusals of 14, 15 and 16条: the ways in which a part may be withheld under 37条. */
export function refusedPartKinds(lawAsOf: CivilDate): readonly DecisionKind[] {
  return decisionKinds(lawAsOf).filter(({ code }) => code.startsWith('refused_'))
}

/**
 * The articles a decision rests on under the law of a receipt date; for 部分公开 also those of the withheld part when given.
 * A kind that this law does not know is refused as `law/not-in-force`.
 */
export function groundOf(
  code: DecisionCode,
  lawAsOf: CivilDate,
  refusedPart?: DecisionCode,
): Outcome<{ readonly cites: readonly Citation[] }> {
  const law = regulationAt(lawAsOf)
  if (!law.ok) return law
  const kind = decisionKind(code)
  const entry = kind.grounds.find(({ from }) => from <= lawAsOf)
  if (!entry) {
    return refuse('law/not-in-force', `${formatDate(lawAsOf)}收到的申请，当时的规定没有“${kind.name}”这种处理`, kind.grounds[0]?.cites[0])
  }
  if (!kind.needsRefusedPart || refusedPart === undefined) return { ok: true, cites: entry.cites }
  const part = groundOf(refusedPart, lawAsOf)
  if (!part.ok) return part
  const present = new Set(entry.cites.map((cite) => JSON.stringify(cite)))
  return { ok: true, cites: [...entry.cites, ...part.cites.filter((cite) => !present.has(JSON.stringify(cite)))] }
}
