/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday, formatShort, yearOf, type CivilDate } from '#law/civil-date.ts'
import type { LocalDayOffRow } from '#store/tables/calendar.table.ts'
import { Tag } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Csrf, HiddenField } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import type { CalendarView } from './calendar-view.ts'

interface DaysOffPanelProps {
  readonly view: CalendarView
  readonly admin: boolean
  readonly csrf: string
  readonly today: CivilDate
}

/** 本地临时放假, standing ones first. */
export function DaysOffPanel({ view, admin, csrf, today }: DaysOffPanelProps) {
  const end = admin && <a href="/desk/calendar/day-off">登记</a>
  return (
    <Panel title="本地临时放假" end={end}>
      {view.daysOff.length === 0 && <p class="zx-meta">没有登记过。台风、暴雪等当地政府决定放假的，{admin ? '在这里登记' : '由系统管理员登记'}，期限跟着顺延。</p>}
      <ul class="zx-link-list">
        {view.daysOff.map((day) => (
          <li>
            <div>
              <b>{dayText(day.date, today)}</b>　{day.name} {day.revokedRevision !== null && <Tag>已撤销</Tag>}
              <p class="zx-meta">{scopeName(view, day)}，{day.reason}</p>
            </div>
            {admin && day.revokedRevision === null && <Revoke id={day.id} name={day.name} csrf={csrf} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Revoke({ id, name, csrf }: { id: string; name: string; csrf: string }) {
  return (
    <form method="post" action="/desk/calendar/revoke">
      <Csrf token={csrf} />
      <HiddenField name="id" value={id} />
      <Button small>撤销<span class="zx-sr">{name}放假</span></Button>
    </form>
  )
}

export function scopeName({ authorities }: Pick<CalendarView, 'authorities'>, { authorityId }: Pick<LocalDayOffRow, 'authorityId'>): string {
  return authorityId === null ? '全部机关' : (authorities.find(({ id }) => id === authorityId)?.shortName ?? authorityId)
}

function dayText(date: CivilDate, today: CivilDate): string {
  return yearOf(date) === yearOf(today) ? formatShort(date) : formatDateWithWeekday(date)
}
