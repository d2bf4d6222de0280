/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { DueMayMove } from '#features/portal/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { Cite } from '#ui/cite.tsx'
import { citesOf, DayTable, lateDays, nearDate, Strip } from '#ui/clock/index.ts'
import { Panel } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { DateChange } from './date-changes.ts'
import { StoppedClock } from './stopped-clock.tsx'
import type { StatusView } from './status-view.ts'

function heading(clock: Clock, today: CivilDate): string {
  if (clock.endedOn !== null) return `${nearDate(clock.endedOn, today)}答复`
  return clock.overdue ? `最晚应在${nearDate(clock.dueOn!, today)}答复` : `最晚${nearDate(clock.dueOn!, today)}答复`
}

function progress(clock: Clock, today: CivilDate) {
  const { endedOn, timely, dueOn, countedWorkingDays, remainingWorkingDays, overdue } = clock
  if (endedOn !== null) {
    if (timely === null || dueOn === null) return undefined
    return timely ? `没有超过最晚答复日${nearDate(dueOn, today)}` : `超过了最晚答复日${nearDate(dueOn, today)}`
  }
  if (remainingWorkingDays === null) return undefined
  const late = lateDays(clock)
  if (overdue) return late === 0 ? <>已经过了最晚答复日</> : <>已经超过<b>{late}</b>个工作日</>
  return remainingWorkingDays === 0 ? <>今天是最后一天</> : <>已过<b>{countedWorkingDays}</b>个工作日，还剩<b>{remainingWorkingDays}</b>个</>
}

/** The date on the receipt is no longer the date: said before anything else about it. */
function Moved({ changes }: { changes: readonly DateChange[] }) {
  return (
    <Notice tone="amber" title="最晚答复日改过，和回执上写的不一样">
      {changes.map(({ text, cites }) => <p>{text}。<Cite of={cites} form="full" /></p>)}
    </Notice>
  )
}

/** 推算: the date rests on days whose arrangement nobody has announced yet. */
function Provisional() {
  return <Notice title="这一天是推算的"><p>数到的日子里，有的年份还没有公布放假安排，先按周末和法定节假日推算。放假安排公布后会重新计算，日期变了会告诉您。</p></Notice>
}

/** The last day with its strip and its working; the same computation that the case handlers see. What was withdrawn or joined has none. */
export function ClockSection(view: StatusView) {
  const { clock, today, dateChanges, state } = view
  if (state.withdrawnOn !== null || state.joinedInto !== null) return null
  if (clock.dueOn === null && state.delivery === null) return <StoppedClock {...view} />
  const over = clock.endedOn !== null
  return (
    <section class="zx-section-block">
      <Panel tinted title={heading(clock, today)} meta={progress(clock, today)}>
        {dateChanges.length > 0 && <Moved changes={dateChanges} />}
        {clock.provisional && !over && <Provisional />}
        <Strip clock={clock} today={today} size="status" />
        {clock.working.map((step) => <p>{step.text}。</p>)}
        <p><Cite of={citesOf(clock)} form="full" /></p>
        {!over && (
          <details class="zx-fold">
            <summary>这一天会变吗？</summary>
            <DueMayMove lawAsOf={clock.lawAsOf} />
          </details>
        )}
        <details class="zx-fold"><summary>逐日看一遍</summary><DayTable clock={clock} today={today} /></details>
      </Panel>
    </section>
  )
}
