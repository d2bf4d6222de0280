/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isOpen, STATUSES } from '#case/status.ts'
import { APPLICANT_KINDS, type ApplicantKind } from '#case/words.ts'
import { casePath, nextStep, tableDate } from '#features/desk/index.ts'
import { yearOf, type CivilDate } from '#law/civil-date.ts'
import { ClockBadge, Tag } from '#ui/badge.tsx'
import { Bars } from '#ui/clock/index.ts'
import { DataTable, type Column } from '#ui/table.tsx'
import type { Child } from 'hono/jsx'
import type { ListedCase, ListOrder } from './list-cases.ts'

interface CaseTableProps {
  readonly caption: string
  readonly rows: readonly ListedCase[]
  readonly today: CivilDate
  readonly order: ListOrder
  readonly empty?: Child
  /** Page of the case that a row opens; default: the case itself. */
  readonly opens?: string
}

/** Cases as rows: clock, due date, number, what is asked, who, day cells, stage, who has it, what comes next. */
export function CaseTable({ caption, rows, today, order, empty, opens }: CaseTableProps) {
  return <DataTable caption={caption} columns={columns(today, order, opens)} rows={rows} rowHref={({ row }) => casePath(row.number, opens)} empty={empty} />
}

function columns(today: CivilDate, order: ListOrder, opens: string | undefined): Column<ListedCase>[] {
  return [
    { key: 'clock', head: '期限', tight: true, ...(order === 'due' ? { sorted: 'ascending' as const } : {}), cell: ({ clock }) => <ClockBadge clock={clock} /> },
    { key: 'due', head: '最晚答复', tight: true, cell: (one) => <Due one={one} today={today} /> },
    { key: 'number', head: '编号', tight: true, cell: ({ row }) => <a href={casePath(row.number, opens)}><b>{row.number}</b></a> },
    { key: 'subject', head: '申请内容', clamp: true, cell: ({ row }) => row.subject },
    { key: 'applicant', head: '申请人', tight: true, cell: ({ row }) => APPLICANT_KINDS[row.applicantKind as ApplicantKind] ?? row.applicantKind },
    { key: 'received', head: '收到', tight: true, ...(order === 'received' ? { sorted: 'descending' as const } : {}), cell: ({ row }) => (yearOf(row.receivedOn) === yearOf(today) ? row.receivedOn.slice(5) : row.receivedOn) },
    { key: 'bars', head: '日格', tight: true, cell: ({ clock }) => <Bars clock={clock} today={today} /> },
    { key: 'status', head: '环节', tight: true, cell: ({ state }) => STATUSES[state.status] },
    { key: 'unit', head: '承办', tight: true, cell: ({ state }) => state.unitName ?? (isOpen(state.status) ? '待分办' : '—') },
    { key: 'next', head: '下一步', tight: true, cell: ({ state }) => nextStep(state) },
  ]
}

function Due({ one: { clock }, today }: { one: ListedCase; today: CivilDate }) {
  if (clock.endedOn !== null) return <span class="zx-meta">{tableDate(clock.endedOn, today)}</span>
  if (clock.dueOn === null) return <span class="zx-meta">期限不走</span>
  const [day, weekday] = tableDate(clock.dueOn, today).split(' ')
  const extended = clock.originalDueOn !== null && clock.originalDueOn !== clock.dueOn
  return <><b>{day}</b> {weekday}{extended && <Tag>延</Tag>}{clock.provisional && <span class="zx-meta">（推算）</span>}</>
}
