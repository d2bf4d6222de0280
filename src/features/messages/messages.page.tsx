/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { momentText } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Chips, Pager } from '#ui/pager.tsx'
import { Panel } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'
import type { MessageFactsRow } from './list-messages.ts'
import { occasionName } from './message-words.ts'
import { CHANNEL_NAMES, STATE_NAMES, type MessageState } from './message.table.ts'
import { MessageBadge } from './state-badge.tsx'

export const MESSAGES = '/desk/messages'

interface MessagesPageProps {
  readonly rows: readonly MessageFactsRow[]
  readonly state: MessageState | undefined
  readonly page: number
  /** There are older ones. */
  readonly more: boolean
  readonly today: CivilDate
}

/** 消息: what left the building for applicants, or did not, newest first. */
export function MessagesPage({ rows, state, page, more, today }: MessagesPageProps) {
  const columns: Column<MessageFactsRow>[] = [
    { key: 'at', head: '时间', tight: true, cell: ({ id, createdAt }) => <a href={`${MESSAGES}/${id}`}>{momentText(createdAt, today)}</a> },
    { key: 'state', head: '状态', tight: true, cell: (row) => <MessageBadge row={row} /> },
    { key: 'case', head: '案件', tight: true, cell: ({ caseNumber }) => caseNumber },
    { key: 'occasion', head: '事由', tight: true, cell: ({ occasion }) => occasionName(occasion) },
    { key: 'channel', head: '方式', tight: true, cell: ({ channel }) => CHANNEL_NAMES[channel] },
    { key: 'to', head: '收信人', tight: true, cell: ({ recipientMasked }) => recipientMasked || '已删除' },
  ]
  const chips = [{ label: '全部', href: MESSAGES, current: state === undefined }, ...CHOICES.map((one) => ({ label: STATE_NAMES[one], href: address(one, 1), current: one === state }))]
  return (
    <>
      <Chips label="按状态看" items={chips} />
      <Panel flush>
        {rows.length === 0
          ? <EmptyState title={state === undefined ? '还没有发过消息' : `没有“${STATE_NAMES[state]}”的消息`} next="申请登记、补正、答复送达时，系统给留了邮箱、手机的申请人发消息，在这里都能看到。" />
          : <DataTable caption="发给申请人的消息，新的在前" columns={columns} rows={rows} rowHref={({ id }) => `${MESSAGES}/${id}`} />}
      </Panel>
      <Pager page={page} pages={null} more={more} href={(to) => address(state, to)} />
    </>
  )
}

const CHOICES: readonly MessageState[] = ['failed', 'unconfigured', 'waiting_quiet_hours', 'sending', 'sent']

function address(state: MessageState | undefined, page: number): string {
  const query = [...(state === undefined ? [] : [`state=${state}`]), ...(page === 1 ? [] : [`page=${page}`])]
  return query.length === 0 ? MESSAGES : `${MESSAGES}?${query.join('&')}`
}
