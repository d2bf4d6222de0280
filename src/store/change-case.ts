import type { CaseEvent } from '#case/events.ts'
import type { Outcome } from '#case/outcome.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { staleVersion } from '#platform/errors.ts'
import { appendEvents, loadCase, type LoadedCase } from './case-store.ts'
import type { StaffCtx } from './context.ts'

/** Which case, and optionally the version that the person has seen. */
export interface CaseTarget {
  readonly number: string
  readonly version?: number | undefined
}

/**
 * The shell of every command on a case: load (locked) → decide → save, in one transaction. `decide` may write rows of its own and
 * enqueue effects through `tx`; a refusal rolls them back with everything else.
 * @throws AppError not_found, or conflict when the case has changed since `target.version`
 */
export async function changeCase<T extends object>(
  ctx: StaffCtx,
  target: CaseTarget,
  decide: (loaded: LoadedCase, tx: Queryable) => Promise<Outcome<T & { readonly events: readonly CaseEvent[] }>>,
): Promise<Outcome<T & { readonly saved: LoadedCase }>> {
  const refused = new RefusedSignal()
  try {
    return await ctx.db.transaction(async (tx) => {
      const loaded = await loadCase(tx, ctx.actor, target.number, { lock: true })
      if (target.version !== undefined && changedSince(loaded, target.version)) throw staleVersion()
      const outcome = await decide(loaded, tx)
      if (!outcome.ok) throw refused.with(outcome)
      return { ...outcome, saved: await appendEvents(tx, ctx, loaded, outcome.events) }
    })
  } catch (error) {
    if (error === refused && refused.outcome) return refused.outcome
    throw error
  }
}

/** Did a person change the case after this version? What the software noted by itself (a stored PDF) takes nobody by surprise. */
function changedSince({ events, row }: LoadedCase, version: number): boolean {
  return version > row.version || events.some((one) => one.seq > version && one.actorKind !== 'system')
}

/** Carries a refusal out of the transaction so that it rolls back. */
class RefusedSignal extends Error {
  outcome: Extract<Outcome, { ok: false }> | null = null
  with(outcome: Extract<Outcome, { ok: false }>): this {
    this.outcome = outcome
    return this
  }
}
