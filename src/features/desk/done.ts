import { COMMANDS, type Command } from '#case/transitions.ts'
import type { CaseState } from '#case/state.ts'
import { formatShort } from '#law/civil-date.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { decisionName } from './event-words.ts'
import { nextStep } from './next-step.ts'

/** What was done, for the case page after a command; null for anything that is no command. */
export function doneSentence(command: string, state: CaseState): string | null {
  if (!Object.hasOwn(COMMANDS, command)) return null
  return `${factOf(command as Command, state)}。下一步：${nextStep(state)}`
}

function factOf(command: Command, state: CaseState): string {
  switch (command) {
    case 'accept':
      return '已受理'
    case 'request_correction':
      return `已发出补正告知书，${state.correction === null ? '' : formatShort(state.correction.respondBy)}以前补正`
    case 'receive_correction':
      return '已登记补正，答复期限重新计算'
    case 'refuse_correction':
      return '已记下不认可的理由'
    case 'record_lapse':
      return '已登记逾期'
    case 'record_withdrawal':
      return '已登记撤回，期限到此为止'
    case 'extend':
      return `已延长${state.extension?.days ?? ''}个工作日，告知书已发出`
    case 'issue_fee_notice':
      return `已发出收费通知书，${formatYuan(state.fee?.amountFen ?? 0)}`
    case 'receive_fee_notice':
      return '已登记申请人收到收费通知的日期'
    case 'record_payment':
      return '已登记缴费，答复期限重新计算'
    case 'assign':
      return `已分办给${state.handlerName ?? '承办人'}（${state.unitName ?? ''}）`
    case 'decide':
      return `处理决定已定为“${decisionName(state.decision?.code ?? '')}”`
    case 'save_draft':
      return `第${state.draft?.revision ?? 1}稿已存好`
    case 'submit_draft':
      return '已送科室审核'
    case 'approve_draft':
      return '已审核同意'
    case 'return_draft':
      return '已退回承办人修改'
    case 'issue':
      return `已签发${state.reply?.documentNumber ?? ''}`
    case 'deliver':
      return '已登记送达，期限到此为止'
    case 'archive':
      return '已归档'
    case 'split':
      return `已拆分，另立${state.parts.join('、')}`
    case 'join':
      return '已并回，整份申请在本案办理'
    case 'link':
      return `已关联${state.links.at(-1)?.other ?? ''}`
    case 'attach':
      return '已把材料存进案卷'
    case 'open_personal_data':
      return '已记下查看'
  }
}
