/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Conflict } from '#ui/layout-plain.tsx'
import { Panel } from '#ui/panel.tsx'
import { CaseTop } from './case-frame.tsx'
import { casePath, type CaseView } from './case-view.ts'
import { deskPage } from './desk-page.tsx'
import { eventSentence } from './event-words.ts'
import { momentText } from './moments.ts'

export interface Stale {
  readonly view: CaseView
  /** The version that the person had before him. */
  readonly seen: number
  /** What he wrote, as text to copy; empty where there was nothing to write. */
  readonly mine: string
}

/** Somebody saved first: who, when and what, and what one wrote oneself, still there to copy. Status 409. */
export function conflictPage(c: Context<WebEnv>, ctx: StaffCtx, { view, seen, mine }: Stale): Promise<Response> {
  const { number } = view.row
  return deskPage(c, ctx, {
    title: `案件${number}`,
    context: <a href={casePath(number)}>返回案件</a>,
    current: 'cases',
    status: 409,
    error: true,
    children: (
      <>
        <CaseTop view={view} today={ctx.today} />
        <Panel>
          <Conflict
            what="这件案子"
            who={changesSince(ctx, view, seen)}
            compareHref={casePath(number)}
            mine={mine}
            contact={`案件${number}　请求号${c.get('requestId')}`}
            level={2}
          />
        </Panel>
      </>
    ),
  })
}

function changesSince(ctx: StaffCtx, { events }: CaseView, seen: number): string {
  const since = events.filter((recorded) => recorded.seq > seen)
  if (since.length === 0) return '您打开的页面比案卷里的旧。'
  return `${since.map(({ event, actorName, recordedAt }) => `${actorName}在${momentText(recordedAt, ctx.today)}${eventSentence(event)}`).join('；')}。`
}
