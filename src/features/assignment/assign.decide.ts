import type { StaffActor } from '#case/actor.ts'
import { decided, type Decision } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'

/** Who is to handle the case. `authorityId` is his own authority. */
export interface Assignee {
  readonly id: string
  readonly name: string
  readonly authorityId: string
  readonly unitId: string
  readonly unitName: string
  readonly isHandler: boolean
  readonly active: boolean
}

/** 分办: hands the case to a handler of the same authority. */
export function decideAssign(state: CaseState, actor: StaffActor, assignee: Assignee | null, on: CivilDate): Decision {
  const may = mayDo('assign', actor, state)
  if (!may.ok) return may
  if (!assignee || assignee.authorityId !== actor.authorityId) return refuse('assignment/unknown-handler', '没有这位承办人')
  if (!assignee.active || !assignee.isHandler) return refuse('assignment/cannot-handle', `${assignee.name}现在不能承办案件`)
  if (assignee.id === state.handlerId) return refuse('assignment/same-handler', `本案已经由${assignee.name}承办`)
  return decided({
    type: 'case_assigned',
    on,
    unitId: assignee.unitId,
    unitName: assignee.unitName,
    handlerId: assignee.id,
    handlerName: assignee.name,
  })
}
