import type { CaseEventType } from '#case/events.ts'
import { isStale, onlySideNotes, viewCase, type CaseView } from '#features/desk/index.ts'
import type { CaseTarget } from '#store/change-case.ts'
import type { StaffCtx } from '#store/context.ts'

/** What the page that was sent had seen. */
export type SeenTarget = CaseTarget & { readonly version: number }

/** The hidden version of a form; one that nobody ever saw where it is none. */
export function seenVersion(text: string | undefined): number {
  const seen = Number(text)
  return Number.isSafeInteger(seen) && seen >= 1 ? seen : 0
}

/** Runs a command, and once more where only side notes were added to the case since the person opened the page. */
export async function despiteSideNotes<T>(ctx: StaffCtx, target: SeenTarget, run: (target: SeenTarget) => Promise<T>): Promise<T> {
  try {
    return await run(target)
  } catch (error) {
    const version = isStale(error) ? onlySideNotes(await viewCase(ctx, target.number), target.version) : null
    if (version === null) throw error
    return run({ ...target, version })
  }
}

/** The button was pressed twice: all that happened since is what this person asks for now. */
export function pressedTwice(ctx: StaffCtx, { events }: CaseView, seen: number, types: readonly CaseEventType[]): boolean {
  const since = events.filter((recorded) => recorded.seq > seen)
  return seen > 0 && since.length > 0 && since.every(({ event, actorId }) => types.includes(event.type) && actorId === ctx.actor.id)
}
