import type { ApplicantActor } from '#case/actor.ts'
import type { CaseEvent } from '#case/events.ts'
import type { Outcome } from '#case/outcome.ts'
import type { Queryable } from '#platform/db/connect.ts'
import { staleVersion } from '#platform/errors.ts'
import { appendEvents, loadCase, loadCaseById, type LoadedCase } from './case-store.ts'
import { atAuthority, type Ctx, type StaffCtx } from './context.ts'

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
export function changeCase<T extends object>(
  ctx: StaffCtx,
  target: CaseTarget,
  decide: (loaded: LoadedCase, tx: Queryable) => Promise<Changing<T>>,
): Promise<Outcome<T & { readonly saved: LoadedCase }>> {
  return changing(ctx, async (tx) => {
    const loaded = await loadCase(tx, ctx.actor, target.number, { lock: true })
    if (target.version !== undefined && changedSince(loaded, target.version)) throw staleVersion()
    return { ctx, loaded, outcome: await decide(loaded, tx) }
  })
}

/** The same for what applicants do, once a door has checked whose case it is. `decide` counts in the calendar of the case's authority. */
export function changeOwnCase<T extends object>(
  asking: Ctx<ApplicantActor>,
  caseId: string,
  decide: (loaded: LoadedCase, tx: Queryable, ctx: Ctx<ApplicantActor>) => Promise<Changing<T>>,
): Promise<Outcome<T & { readonly saved: LoadedCase }>> {
  return changing(asking, async (tx) => {
    const loaded = await loadCaseById(tx, caseId, { lock: true })
    const ctx = atAuthority(asking, loaded.row.authorityId)
    return { ctx, loaded, outcome: await decide(loaded, tx, ctx) }
  })
}

type Changing<T extends object> = Outcome<T & { readonly events: readonly CaseEvent[] }>

async function changing<T extends object>(
  { db }: Ctx,
  run: (tx: Queryable) => Promise<{ readonly ctx: Ctx; readonly loaded: LoadedCase; readonly outcome: Changing<T> }>,
): Promise<Outcome<T & { readonly saved: LoadedCase }>> {
  const refused = new RefusedSignal()
  try {
    return await db.transaction(async (tx) => {
      const { ctx, loaded, outcome } = await run(tx)
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
