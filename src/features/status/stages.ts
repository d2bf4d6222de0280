import type { CaseEventType } from '#case/events.ts'
import type { CaseState, RecordedEvent } from '#case/state.ts'
import { isOpen, type Status } from '#case/status.ts'
import type { Channel, Service, Way } from '#case/words.ts'
import { formatShort, yearOf, formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'

/** Where an application stands, as the public is told. */
export type Stage = 'received' | 'accepted' | 'in_progress' | 'replied'

export function stageOf(status: Status): Stage {
  if (status === 'registered' || status === 'awaiting_correction') return 'received'
  if (status === 'accepted') return 'accepted'
  return isOpen(status) ? 'in_progress' : 'replied'
}

const ARRIVED: Record<Channel, string> = {
  internet: '网上提交', in_person: '当面提交', oral: '口头提出', registered_mail: '寄到', ordinary_mail: '寄到', fax: '传真',
}
const SERVED: Record<Service, string> = { direct: '当面送达', post: '交邮局寄出', electronic: '电子送达' }
/** 电子送达 says by what: not every electronic service is an e-mail. */
export function servedHow({ service, evidence }: { readonly service: Service; readonly evidence: string }): string {
  return service === 'electronic' && evidence !== '' ? `${SERVED[service]}（${evidence}）` : SERVED[service]
}
const WILL_COME: Record<Way, string> = { post: '寄给您', pickup: '通知您领取', email: '发到您的邮箱', on_site: '当面给您' }

export interface StageFacts {
  readonly state: CaseState
  readonly events: readonly RecordedEvent[]
  readonly clock: Clock
  readonly way: Way
  readonly today: CivilDate
}

export interface StageView {
  readonly label: string
  readonly state: 'done' | 'now' | 'later'
  readonly detail: string
}

/** 收到 → 受理 → 办理中 → 答复, each with its date. What is done has a date, what comes has its last day. */
export function stagesOf({ state, events, clock, way, today }: StageFacts): readonly StageView[] {
  const stage = stageOf(state.status)
  const reached = ['received', 'accepted', 'in_progress', 'replied'].indexOf(stage)
  const day = (date: CivilDate) => (yearOf(date) === yearOf(today) ? formatShort(date) : formatDateWithWeekday(date))
  const on = (type: CaseEventType) => events.find(({ event }) => event.type === type)?.event.on ?? null
  const accepted = on('application_accepted')
  const assigned = on('case_assigned')
  const notice = clock.correctionNoticeDueOn
  const due = clock.dueOn === null ? '期限恢复后告诉您最晚哪天' : `${clock.overdue ? '应在' : '最晚'}${day(clock.dueOn)}${WILL_COME[way]}`
  return [
    { label: '收到', state: 'done', detail: `${day(state.receivedOn)}${ARRIVED[state.channel]}` },
    {
      label: '受理',
      state: reached >= 1 ? 'done' : 'now',
      detail: accepted ? `${day(accepted)}内容清楚，不用补正` : `正在看内容清不清楚${notice && notice >= today ? `，要补正的${day(notice)}前通知您` : ''}`,
    },
    {
      label: reached >= 3 ? '办理' : '办理中',
      state: reached >= 3 ? 'done' : reached >= 1 ? 'now' : 'later',
      detail: handling(state, assigned === null ? null : day(assigned), reached),
    },
    {
      label: '答复',
      state: reached >= 3 ? 'done' : 'later',
      detail: state.delivery ? `${day(state.delivery.on)}${servedHow(state.delivery)}` : due,
    },
  ]
}

function handling(state: CaseState, since: string | null, reached: number): string {
  if (reached >= 3) return since === null ? '办好了' : `${since}开始，办好了`
  if (state.status === 'issued') return '答复已经作出，正在送达给您'
  if (since !== null) return `${state.unitName ?? '承办科室'}正在查找、核对。${since}开始`
  return reached >= 1 ? '正在安排承办的科室' : '受理以后开始'
}
