/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { yearOf, type CivilDate } from '#law/civil-date.ts'
import type { StaffCtx } from '#store/context.ts'
import { Button } from '#ui/button.tsx'
import { Chips } from '#ui/pager.tsx'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { CalendarView } from './calendar-view.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { DaysOffPanel } from './days-off-panel.tsx'
import { mayChange } from './may-change.ts'
import { YearPanel } from './year-panel.tsx'

/** Years shown as chips; the older ones stand behind 更早. */
const RECENT = 6

export interface CalendarPageProps {
  readonly ctx: StaffCtx
  readonly view: CalendarView
  readonly year: number
  readonly allYears: boolean
  /** Open cases whose dates are provisional, at most {@link PROVISIONAL_CAP}. */
  readonly provisional: number
  readonly csrf: string
  /** What was just done. */
  readonly done: Child
}

export const PROVISIONAL_CAP = 1000

/** 日历: which days are off and worked, up to where that is known, and who changed it. */
export function CalendarPage(props: CalendarPageProps) {
  const { ctx, view, year, allYears, csrf, done } = props
  const admin = mayChange(ctx.actor)
  return (
    <>
      {done}
      <EdgeNotice {...props} admin={admin} />
      <Columns kind="report">
        <Stack>
          <Chips label="年份" items={chips(view, year, allYears)} end={admin && <Button kind="primary" href="/desk/calendar/import">导入放假安排</Button>} />
          <YearPanel view={view} year={year} today={ctx.today} calendar={view.book.of(ctx.actor.authorityId)} />
        </Stack>
        <Stack as="aside">
          <DaysOffPanel view={view} admin={admin} csrf={csrf} today={ctx.today} />
          <ChangesPanel changes={view.changes} today={ctx.today} />
          {!admin && <Panel title="谁来改"><p>放假安排和临时放假由系统管理员导入、登记。改了以后，在办案件的期限会自动重新计算，承办人在提醒里能看到。</p></Panel>}
        </Stack>
      </Columns>
    </>
  )
}

function EdgeNotice({ ctx, view, provisional, admin }: CalendarPageProps & { admin: boolean }) {
  const next = yearOf(view.knownUntil) + 1
  if (yearOf(ctx.today) < next - 1 && provisional === 0) return null
  const many = provisional >= PROVISIONAL_CAP ? `${PROVISIONAL_CAP}件以上` : `${provisional}件`
  return (
    <Notice tone={yearOf(ctx.today) >= next ? 'red' : provisional > 0 ? 'amber' : 'primary'} title={`${next}年的放假安排还没有导入`}>
      <p>{`涉及${next}年的期限按周末和法定节日推算${provisional > 0 ? `，现在有${many}在办案件是这样` : ''}。国务院公布以后${admin ? '请导入' : '由系统管理员导入'}，在办案件会重新计算。`}</p>
    </Notice>
  )
}

function chips({ book }: CalendarView, year: number, all: boolean) {
  const known = book.arrangements.map((each) => each.year).sort((a, b) => b - a)
  const years = [known[0]! + 1, ...known]
  const shown = all || years.indexOf(year) >= RECENT ? years : years.slice(0, RECENT)
  return [
    ...shown.map((each) => ({ label: each === years[0] ? `${each}年（推算）` : `${each}年`, href: `/desk/calendar?year=${each}`, current: each === year })),
    ...(shown.length < years.length ? [{ label: '更早', href: `/desk/calendar?year=${year}&all=1` }] : []),
  ]
}

/** The year that the page shows: the one asked for, else that of today. */
export function yearShown({ book }: CalendarView, asked: string | undefined, today: CivilDate): number {
  const known = book.arrangements.map((each) => each.year)
  const last = Math.max(...known) + 1
  const wanted = asked !== undefined && /^\d{4}$/.test(asked) ? Number(asked) : yearOf(today)
  return wanted === last || known.includes(wanted) ? wanted : Math.min(yearOf(today), last)
}
