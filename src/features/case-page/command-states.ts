import { decideArchive } from '#features/archive/index.ts'
import { mayAskCorrection, mayReceiveCorrection, mayRecordLapse, mayRefuseCorrection } from '#features/correction/index.ts'
import { readyToDeliver } from '#features/delivery/index.ts'
import { readyToLink } from '#features/similar/index.ts'
import { readyToJoin, readyToSplit } from '#features/split/index.ts'
import { mayExtend } from '#features/extension/index.ts'
import { mayNoticeFee } from '#features/fees/index.ts'
import { art, type Citation } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { StaffActor } from '#case/actor.ts'
import type { Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import { ROLES, type Role } from '#case/roles.ts'
import type { CaseState } from '#case/state.ts'
import { STATUSES, type Status } from '#case/status.ts'
import { COMMANDS, permits, TRANSITIONS, type Command } from '#case/transitions.ts'

/** Whether a person can give a command to a case now; if not, why, with the article where one is the reason. */
export interface CommandState {
  readonly command: Command
  readonly label: string
  readonly allowed: boolean
  /** `role`: never with his roles · `status`: not at this stage · `case`: the facts of this case stand against it. */
  readonly because: 'role' | 'status' | 'case' | null
  readonly code: string | null
  readonly reason: string | null
  readonly cite: Citation | null
}

/** The article that a command carries out. */
const CARRIES_OUT: Record<Command, Citation | null> = {
  accept: art('711', 30),
  request_correction: art('711', 30),
  receive_correction: art('711', 30),
  refuse_correction: art('711', 30),
  record_lapse: art('711', 30),
  record_withdrawal: null,
  extend: art('711', 33, 2),
  issue_fee_notice: art('711', 42, 1),
  receive_fee_notice: art('109', 6),
  record_payment: art('109', 6),
  assign: art('711', 45),
  decide: art('711', 36),
  save_draft: art('711', 36),
  submit_draft: art('711', 45),
  approve_draft: art('711', 45),
  return_draft: art('711', 45),
  issue: art('711', 45),
  deliver: art('letter235', 4),
  archive: art('711', 45),
  split: art('109', 4),
  join: art('109', 4),
  link: art('711', 36),
  attach: null,
  open_personal_data: null,
}

/** Every command of the transitions table for this person and this case. */
export function commandStates(actor: StaffActor, state: CaseState, today: CivilDate): CommandState[] {
  return (Object.keys(COMMANDS) as Command[]).map((command) => stateOf(command, actor, state, today))
}

function stateOf(command: Command, actor: StaffActor, state: CaseState, today: CivilDate): CommandState {
  const named = { command, label: COMMANDS[command], cite: CARRIES_OUT[command] }
  const outcome = ready(command, actor, state, today)
  if (outcome.ok) return { ...named, allowed: true, because: null, code: null, reason: null }
  const { code, message, cite } = outcome.refusal
  const because = permits(command, actor.roles, state.status)
  const no = { ...named, allowed: false, code }
  if (because === 'role') return { ...no, because, reason: `由${namesOf(rolesFor(command))}办` }
  if (because === 'status') return { ...no, because, reason: stageReason(command, actor.roles, state.status) }
  return { ...no, because: 'case', reason: message, cite: cite ?? null }
}

/** The table and the person first; then what only the verb knows. */
function ready(command: Command, actor: StaffActor, state: CaseState, today: CivilDate): Outcome {
  if (command === 'deliver') return readyToDeliver(state, actor)
  if (command === 'archive') return decideArchive(state, actor, today)
  if (command === 'request_correction') return mayAskCorrection(state, actor)
  if (command === 'receive_correction') return mayReceiveCorrection(state, actor)
  if (command === 'refuse_correction') return mayRefuseCorrection(state, actor)
  if (command === 'record_lapse') return mayRecordLapse(state, actor, today)
  if (command === 'split') return readyToSplit(state, actor)
  if (command === 'join') return readyToJoin(state, actor)
  if (command === 'link') return readyToLink(state, actor)
  if (command === 'extend') return mayExtend(state, actor)
  if (command === 'issue_fee_notice') return mayNoticeFee(state, actor)
  return mayDo(command, actor, state)
}

function rolesFor(command: Command): Role[] {
  return [...new Set(TRANSITIONS.filter((row) => row.command === command).flatMap((row) => row.roles))]
}

function namesOf(roles: readonly Role[]): string {
  return roles.map((role) => ROLES[role]).join('、')
}

/** While the case waits for its applicant, or is over, the order of the stages says nothing. */
const APART: Partial<Record<Status, string>> = {
  awaiting_correction: '正在等申请人补正',
  awaiting_payment: '正在等申请人缴费',
  withdrawn: '申请人已经撤回申请',
  joined: '本案已经并回别的案件',
}

const ORDER = (Object.keys(STATUSES) as Status[]).filter((status) => !(status in APART))

function stageReason(command: Command, roles: readonly Role[], now: Status): string {
  const apart = APART[now]
  if (apart !== undefined) return apart
  const rows = TRANSITIONS.filter((row) => row.command === command && row.roles.some((role) => roles.includes(role)))
  const stages = ORDER.filter((status) => rows.some((row) => row.statuses.includes(status)))
  if (stages.length === 0) return '没有在等申请人补正或者缴费'
  const ahead = stages.filter((status) => ORDER.indexOf(status) > ORDER.indexOf(now))
  if (ahead.length === 0) return `“${STATUSES[stages.at(-1)!]}”环节已经过了`
  return `到“${STATUSES[ahead[0]!]}”环节才办，现在是“${STATUSES[now]}”`
}
