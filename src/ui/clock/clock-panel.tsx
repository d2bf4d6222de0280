/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { Panel } from '../panel.tsx'
import { Ribbon } from './ribbon.tsx'
import type { RibbonReason } from './ribbon-model.ts'

interface ClockPanelProps {
  readonly clock: Clock
  readonly today: CivilDate
  readonly reason?: RibbonReason
  readonly dayTableHref?: string
  readonly sheetHref?: string
}

/** 共30个工作日（20＋10），已计24个: the head line of the clock of a case. */
export function clockMeta(clock: Clock): string {
  const extension = clock.days.filter((day) => day.extension && day.count !== null).length
  const split = extension > 0 && clock.quota > extension ? `（${clock.quota - extension}＋${extension}）` : ''
  return `共${clock.quota}个工作日${split}，已计${clock.countedWorkingDays}个`
}

/** 法定期限: the ribbon across the full width of a case page, with its links. */
export function ClockPanel({ clock, today, reason, dayTableHref, sheetHref }: ClockPanelProps) {
  const links = (
    <span class="zx-links">
      {dayTableHref !== undefined && <a href={dayTableHref}>逐日列表</a>}
      {sheetHref !== undefined && <a href={sheetHref}>打印期限计算单</a>}
    </span>
  )
  return (
    <Panel title="法定期限" meta={clockMeta(clock)} end={links}>
      <Ribbon clock={clock} today={today} reason={reason} />
    </Panel>
  )
}
