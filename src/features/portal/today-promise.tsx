/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import { formatDateWithWeekday, formatShort, type CivilDate } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { Cite } from '#ui/cite.tsx'
import { Strip } from '#ui/clock/index.ts'
import { Panel } from '#ui/panel.tsx'
import { answerLimit } from '#law/disclosure-regulation/art33-time-limit.ts'

/** 今天提交，最晚哪天答复: the clock of an application filed today, before it is filed. */
export function TodayPromise({ today, calendar }: { today: CivilDate; calendar: WorkingCalendar }) {
  const folded = foldClock({ receivedOn: today, events: [], today, calendar })
  if (!folded.ok || folded.clock.dueOn === null) return null
  const { clock } = folded
  const first = clock.days.find((day) => day.count === 1)
  return (
    <div class="zx-promise">
      <Panel tinted>
        <h2>今天提交，最晚哪天答复</h2>
        <p class="zx-key-date">{formatDateWithWeekday(clock.dueOn!)}</p>
        <Strip clock={clock} today={today} size="home" />
        <p>
          今天{formatShort(today)}提交，当天就算收到。收到当天不计{first && `，从${formatShort(first.date)}起`}数<b>{clock.quota}个工作日</b>。
          {clock.provisional && '其中有的日子还没公布放假安排，按周末和法定节日推算。'}
        </p>
        <p class="zx-links"><Cite of={answerLimit(today).cite} form="full" /><a href="/calculators">换一天算一算</a></p>
      </Panel>
    </div>
  )
}
