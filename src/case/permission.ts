import { refuse } from '#law/refusal.ts'
import type { StaffActor } from './actor.ts'
import type { Outcome } from './outcome.ts'
import type { CaseState } from './state.ts'
import { STATUSES } from './status.ts'
import { COMMANDS, permits, type Command } from './transitions.ts'

/** The transitions table, plus the two rules that depend on the person: own case, and never one's own draft. */
export function mayDo(command: Command, actor: StaffActor, state: CaseState): Outcome {
  const answer = permits(command, actor.roles, state.status)
  if (answer === 'role') return refuse('case/not-permitted', `您的角色不能${COMMANDS[command]}`)
  if (answer === 'status') {
    return refuse('case/wrong-status', `案件在“${STATUSES[state.status]}”环节，不能${COMMANDS[command]}`)
  }
  if (HANDLER_COMMANDS.has(command) && state.handlerId !== actor.id) {
    return refuse('assignment/not-handler', `本案由${state.handlerName ?? '别人'}承办，不能${COMMANDS[command]}`)
  }
  if (SIGN_OFF_COMMANDS.has(command) && state.drafterIds.includes(actor.id)) {
    return refuse('review/own-draft', '本案的决定或者稿子是您定过、拟过的，不能由您审核或者签发')
  }
  if (command === 'approve_draft' && actor.unitId !== state.unitId) {
    return refuse('review/other-unit', `本案由${state.unitName ?? '其他单位'}承办，由该单位的负责人审核`)
  }
  if (command === 'issue' && state.approvedBy === actor.id) {
    return refuse('review/same-person', '您已经审核过这份稿，签发要换一个人')
  }
  return { ok: true }
}

const HANDLER_COMMANDS: ReadonlySet<Command> = new Set(['decide', 'save_draft', 'submit_draft'])
const SIGN_OFF_COMMANDS: ReadonlySet<Command> = new Set(['approve_draft', 'issue'])
