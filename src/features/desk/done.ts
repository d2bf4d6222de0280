import { COMMANDS, type Command } from '#case/transitions.ts'
import type { CaseState } from '#case/state.ts'
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
    case 'open_personal_data':
      return '已记下查看'
  }
}
