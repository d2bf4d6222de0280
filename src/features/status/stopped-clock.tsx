/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { answerLimit } from '#law/disclosure-regulation/art33-time-limit.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Cite } from '#ui/cite.tsx'
import { citesOf, DayTable, nearDate, Strip } from '#ui/clock/index.ts'
import { Panel } from '#ui/panel.tsx'
import type { StatusView } from './status-view.ts'

/** 答复期限现在不走: why, and what the last day becomes if what is awaited came today. */
export function StoppedClock(view: StatusView) {
  const { clock, today, ifToday, state } = view
  if (clock.status === 'lapsed') return <Lapsed {...view} />
  const resumed = clock.ifResumedTodayDueOn
  const latest = clock.latestPossibleDueOn
  const shown = ifToday ?? clock
  return (
    <section class="zx-section-block">
      <Panel tinted title="答复期限现在不走">
        <p>{lead(view)}{resumed !== null && <b>{comes(view)}，最晚{nearDate(resumed, today)}答复{clock.provisional && '（推算）'}。</b>}</p>
        {state.status !== 'awaiting_correction' && latest !== null && <p>最迟不超过{nearDate(latest, today)}。</p>}
        {clock.provisional && <p>有的日子还没有公布放假安排，先按周末和法定节假日推算，放假安排公布后会重新计算并告诉您。</p>}
        <Strip clock={shown} today={today} size="status" legend={false} />
        <p><Cite of={citesOf(shown)} form="full" /></p>
        <details class="zx-fold"><summary>到今天是怎么算的</summary>{clock.working.map((step) => <p>{step.text}。</p>)}<DayTable clock={clock} today={today} /></details>
      </Panel>
    </section>
  )
}

function lapsedText(correction: StatusView['correction'], recorded: boolean, today: CivilDate): string {
  if (recorded || correction === null) return '期限过了没有收到，视为放弃申请，答复期限不再走。'
  const until = `到${nearDate(correction.respondBy, today)}没有收到补正，答复期限停着。`
  if (correction.late?.refused === null) return `${until}理由被认可的，从${nearDate(correction.late.on, today)}收到补正的第二天起重新数。`
  return correction.late === null ? `${until}逾期的理由被认可的，从收到补正的第二天起重新数。` : `${until}理由没有被认可，不再恢复。`
}

function lead({ clock, state }: StatusView): string {
  if (clock.status === 'awaiting_correction') return `收到您补正的那天起，重新数${answerLimit(state.lawAsOf).days}个工作日。`
  if (clock.status === 'awaiting_payment') return `您缴费的第二天起，重新数${answerLimit(state.lawAsOf).days}个工作日。`
  return '征求意见的时间不算进答复期限，收到意见的第二天起接着数。'
}

function comes({ clock }: StatusView): string {
  if (clock.status === 'awaiting_correction') return '今天补正'
  return clock.status === 'awaiting_payment' ? '今天缴费' : '意见今天收到的话'
}

function Lapsed({ clock, state, correction, today }: StatusView) {
  return (
    <section class="zx-section-block">
      <Panel tinted title="答复期限现在不走">
        <p>{lapsedText(correction, state.lapsed !== null, today)}</p>
        <p><Cite of={clock.working.at(-1)?.cite ?? null} form="full" /></p>
        <details class="zx-fold"><summary>到今天是怎么算的</summary>{clock.working.map((step) => <p>{step.text}。</p>)}</details>
      </Panel>
    </section>
  )
}
