/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { Phone } from '#features/portal/index.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { citesOf, lateDays, nearDate } from '#ui/clock/index.ts'
import { TodoPanel } from '#ui/todo-panel.tsx'
import { servedHow } from './stages.ts'
import type { StatusView } from './status-view.ts'

/** First thing on the page: what the applicant has to do now, said even when it is nothing. */
export function Todo(view: StatusView) {
  if (view.reply) return <ReplyReady {...view} reply={view.reply} />
  if (view.clock.overdue) return <Overdue {...view} />
  if (view.clock.status === 'awaiting_correction' && view.clock.respondBy) {
    return <TodoPanel tone="amber" kicker="需要您补正" title={`${nearDate(view.clock.respondBy, view.today)}前补正`}>要补什么，见补正告知书。没有正当理由过期不补的，就当您放弃申请。 <Cite of={art('711', 30)} form="full" /></TodoPanel>
  }
  if (view.clock.status === 'awaiting_payment') {
    return <TodoPanel tone="amber" kicker="需要您缴费" title={view.clock.payBy ? `${nearDate(view.clock.payBy, view.today)}前缴费` : '请按收费通知缴费'}>数额和缴纳办法，见收费通知书。过期没有缴的，就当您放弃申请。 <Cite of={art('109', 6)} form="full" /></TodoPanel>
  }
  return <TodoPanel tone="green" title="现在不用您做什么">{WAITING[view.stage]}如果需要您补正，会用您留的联系方式通知您，这里也会写明。</TodoPanel>
}

const WAITING: Record<StatusView['stage'], string> = {
  received: '本局正在看申请的内容清不清楚。',
  accepted: '申请已经受理，正在安排承办的科室。',
  in_progress: '本局正在查找和核对信息。',
  replied: '',
}

function ReplyReady({ reply, number, letters, today, state }: StatusView & { reply: NonNullable<StatusView['reply']> }) {
  const stored = letters.some(({ id, status }) => id === reply.letterId && status === 'stored')
  const action = stored ? <Button kind="primary" icon="download" href={`${letterHref(number, reply.letterId)}?download=1`}>下载答复书</Button> : undefined
  return (
    <TodoPanel tone="green" title="答复好了，请看答复书" action={action}>
      {reply.documentNumber}，{nearDate(reply.deliveredOn, today)}{state.delivery && servedHow(state.delivery)}。{!stored && state.reply?.elsewhere !== true && '答复书的PDF正在生成，过一会儿再看。'}
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

export function letterHref(number: string, letterId: string): string {
  return `/status/${number}/letters/${letterId}.pdf`
}
