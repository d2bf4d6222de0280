import type { Outcome } from '#case/outcome.ts'
import type { CaseState } from '#case/state.ts'
import type { Refused } from '#law/refusal.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { staleVersion } from '#platform/errors.ts'
import type { CaseTarget } from '#store/change-case.ts'
import { loadCase } from '#store/case-store.ts'
import type { StaffCtx } from '#store/context.ts'
import { incomplete } from './incomplete.ts'
import type { DraftGate } from './reply-material.ts'

/**
 * Asks the gate before the transaction: waiting for the letter threads must hold neither the case nor a connection. What comes
 * back is asked again under the lock: it refuses the open items.
 * @throws AppError (from what comes back) conflict when draft or decision are no longer those that the gate has seen
 */
export async function gateFirst(
  ctx: StaffCtx,
  { number }: CaseTarget,
  gate: DraftGate,
  may: (state: CaseState) => Outcome,
): Promise<(now: CaseState) => Refused | null> {
  const seen = await loadCase(ctx.db, ctx.actor, number)
  const blocks = may(seen.state).ok ? (await gate(seen, ctx.db)).blocks : null
  return (now) => {
    if (blocks === null || words(now) !== words(seen.state)) throw staleVersion()
    return incomplete(blocks)
  }
}

/** What settles the letter: which draft, under which decision. */
function words({ draft, decision }: CaseState): string {
  return canonicalJson({ draft, decision })
}
