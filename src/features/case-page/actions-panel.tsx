/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CaseState } from '#case/state.ts'
import type { Command } from '#case/transitions.ts'
import { casePath, type CaseView } from '#features/desk/index.ts'
import { Actions, type ForbiddenAction, type PermittedAction } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Csrf, HiddenField } from '#ui/form/index.ts'
import type { CommandState } from './command-states.ts'

/** One button for commands that share a page. The first of the list that is open is what comes next. */
interface Entry {
  readonly commands: readonly [Command, ...Command[]]
  readonly label: string
  readonly page: string
  /** Carried out at once, from the button. */
  readonly direct?: true
  about(state: CaseState): string
  /** Where the command has nothing to do with the case, not even a reason why not is shown. */
  concerns?(state: CaseState): boolean
}

const ENTRIES: readonly Entry[] = [
  { commands: ['record_lapse'], label: '登记逾期', page: 'lapse', about: () => '期限过了，什么也没有收到', concerns: ({ status }) => status === 'awaiting_correction' || status === 'awaiting_payment' },
  { commands: ['accept'], label: '受理', page: 'accept', direct: true, about: () => '内容明确，不用补正' },
  { commands: ['issue'], label: '签发', page: 'signoff', about: () => '看稿后签发编号，或者退回' },
  { commands: ['approve_draft', 'return_draft'], label: '审核', page: 'signoff', about: () => '看稿后同意，或者退回修改' },
  { commands: ['deliver'], label: '登记送达', page: 'deliver', about: () => '方式、日期和凭据' },
  { commands: ['archive'], label: '归档', page: 'archive', direct: true, about: () => '答复已送达，案卷齐全' },
  { commands: ['save_draft', 'submit_draft'], label: '拟答复书', page: 'draft', about: (state) => (state.draft === null ? '还没有稿' : `已有第${state.draft.revision}稿，改好送科室审核`) },
  { commands: ['decide'], label: '定处理决定', page: 'decide', about: (state) => (state.decision === null ? '给不给、怎么给' : '改了决定，稿子要重拟') },
  { commands: ['assign'], label: '分办', page: 'assign', about: (state) => (state.handlerId === null ? '选定承办单位和承办人' : '转给别的承办人') },
  { commands: ['request_correction'], label: '告知补正', page: 'correction', about: () => '内容不明确，一次性告知' },
  { commands: ['receive_correction'], label: '登记补正', page: 'corrected', about: (state) => (state.lateCorrection?.refused === null ? '认可申请人逾期补正的理由' : '纸上来的补正'), concerns: ({ correction }) => correction !== null },
  { commands: ['refuse_correction'], label: '不认可逾期补正', page: 'correction-refusal', about: () => '申请人说的理由不正当', concerns: ({ lateCorrection }) => lateCorrection !== null },
  { commands: ['record_payment'], label: '登记缴费', page: 'payment', about: () => '缴费的次日起重新计算答复期限', concerns: ({ fee }) => fee !== null && fee.paidOn === null },
  { commands: ['receive_fee_notice'], label: '登记收费通知送达', page: 'fee-notice-received', about: () => '次日起20个工作日内缴费', concerns: ({ fee }) => fee !== null && fee.receivedOn === null && fee.paidOn === null },
  { commands: ['extend'], label: '延长期限', page: 'extension', about: () => '到期以前作出，只能一次' },
  { commands: ['issue_fee_notice'], label: '发收费通知', page: 'fee-notice', about: () => '数量、频次明显超过合理范围的，可以收' },
  { commands: ['join'], label: '并回', page: 'join', about: (state) => `把${state.parts.join('、')}并回本案`, concerns: (state) => state.parts.length > 0 },
  { commands: ['split'], label: '拆分', page: 'split', about: () => '一份申请要几样信息，按一事一申请分成几件', concerns: (state) => state.parts.length === 0 },
  { commands: ['record_withdrawal'], label: '登记撤回', page: 'withdrawal', about: () => '申请人当面或者来信撤回' },
]

/** 现在可以做 / 现在不能, for every command of the table. */
export function ActionsPanel({ view, commands, csrf }: { view: CaseView; commands: readonly CommandState[]; csrf: string }) {
  const stateOf = (command: Command) => commands.find((one) => one.command === command)!
  const groups = ENTRIES.filter(({ concerns }) => concerns?.(view.state) ?? true).map((entry) => ({ entry, states: entry.commands.map(stateOf) }))
  const open = groups.filter(({ states }) => states.some(({ allowed }) => allowed))
  const shut = groups.filter(({ states }) => states.every(({ allowed }) => !allowed))
  const can = open.map(({ entry, states }, index): PermittedAction => ({
    button: <CommandButton entry={entry} view={view} csrf={csrf} primary={index === 0} />,
    about: entry.about(view.state),
    cite: states[0]!.cite,
  }))
  const personal = stateOf('open_personal_data')
  const cannot = [...shut.map(({ entry, states }) => ({ label: entry.label, state: states[0]! })), ...(personal.allowed ? [] : [{ label: '查看申请人全部信息', state: personal }])]
  return <Actions can={can} cannot={together(cannot)} />
}

/** Commands that are refused for the same reason share a line; what the case itself refuses comes first. */
function together(refused: readonly { label: string; state: CommandState }[]): ForbiddenAction[] {
  const rank = { case: 0, status: 1, role: 2 } as const
  const sorted = refused.toSorted((a, b) => rank[a.state.because ?? 'role'] - rank[b.state.because ?? 'role'])
  const groups = Map.groupBy(sorted, ({ state }) => state.reason)
  return [...groups.values()].map((group) => {
    const { reason, cite, because } = group[0]!.state
    return { label: group.map(({ label }) => label).join('、'), reason: reason ?? '', cite: because === 'case' ? cite : null }
  })
}

function CommandButton({ entry, view, csrf, primary }: { entry: Entry; view: CaseView; csrf: string; primary: boolean }) {
  const address = casePath(view.row.number, entry.page)
  const kind = primary ? 'primary' : 'secondary'
  if (!entry.direct) return <Button kind={kind} href={address}>{entry.label}</Button>
  return (
    <form method="post" action={address}>
      <Csrf token={csrf} />
      <HiddenField name="version" value={view.row.version} />
      <Button kind={kind}>{entry.label}</Button>
    </form>
  )
}
