/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { momentText } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Csrf } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { MessageFactsRow } from './list-messages.ts'
import { failureText, occasionName } from './message-words.ts'
import { CHANNEL_NAMES } from './message.table.ts'
import { MESSAGES } from './messages.page.tsx'
import { mayRetry } from './retry-message.ts'
import { MessageBadge } from './state-badge.tsx'

interface MessagePageProps {
  readonly row: MessageFactsRow
  readonly today: CivilDate
  readonly csrf: string
  /** It was put back in line by this person just now. */
  readonly again: boolean
  /** Why it was not. */
  readonly refusal: string | null
}

/** One message: its words, where it stands, and what was tried. */
export function MessagePage({ row, today, csrf, again, refusal }: MessagePageProps) {
  const { id, caseNumber, occasion, channel, recipientMasked, subject, text, createdAt, sentAt, notBefore, providerId, failure, failedTries } = row
  return (
    <>
      {refusal !== null && <Notice tone="red" title={refusal} />}
      {again && refusal === null && <Notice tone="green" title="已经放回去重发" live />}
      <Columns kind="case">
        <Stack>
          <Panel title={subject ?? '短信'}>
            <p class="zx-typed">{text}</p>
          </Panel>
        </Stack>
        <Stack as="aside">
          <Panel title="发送">
            <DefinitionList
              tight
              items={[
                { term: '状态', value: <MessageBadge row={row} /> },
                { term: '案件', value: caseNumber },
                { term: '事由', value: occasionName(occasion) },
                { term: '方式', value: CHANNEL_NAMES[channel] },
                { term: '收信人', value: recipientMasked || '已删除' },
                { term: '写好', value: momentText(createdAt, today) },
                notBefore !== null && { term: '等到', value: momentText(notBefore, today) },
                sentAt !== null && { term: '发出', value: momentText(sentAt, today) },
                failure !== null && { term: '原因', value: failureText(failure) },
                providerId !== null && { term: '回执号', value: <span class="zx-meta">{providerId}</span> },
              ]}
            />
            {mayRetry(row) && (
              <form method="post" action={`${MESSAGES}/${id}/retry`}>
                <Csrf token={csrf} />
                <Buttons note={row.state === 'unconfigured' ? '写这条消息时，这种方式还没有接通；接通以后可以重发。' : undefined}><Button kind="primary">重发</Button></Buttons>
              </form>
            )}
          </Panel>
          {failedTries.length > 0 && (
            <Panel title="没成的几次" meta={`${failedTries.length}次`}>
              <ul class="zx-link-list">
                {failedTries.toReversed().slice(0, MOST_TRIES).map((one) => <li><div>{failureText(one.failure)}<p class="zx-meta">{momentText(one.at, today)}</p></div></li>)}
              </ul>
            </Panel>
          )}
        </Stack>
      </Columns>
    </>
  )
}

const MOST_TRIES = 10
