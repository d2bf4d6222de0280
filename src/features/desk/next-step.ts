import type { CaseState } from '#case/state.ts'

/** 下一步: who must do what, in words. */
export function nextStep(state: CaseState): string {
  const handler = state.handlerName ?? '承办人'
  switch (state.status) {
    case 'registered':
      return '公开办受理'
    case 'awaiting_correction':
      if (state.lateCorrection === null) return '等申请人补正'
      return state.lateCorrection.refused === null ? '公开办看逾期的理由是不是正当' : '公开办登记逾期'
    case 'accepted':
      return '公开办分办'
    case 'in_progress':
      return `${handler}定处理决定`
    case 'drafting':
      return state.draft === null ? `${handler}拟答复书` : `${handler}改好送审`
    case 'awaiting_payment':
      return '等申请人缴费'
    case 'section_review':
      return `${state.unitName ?? '承办单位'}负责人审核`
    case 'awaiting_issue':
      return '签发人签发'
    case 'issued':
      return state.reply?.stored === true || state.reply?.elsewhere === true ? '送达后登记' : '等答复书PDF生成'
    case 'delivered':
      return '公开办归档'
    case 'archived':
    case 'withdrawn':
    case 'joined':
      return '已经办完'
  }
}
