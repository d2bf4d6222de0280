import type { Role } from './roles.ts'
import { isOpen, STATUSES, type Status } from './status.ts'

/** Every command on an existing case, with its button. */
export const COMMANDS = {
  accept: '受理',
  request_correction: '告知补正',
  receive_correction: '登记补正',
  refuse_correction: '不认可逾期补正',
  record_lapse: '登记逾期',
  record_withdrawal: '登记撤回',
  extend: '延长期限',
  issue_fee_notice: '发收费通知',
  receive_fee_notice: '登记收费通知送达',
  record_payment: '登记缴费',
  assign: '分办',
  decide: '定处理决定',
  save_draft: '存稿',
  submit_draft: '送科室审核',
  approve_draft: '审核同意',
  return_draft: '退回修改',
  issue: '签发',
  deliver: '登记送达',
  archive: '归档',
  split: '拆分',
  join: '并回',
  link: '关联',
  attach: '添加材料',
  open_personal_data: '查看全部',
} as const
export type Command = keyof typeof COMMANDS

interface Transition {
  readonly command: Command
  readonly roles: readonly Role[]
  readonly statuses: readonly Status[]
}

const ALL = Object.keys(STATUSES) as readonly Status[]
const NOT_FILED_AWAY = ALL.filter((status) => isOpen(status) || status === 'delivered')

const BEFORE_SIGN_OFF: readonly Status[] = ['registered', 'accepted', 'in_progress', 'drafting']
/** Until the answer has been given an applicant may take his application back. */
export const BEFORE_ISSUE: readonly Status[] = [...BEFORE_SIGN_OFF, 'awaiting_correction', 'awaiting_payment', 'section_review', 'awaiting_issue']

/** Who may do what when: the only such table. Conditions on the particular case stand in the `*.decide.ts` of each verb. */
export const TRANSITIONS: readonly Transition[] = [
  { command: 'accept', roles: ['disclosure_officer'], statuses: ['registered'] },
  { command: 'request_correction', roles: ['disclosure_officer'], statuses: BEFORE_SIGN_OFF },
  // A late correction may also come after the lapse was recorded, when the case has gone on.
  { command: 'receive_correction', roles: ['disclosure_officer', 'window_clerk'], statuses: ['awaiting_correction', ...BEFORE_SIGN_OFF] },
  { command: 'refuse_correction', roles: ['disclosure_officer'], statuses: ['awaiting_correction', ...BEFORE_SIGN_OFF] },
  { command: 'record_lapse', roles: ['disclosure_officer'], statuses: ['awaiting_correction', 'awaiting_payment'] },
  { command: 'record_withdrawal', roles: ['disclosure_officer', 'window_clerk'], statuses: BEFORE_ISSUE },
  { command: 'extend', roles: ['disclosure_officer'], statuses: [...BEFORE_SIGN_OFF, 'section_review', 'awaiting_issue'] },
  { command: 'issue_fee_notice', roles: ['disclosure_officer'], statuses: ['accepted', 'in_progress', 'drafting'] },
  { command: 'receive_fee_notice', roles: ['disclosure_officer', 'window_clerk'], statuses: ['awaiting_payment'] },
  { command: 'record_payment', roles: ['disclosure_officer', 'window_clerk'], statuses: ['awaiting_payment'] },
  { command: 'assign', roles: ['disclosure_officer'], statuses: ['accepted', 'in_progress', 'drafting', 'section_review', 'awaiting_issue'] },
  { command: 'decide', roles: ['handler'], statuses: ['in_progress', 'drafting'] },
  { command: 'save_draft', roles: ['handler'], statuses: ['drafting'] },
  { command: 'submit_draft', roles: ['handler'], statuses: ['drafting'] },
  { command: 'approve_draft', roles: ['section_reviewer'], statuses: ['section_review'] },
  { command: 'return_draft', roles: ['section_reviewer'], statuses: ['section_review'] },
  { command: 'return_draft', roles: ['issuer'], statuses: ['awaiting_issue'] },
  { command: 'issue', roles: ['issuer'], statuses: ['awaiting_issue'] },
  { command: 'deliver', roles: ['disclosure_officer', 'window_clerk'], statuses: ['issued'] },
  { command: 'archive', roles: ['disclosure_officer'], statuses: ['delivered'] },
  { command: 'split', roles: ['disclosure_officer'], statuses: ['registered'] },
  { command: 'join', roles: ['disclosure_officer'], statuses: ['registered'] },
  { command: 'link', roles: ['disclosure_officer', 'handler'], statuses: NOT_FILED_AWAY },
  { command: 'attach', roles: ['window_clerk', 'disclosure_officer', 'handler'], statuses: ALL },
  { command: 'open_personal_data', roles: ['window_clerk', 'disclosure_officer', 'handler'], statuses: ALL },
]

/** The commands that any of these roles permits in this status, in the order of {@link COMMANDS}. */
export function permittedCommands(roles: readonly Role[], status: Status): Command[] {
  return (Object.keys(COMMANDS) as Command[]).filter((command) => permits(command, roles, status) === 'yes')
}

/** `role`: no role of the actor has this command at all; `status`: not now. */
export function permits(command: Command, roles: readonly Role[], status: Status): 'yes' | 'role' | 'status' {
  const rows = TRANSITIONS.filter((row) => row.command === command && row.roles.some((role) => roles.includes(role)))
  if (rows.length === 0) return 'role'
  return rows.some((row) => row.statuses.includes(status)) ? 'yes' : 'status'
}
