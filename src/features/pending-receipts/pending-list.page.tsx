/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { tableDate } from '#features/desk/index.ts'
import { formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { KeyLine } from '#ui/key-hint.tsx'
import { Panel } from '#ui/panel.tsx'
import { DataTable } from '#ui/table.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { channelName, citeOf, STANDINGS } from './pending-words.ts'
import { triedOn, type Pending } from './pending-store.ts'
import { standingOf } from './standing.decide.ts'

export function pendingPath(id: string, page?: string): string {
  return `/desk/pending-receipts/${id}${page === undefined ? '' : `/${page}`}`
}

/** 待确认收到: the longest waiting first, each with its day's deadline. None of them is a case yet. */
export function PendingListPage({ waiting, today, done }: { waiting: readonly Pending[]; today: CivilDate; done: string | null }) {
  const rows = waiting.map((pending) => ({ ...pending, standing: standingOf({ ...pending.row, triedOn: triedOn(pending) }, today) }))
  const late = rows.filter(({ standing }) => standing === 'late').length
  return (
    <>
      {done !== null && <Notice tone="green" title={done} live />}
      {rows.length === 0 ? (
        <Panel>
          <EmptyState title="没有等着确认的信函和传真" next="录入时还没联系上申请人的，会出现在这里。"><Button kind="primary" href="/desk/intake">录入纸质申请</Button></EmptyState>
        </Panel>
      ) : (
        <Panel title="待确认收到" meta={late > 0 ? `${rows.length}件，其中${late}件过了当天` : `${rows.length}件`} end={<Cite of={citeOf('ordinary_mail')} />} flush foot={<span>到达当天与申请人确认，确认以前还不是案件，没有编号。平常信函当天没有联系过的，收到日不推迟，仍是到达的那天。</span>}>
          <DataTable
            caption="待确认收到的信函和传真，等得最久的在前"
            rows={rows}
            rowKey={({ row }) => row.id}
            rowHref={({ row }) => pendingPath(row.id)}
            columns={[
              { key: 'standing', head: '期限', tight: true, cell: ({ standing }) => <Badge tone={STANDINGS[standing].tone} shape={STANDINGS[standing].shape}>{STANDINGS[standing].word}</Badge> },
              { key: 'arrived', head: '到达', tight: true, sorted: 'ascending', cell: ({ row }) => tableDate(row.arrivedOn, today) },
              { key: 'channel', head: '渠道', tight: true, cell: ({ row }) => channelName(row.channel) },
              { key: 'what', head: '申请内容', clamp: true, cell: ({ row, application }) => <a href={pendingPath(row.id)}>{application?.subject ?? application?.description.slice(0, 60)}</a> },
              { key: 'who', head: '申请人', cell: ({ application }) => application?.name },
              { key: 'tried', head: '联系过', numeric: true, cell: ({ events }) => `${events.filter(({ type }) => type === 'attempt').length}次` },
            ]}
          />
        </Panel>
      )}
      {rows.length > 0 && <KeyLine hints={[{ keys: 'J K', label: '下一件、上一件' }, { keys: 'Enter', label: '打开' }]} end={`今天${formatDateWithWeekday(today)}`} />}
    </>
  )
}
