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
export function stagesOf(facts: StageFacts): readonly StageView[] {
  const { state, events, clock, way, today } = facts
  const stage = stageOf(state.status)
  const reached = ['received', 'accepted', 'in_progress', 'replied'].indexOf(stage)
  const day = dayOf(today)
  const received: StageView = { label: '收到', state: 'done', detail: `${day(state.receivedOn)}${ARRIVED[state.channel]}` }
  const accepted = acceptedStage(facts, reached)
  const end = endStage(state, day)
  if (end) return [received, ...(firstOn(events, 'application_accepted') === null ? [] : [accepted]), end]
  if (state.status === 'awaiting_correction' && state.correction) return [received, ...awaiting('等您补正', `${day(state.correction.requestedOn)}发出补正告知书`, '补正后')]
  if (state.status === 'awaiting_payment' && state.fee) return [received, ...awaiting('等您缴费', `${day(state.fee.noticedOn)}发出收费通知书`, '缴费后')]
  const assigned = firstOn(events, 'case_assigned')
  const due = clock.dueOn === null ? (state.lapsed === null ? '期限恢复后告诉您最晚哪天' : '告知书作出后放在这里') : `${clock.overdue ? '应在' : '最晚'}${day(clock.dueOn)}${WILL_COME[way]}${clock.provisional ? '（推算）' : ''}`
  return [
    received,
    accepted,
    {
      label: reached >= 3 ? '办理' : '办理中',
      state: reached >= 3 ? 'done' : reached >= 1 ? 'now' : 'later',
      detail: handling(facts, assigned === null ? null : day(assigned), reached),
    },
    {
      label: '答复',
      state: reached >= 3 ? 'done' : 'later',
      detail: state.delivery ? `${day(state.delivery.on)}${servedHow(state.delivery)}${state.deliveryConfirmedOn === null ? '' : `，${day(state.deliveryConfirmedOn)}您确认收到`}` : due,
    },
  ]
}

function acceptedStage({ state, events, clock, today }: StageFacts, reached: number): StageView {
  const day = dayOf(today)
  const accepted = firstOn(events, 'application_accepted')
  const corrected = state.correction?.receivedOn ?? null
  const notice = clock.correctionNoticeDueOn
  const looking = corrected === null ? `正在看内容清不清楚${notice && notice >= today && state.correction === null ? `，要补正的${day(notice)}前通知您` : ''}` : `${day(corrected)}收到您的补正，正在看`
  if (state.lapsed?.what === 'correction' && state.correction) return { label: '等补正', state: 'done', detail: `${day(state.correction.requestedOn)}告知补正，没有收到` }
  const done = corrected === null ? `${accepted === null ? '' : day(accepted)}内容清楚，不用补正` : `${day(corrected)}收到您的补正`
  return { label: '受理', state: reached >= 1 ? 'done' : 'now', detail: accepted === null ? looking : done }
}

/** The case is at its end without an answer of its own. */
function endStage(state: CaseState, day: (date: CivilDate) => string): StageView | null {
  if (state.withdrawnOn !== null) return { label: '撤回', state: 'done', detail: `${day(state.withdrawnOn)}您撤回了申请` }
  return state.joinedInto === null ? null : { label: '合并', state: 'done', detail: `并进${state.joinedInto}一起办` }
}

function awaiting(label: string, detail: string, then: string): StageView[] {
  return [
    { label, state: 'now', detail },
    { label: '办理', state: 'later', detail: `${then}开始` },
    { label: '答复', state: 'later', detail: `${then}告诉您最晚哪天` },
  ]
}

function handling({ state, clock }: StageFacts, since: string | null, reached: number): string {
  if (reached >= 3) return since === null ? '办好了' : `${since}开始，办好了`
  if (state.status === 'issued') return '答复已经作出，正在送达给您'
  if (state.lapsed !== null) return '不再处理，正在作告知书'
  if (since !== null && clock.status === 'consulting') return `${state.unitName ?? '承办科室'}正在征求意见。${since}开始`
  if (since !== null) return `${state.unitName ?? '承办科室'}正在查找、核对。${since}开始`
  return reached >= 1 ? '正在安排承办的科室' : '受理以后开始'
}

function firstOn(events: readonly RecordedEvent[], type: CaseEventType): CivilDate | null {
  return events.find(({ event }) => event.type === type)?.event.on ?? null
}

function dayOf(today: CivilDate) {
  return (date: CivilDate) => (yearOf(date) === yearOf(today) ? formatShort(date) : formatDateWithWeekday(date))
}
