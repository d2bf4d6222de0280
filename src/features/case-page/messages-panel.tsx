/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { momentText } from '#features/desk/index.ts'
import { CHANNEL_NAMES, failureText, MessageBadge, occasionName, type MessageFactsRow } from '#features/messages/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Panel } from '#ui/panel.tsx'

/** 告知: what the applicant was told by message, when and by which way. */
export function MessagesPanel({ rows, today }: { rows: readonly MessageFactsRow[]; today: CivilDate }) {
  if (rows.length === 0) return <Panel title="消息"><p class="zx-meta">还没有给申请人发过邮件、短信。没留邮箱和内地手机号的不发。</p></Panel>
  return (
    <Panel title="消息" meta={`${rows.length}条`}>
      <ul class="zx-link-list">{rows.map((row) => <One row={row} today={today} />)}</ul>
    </Panel>
  )
}

function One({ row, today }: { row: MessageFactsRow; today: CivilDate }) {
  const { occasion, channel, recipientMasked, createdAt, sentAt, failure, state, subject, text } = row
  return (
    <li>
      <div>
        <b>{occasionName(occasion)}</b>　<MessageBadge row={row} />
        <p>{CHANNEL_NAMES[channel]} {recipientMasked}</p>
        <p class="zx-meta">{momentText(sentAt ?? createdAt, today)}{failure !== null && state !== 'sent' && `　${failureText(failure)}`}</p>
        <details>
          <summary class="zx-meta">看内容</summary>
          <p class="zx-typed">{subject !== null && <><b>{subject}</b>{'\n\n'}</>}{text}</p>
        </details>
      </div>
    </li>
  )
}
