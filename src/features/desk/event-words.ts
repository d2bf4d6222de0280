import { decisionKind, isDecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import type { CaseEvent } from '#case/events.ts'
import { CHANNELS, SERVICES } from '#case/words.ts'
import { isUploadPurpose, UPLOAD_PURPOSES } from '#features/uploads/index.ts'
import { nearDate } from '#ui/clock/index.ts'
import { laterSentence } from './clock-event-words.ts'
import { recomputedSentence } from './recomputed-words.ts'

/** What an event says in the timeline, without date and person. */
export function eventSentence(event: CaseEvent): string {
  switch (event.type) {
    case 'application_received':
      return `收到申请（${CHANNELS[event.channel]}）`
    case 'receipt_issued':
      return `出具登记回执，写明最晚${nearDate(event.dueOn, event.on)}答复`
    case 'application_accepted':
      return '受理'
    case 'case_assigned':
      return `分办给${event.handlerName}（${event.unitName}）`
    case 'decision_taken':
      return `定处理决定：${decisionName(event.decision)}`
    case 'draft_saved':
      return `存稿，第${event.revision}稿`
    case 'draft_submitted':
      return `第${event.revision}稿送科室审核`
    case 'draft_approved':
      return `审核同意第${event.revision}稿${event.comment === null ? '' : `：${event.comment}`}`
    case 'draft_returned':
      return `退回第${event.revision}稿修改：${event.reason}`
    case 'reply_issued':
      return event.elsewhere === true ? `答复${event.documentNumber}（文书在旧案卷里）` : `签发${event.documentNumber}`
    case 'letter_stored':
      return `文书PDF存进案卷，${event.pages}页`
    case 'reply_delivered':
      return `${SERVICES[event.service]}，${event.evidence}`
    case 'case_archived':
      return '归档'
    case 'calendar_recomputed':
      return recomputedSentence(event)
    case 'personal_data_opened':
      return `查看${openedWord(event.fields)}，事由：${event.reason}`
    default:
      return laterSentence(event)
  }
}

/** The name of a stored decision code; the code itself where this version does not know it. */
export function decisionName(code: string): string {
  return isDecisionCode(code) ? decisionKind(code).name : code
}

/** One paper, or everything that is sealed about the applicant. */
function openedWord([first, ...more]: readonly string[]): string {
  return first !== undefined && more.length === 0 && isUploadPurpose(first) ? UPLOAD_PURPOSES[first] : '申请人的全部信息'
}
