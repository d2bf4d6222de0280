/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { momentText } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { CalendarChange } from '#store/tables/calendar.table.ts'
import { Badge } from '#ui/badge.tsx'
import { Panel } from '#ui/panel.tsx'

/** What was changed, by whom, and what became of the open cases. */
export function ChangesPanel({ changes, today }: { changes: readonly CalendarChange[]; today: CivilDate }) {
  return (
    <Panel title="变更记录" meta={changes.length > 0 ? `${changes.length}次` : undefined}>
      {changes.length === 0 && <p class="zx-meta">还没有改过，用的是软件提供的安排。</p>}
      <ul class="zx-link-list">
        {changes.map((change) => (
          <li>
            <div>
              <b>{change.reason}</b>
              <p class="zx-meta">{change.madeByName}，{momentText(change.madeAt, today)}</p>
              <p><Outcome change={change} /></p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Outcome({ change: { doneAt, looked, changed } }: { change: CalendarChange }) {
  if (doneAt === null) return <Badge tone="paused" shape="bars">正在重新计算，看了{looked}件，改了{changed}件</Badge>
  return <span>{changed === 0 ? '没有案件的期限要改' : `改了${changed}件在办案件`}</span>
}
