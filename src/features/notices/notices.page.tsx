/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { casePath, momentText } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import type { NotificationRow } from '#store/notifications.ts'
import { Tag } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Csrf, HiddenField } from '#ui/form/index.ts'
import { Pager } from '#ui/pager.tsx'
import { Panel } from '#ui/panel.tsx'

export const PAGE_SIZE = 50

interface NoticesPageProps {
  readonly rows: readonly NotificationRow[]
  readonly page: number
  /** There are older ones. */
  readonly more: boolean
  readonly today: CivilDate
  readonly csrf: string
}

/** 提醒, newest first. What was read stays, in grey. */
export function NoticesPage({ rows, page, more, today, csrf }: NoticesPageProps) {
  if (rows.length === 0) return <Panel><EmptyState title="没有提醒" next="期限因为放假安排变了，会在这里告诉您。"><Button href="/desk">看待办</Button></EmptyState></Panel>
  const unread = rows.filter(({ readAt }) => readAt === null)
  return (
    <>
      <Panel title="提醒" meta={unread.length > 0 ? `这一页有${unread.length}条没看` : '都看过了'} end={unread.length > 0 && <ReadAll upTo={rows[0]!.id} csrf={csrf} />}>
        <ul class="zx-link-list">{rows.map((row) => <One row={row} today={today} csrf={csrf} />)}</ul>
      </Panel>
      <Pager page={page} pages={null} more={more} href={(to) => `/desk/notices?page=${to}`} />
    </>
  )
}

function One({ row: { id, caseNumber, text, createdAt, readAt }, today, csrf }: { row: NotificationRow; today: CivilDate; csrf: string }) {
  return (
    <li class={readAt === null ? undefined : 'zx-row-quiet'}>
      <div>
        {caseNumber === null ? <b>{text}</b> : <><a href={casePath(caseNumber)}>{caseNumber}</a>{text.startsWith(caseNumber) ? text.slice(caseNumber.length) : `　${text}`}</>}
        <p class="zx-meta">{momentText(createdAt, today)} {readAt === null && <Tag tone="primary">没看</Tag>}</p>
      </div>
      {readAt === null && (
        <form method="post" action="/desk/notices/read">
          <Csrf token={csrf} />
          <HiddenField name="id" value={id} />
          <Button small>知道了</Button>
        </form>
      )}
    </li>
  )
}

/** Up to the newest that is shown: one that arrives meanwhile stays unread. */
function ReadAll({ upTo, csrf }: { upTo: number; csrf: string }) {
  return (
    <form method="post" action="/desk/notices/read">
      <Csrf token={csrf} />
      <HiddenField name="upTo" value={upTo} />
      <Button small>全部知道了</Button>
    </form>
  )
}
