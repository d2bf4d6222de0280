/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { DueMayMove } from '#features/portal/index.ts'
import { formatDate, formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { toDataVersion, type WorkingCalendar } from '#law/working-days.ts'
import { Button } from '#ui/button.tsx'
import { DayTable, Strip, Working } from '#ui/clock/index.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { DeadlineResult } from './deadline-form.ts'

interface AnswerProps {
  readonly result: DeadlineResult & { readonly clock: Clock }
  readonly calendar: WorkingCalendar
}

/** The clock as an answer: the day, the strip, the working with its articles, every day as a table. */
export function DeadlineAnswerPanel({ result: { clock, asOf, past }, calendar }: AnswerProps) {
  const over = clock.endedOn !== null
  return (
    <Panel tinted id="answer">
      <p class="zx-meta">{headOf(clock)}</p>
      <p class="zx-key-date">{keyOf(clock)}</p>
      {!past && standOf(clock) !== null && <p>{standOf(clock)}</p>}
      {past && <p class="no-print">这一天已经过了。如果还没有收到答复，见<a href="/guide#remedy">不服怎么办</a>。</p>}
      <Strip clock={clock} today={past ? clock.receivedOn : asOf} size="receipt" />
      {clock.provisional && (
        <Notice tone="amber" title="暂按推算"><p>{calendar.lastYear + 1}年的放假安排还没有公布，有关的日子按周末和法定节日推算，公布以后这个日期可能会变。</p></Notice>
      )}
      <DefinitionList items={otherDates(clock)} />
      <h3>怎么算的</h3>
      <Working steps={clock.working} citeForm="full" />
      {!over && <details class="zx-fold no-print"><summary>这一天会变吗</summary><DueMayMove lawAsOf={clock.lawAsOf} /></details>}
      <details class="zx-fold"><summary>逐日看一遍</summary><DayTable clock={clock} today={past ? undefined : asOf} /></details>
      <div class="zx-answer-foot"><p class="zx-meta">算到{formatDate(asOf)}，日历版本{toDataVersion(calendar)}</p><Button action="print" icon="print" small>打印</Button></div>
    </Panel>
  )
}

function headOf({ status, dueOn }: Clock): string {
  if (status === 'lapsed') return '不再处理'
  if (dueOn !== null) return '最晚答复日'
  return status === 'ended' ? '已经结束' : '答复期限现在不走'
}

function keyOf({ status, dueOn, endedOn, ifResumedTodayDueOn }: Clock): string {
  if (dueOn !== null) return formatDateWithWeekday(dueOn)
  if (endedOn !== null) return `${formatDateWithWeekday(endedOn)}${status === 'lapsed' ? '到期' : '结束'}`
  return ifResumedTodayDueOn === null ? '' : `如果今天恢复，最晚${formatDateWithWeekday(ifResumedTodayDueOn)}`
}

function standOf({ timely, overdue, remainingWorkingDays: left }: Clock): string | null {
  if (timely !== null) return timely ? '答复在期限内。' : '答复超过了期限。'
  if (overdue) return '还没有答复的，已经超期。'
  if (left === null) return null
  return left === 0 ? '这天就是最后一天。' : `还剩${left}个工作日。`
}

function otherDates(clock: Clock) {
  const dated = (term: string, date: CivilDate | null) => date !== null && { term, value: formatDateWithWeekday(date) }
  return [
    dated('原期限', clock.originalDueOn === clock.dueOn ? null : clock.originalDueOn),
    dated('补正的最后一天', clock.respondBy),
    dated('缴费的最后一天', clock.payBy),
    dated('最迟不超过', clock.latestPossibleDueOn),
    clock.endedOn === null && clock.status === 'running' && dated('补正告知期限', clock.correctionNoticeDueOn),
  ]
}
