/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { formatShort, type CivilDate } from '#law/civil-date.ts'
import { statutoryHolidays } from '#law/calendar/statutory-holidays.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import { momentText } from '#features/desk/index.ts'
import { Cite } from '#ui/cite.tsx'
import { Panel } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'
import { importOf, type CalendarView } from './calendar-view.ts'
import { holidayRuns, runText, type HolidayRun } from './holiday-runs.ts'
import { YearGrid } from './year-grid.tsx'

const COLUMNS: Column<HolidayRun>[] = [
  { key: 'name', head: '节日', tight: true, cell: ({ name }) => <b>{name}</b> },
  { key: 'off', head: '放假', cell: (run) => runText(run) },
  { key: 'days', head: '天数', numeric: true, tight: true, cell: ({ days }) => `${days}天` },
  { key: 'work', head: '调休上班', cell: ({ work }) => (work.length === 0 ? <span class="zx-meta">没有</span> : work.map(formatShort).join('、')) },
]

interface YearPanelProps {
  readonly view: CalendarView
  readonly year: number
  readonly today: CivilDate
  /** Of the authority of whoever looks: its own days off are in it. */
  readonly calendar: WorkingCalendar
}

/** One year: its holidays in the words of a notice, then day by day. */
export function YearPanel({ view, year, today, calendar }: YearPanelProps) {
  const arrangement = view.book.arrangements.find((each) => each.year === year)
  const runs = arrangement === undefined ? provisionalRuns(view, year) : holidayRuns(arrangement, view.book.common)
  return (
    <>
      <Panel title={`${year}年`} meta={sourceText(view, year, today)} end={arrangement === undefined ? <Cite of={art('holidays', 2)} /> : <Notices addresses={arrangement.notice} />} flush>
        <DataTable caption={`${year}年放假安排`} columns={arrangement === undefined ? COLUMNS.slice(0, 3) : COLUMNS} rows={runs} empty="没有" />
      </Panel>
      <Panel title="逐日" meta={<Key provisional={arrangement === undefined} />}>
        <YearGrid year={year} calendar={calendar} today={today} />
      </Panel>
    </>
  )
}

function sourceText(view: CalendarView, year: number, today: CivilDate): string {
  if (view.book.arrangements.every((each) => each.year !== year)) return '安排还没有公布，按周末和法定节日推算'
  const imported = importOf(view, year)
  return imported === null ? '国务院公布，随软件提供' : `国务院公布，${imported.madeByName}${momentText(imported.madeAt, today)}导入`
}

function provisionalRuns({ book }: CalendarView, year: number): readonly HolidayRun[] {
  return holidayRuns({ off: [...new Set(statutoryHolidays(year).map(({ date }) => date))], work: [] }, book.common)
}

/** Links open in the place of this page: an address that a person typed is not sent our own. */
function Notices({ addresses }: { addresses: readonly string[] }) {
  return <>{addresses.map((address, index) => <> {/^https?:\/\//.test(address) ? <a href={address} rel="noreferrer external">{addresses.length > 1 ? `通知${index + 1}` : '通知原文'}</a> : address}</>)}</>
}

function Key({ provisional }: { provisional: boolean }) {
  return provisional
    ? <>法定节日标“休”；调休还不知道</>
    : <><span class="zx-date-key zx-date-day-off">休</span> 放假　<span class="zx-date-key zx-date-make-up">班</span> 调休上班</>
}
