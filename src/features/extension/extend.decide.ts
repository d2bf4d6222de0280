import type { StaffActor } from '#case/actor.ts'
import { clockTakes, type ClockSource } from '#case/clock-takes.ts'
import type { Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { formatDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { EXTENSION_LIMIT } from '#law/disclosure-regulation/art33-time-limit.ts'
import { entryAt } from '#law/parameter.ts'
import { refuse } from '#law/refusal.ts'

/**
 * 延长答复期限: once, at most twenty working days, before the limit ends, with the consent of the head of the office.
 * @source 条例第三十三条第二款; law.md §12.3.5
 * @returns the clock as it then is
 */
export function decideExtend(source: ClockSource, actor: StaffActor, days: number): Outcome<{ readonly clock: Clock }> {
  const may = mayExtend(source.state, actor)
  if (!may.ok) return may
  return clockTakes(source, { type: 'deadline_extended', on: source.today, days, reason: '', consentedBy: '', letterId: '', propsDigest: '' })
}

/** What can be said before the form is filled in: a second extension is refused at every stage. */
export function mayExtend(state: CaseState, actor: StaffActor): Outcome {
  const may = mayDo('extend', actor, state)
  if (!may.ok && may.refusal.code !== 'case/wrong-status') return may
  if (state.extension !== null) {
    return refuse('extension/already-extended', `本案${formatDate(state.extension.on)}已延长过一次，不能再延长`, entryAt(EXTENSION_LIMIT, state.lawAsOf)?.cite)
  }
  return may
}
