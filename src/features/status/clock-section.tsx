/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { DueMayMove } from '#features/portal/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { Cite } from '#ui/cite.tsx'
import { citesOf, DayTable, lateDays, nearDate, Strip } from '#ui/clock/index.ts'
import { Panel } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { DateChange } from './date-changes.ts'

function heading(clock: Clock, today: CivilDate): string {
  if (clock.endedOn !== null) return `${nearDate(clock.endedOn, today)}${clock.status === 'lapsed' ? '终止' : '答复'}`
  if (clock.dueOn === null) return '答复期限现在不走'
  return clock.overdue ? `最晚应在${nearDate(clock.dueOn, today)}答复` : `最晚${nearDate(clock.dueOn, today)}答复`
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

/** The last day with its strip and its working; the same computation that the case handlers see. */
export function ClockSection({ clock, today, dateChanges }: { clock: Clock; today: CivilDate; dateChanges: readonly DateChange[] }) {
  const over = clock.endedOn !== null
  return (
    <section class="zx-section-block">
      <Panel tinted title={heading(clock, today)} meta={progress(clock, today)}>
        {dateChanges.length > 0 && <Moved changes={dateChanges} />}
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
