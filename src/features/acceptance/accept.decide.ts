import type { StaffActor } from '#case/actor.ts'
import { decided, type Decision } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import type { CivilDate } from '#law/civil-date.ts'

/** 受理: the application is clear enough to be handled; nothing needs correction (条例第三十条). */
export function decideAccept(state: CaseState, actor: StaffActor, on: CivilDate): Decision {
  const may = mayDo('accept', actor, state)
  return may.ok ? decided({ type: 'application_accepted', on }) : may
}
