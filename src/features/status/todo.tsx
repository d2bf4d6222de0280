/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { Phone } from '#features/portal/index.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { citesOf, lateDays, nearDate } from '#ui/clock/index.ts'
import { Csrf } from '#ui/form/index.ts'
import { TodoPanel } from '#ui/todo-panel.tsx'
import { servedHow } from './stages.ts'
import type { StatusView } from './status-view.ts'
import { statusPath, letterHref } from './status-path.ts'
import { AwaitedPayment } from './todo-payment.tsx'
import { AwaitedCorrection, LateCorrection } from './todo-correction.tsx'
import { Over } from './todo-over.tsx'

/** First thing on the page: what the applicant has to do now, said even when it is nothing. */
export function Todo(view: StatusView & { csrf: string }) {
  const { state, clock, correction } = view
  if (view.reply) return <ReplyReady {...view} reply={view.reply} />
  if (state.withdrawnOn !== null || state.joinedInto !== null || state.lapsed !== null) return <Over {...view} />
  if (correction?.receivedOn === null && (clock.status === 'awaiting_correction' || clock.status === 'lapsed')) {
    return view.can.correct.ok && !view.can.correct.late
      ? <AwaitedCorrection {...view} correction={correction} />
      : <LateCorrection {...view} correction={correction} />
  }
  if (state.status === 'awaiting_payment' && view.fee) return <AwaitedPayment {...view} fee={view.fee} />
  if (clock.overdue) return <Overdue {...view} />
  return <TodoPanel tone="green" title="现在不用您做什么">{waitingText(view)}如果需要您补正或者缴费，会用您留的联系方式通知您，这里也会出现按钮。</TodoPanel>
}

function waitingText({ state, stage, clock, today }: StatusView): string {
  if (state.status === 'issued') return '答复已经作出，正在送达给您。'
  if (clock.status === 'consulting') return '本局正在征求有关方面的意见，这段时间不算进答复期限。'
  const longer = state.extension === null || clock.originalDueOn === null ? '' : `本局在${nearDate(state.extension.on, today)}把答复期限延长了${state.extension.days}个工作日，原因和新的日期见下面的文书。`
  return WAITING[stage] + longer
}

const WAITING: Record<StatusView['stage'], string> = {
  received: '本局正在看申请的内容清不清楚。',
  accepted: '申请已经受理，正在安排承办的科室。',
  in_progress: '本局正在查找和核对信息。',
  replied: '',
}

function ReplyReady({ reply, number, letters, today, state, can, csrf }: StatusView & { reply: NonNullable<StatusView['reply']>; csrf: string }) {
  const stored = letters.some(({ id, status }) => id === reply.letterId && status === 'stored')
  const action = stored && reply.letterId !== null ? <Button kind="primary" icon="download" wide href={`${letterHref(number, reply.letterId)}?download=1`}>下载答复书</Button> : undefined
  return (
    <TodoPanel tone="green" title="答复好了，请看答复书" action={action}>
      <p>{reply.documentNumber}，{nearDate(reply.deliveredOn, today)}{state.delivery && servedHow(state.delivery)}。{!stored && reply.letterId !== null && '答复书的PDF正在生成，过一会儿再看。'}</p>
      {state.deliveryConfirmedOn !== null && <p>您在{nearDate(state.deliveryConfirmedOn, today)}确认收到了答复。</p>}
      {can.confirm.ok && (
        <form method="post" action={statusPath(number, 'confirm')} class="zx-form-note no-print">
          <Csrf token={csrf} />
          <Button wide>确认收到答复</Button>
          <p class="zx-meta">确认的日子证明您哪天收到了答复，申请复议、提起诉讼的期限会从收到的第二天数。不确认也能看答复、下载文件。</p>
        </form>
      )}
    </TodoPanel>
  )
}

/**
 * LEGAL(question): whether silence is 未履行法定职责 (复议法23条1款3项: reconsideration first) or may be sued over at once is
 * not settled for 逾期不答复; reconsideration first is the way that is open under both readings.
 */
function Overdue({ clock, authority, number }: StatusView) {
  const late = lateDays(clock)
  return (
    <div class="zx-overdue"><TodoPanel
      tone="amber"
      kicker={late === 0 ? '本局没有按时答复，已经过了最晚答复日' : `本局没有按时答复，已经超过${late}个工作日`}
      title="您可以催办，也可以投诉、申请复议"
      items={[
        <>打监督电话 <Phone number={authority.supervisePhone} />，说申请编号{number}</>,
        '向上一级行政机关或者政府信息公开工作主管部门投诉、举报',
        `可以先向${authority.reconsiderationAuthority}申请行政复议，对复议决定不服的，再提起行政诉讼`,
      ]}
    >
      <p>什么也不做也行，本局仍然要答复您。</p>
      <Cite of={[...citesOf(clock), art('711', 47, 2), art('711', 51), art('reconsideration', 23, 1, 3)]} form="full" block />
    </TodoPanel></div>
  )
}
