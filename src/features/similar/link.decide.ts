import type { StaffActor } from '#case/actor.ts'
import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'
import type { LinkCases } from './link.schema.ts'

/** The other case as far as the person may know of it; null: none, or none that he may see. */
export type OtherCase = { readonly linksBack: boolean } | null

/** The disclosure office links any case, a handler his own. */
export function readyToLink(state: CaseState, actor: StaffActor): Outcome {
  const may = mayDo('link', actor, state)
  if (!may.ok || actor.roles.includes('disclosure_officer') || state.handlerId === actor.id) return may
  return refuse('assignment/not-handler', `本案由${state.handlerName ?? '别人'}承办，不能关联`)
}

/** A link records what the office has noticed; whether it is a repeated application is decided with the reply (条例第三十六条第六项). */
export function decideLink(state: CaseState, actor: StaffActor, input: LinkCases, other: OtherCase, on: CivilDate): Decision {
  const ready = readyToLink(state, actor)
  if (!ready.ok) return ready
  if (input.other === state.number) return refuse('link/itself', '不能和本案自己关联，请填另一件的编号')
  if (other === null) return refuse('link/no-such-case', `没有编号是${input.other}的案件，请对照编号再看一遍`)
  if (other.linksBack || state.links.some((link) => link.other === input.other)) {
    return refuse('link/already-linked', `本案和${input.other}已经关联过`, art('711', 36, undefined, 6))
  }
  return decided({ type: 'case_linked', on, other: input.other, relation: input.relation, note: input.note ?? null })
}
