import type { CaseEvent } from '#case/events.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { isUploadPurpose, UPLOAD_PURPOSES } from '#features/uploads/index.ts'
import { nearDate } from '#ui/clock/index.ts'

/** What the events say that stop, restart or end the clock, and those that split, join and link. */
export function laterSentence(event: CaseEvent): string {
  switch (event.type) {
    case 'correction_requested':
      return `告知补正，${nearDate(event.respondBy, event.on)}以前补正`
    case 'correction_received':
      return event.goodCause === null ? '收到补正，答复期限重新计算' : `收到补正（逾期，有正当理由：${event.goodCause}），答复期限重新计算`
    case 'late_correction_offered':
      return '收到逾期的补正，申请人说明了理由，等公开办看是不是正当'
    case 'late_correction_refused':
      return `不认可逾期补正的理由：${event.reason}`
    case 'deadline_extended':
      return `延长${event.days}个工作日，${event.consentedBy}同意，原因：${event.reason}`
    case 'fee_notice_issued':
      return `发出收费通知，${formatYuan(event.amountFen)}`
    case 'fee_notice_received':
      return `申请人收到收费通知，${event.evidence}`
    case 'fee_paid':
      return `缴费${formatYuan(event.amountFen)}，${event.evidence}，答复期限重新计算`
    case 'application_lapsed':
      return event.what === 'correction' ? '补正期限已过，没有收到补正' : '缴费期限已过，没有缴费'
    case 'application_withdrawn':
      return event.reason === null ? '申请人撤回申请' : `申请人撤回申请：${event.reason}`
    case 'delivery_confirmed':
      return '申请人确认收到答复'
    case 'application_split':
      return `按一事一申请拆分，另立${event.into.join('、')}；本案办理：${event.part}`
    case 'split_off':
      return `从${event.from}拆分出来，本案办理：${event.part}`
    case 'parts_joined':
      return `并回${event.parts.join('、')}`
    case 'joined_back':
      return `并回${event.into}`
    case 'case_linked':
      return `关联${event.other}（${event.relation === 'repeated' ? '重复申请' : '内容相近'}）${event.note === null ? '' : `：${event.note}`}`
    case 'case_imported':
      return `从旧登记第${event.line}行导入${event.handlerText === null ? '' : `，当时承办：${event.handlerText}`}${event.notes.map((note) => `；${note}`).join('')}`
    case 'paper_added':
      return `${paperWord(event.purpose)}存进案卷，SHA-256 ${event.sha256.slice(0, 8)}…`
    default:
      return ''
  }
}

function paperWord(purpose: string): string {
  return isUploadPurpose(purpose) ? UPLOAD_PURPOSES[purpose] : '材料'
}
