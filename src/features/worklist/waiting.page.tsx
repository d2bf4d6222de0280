/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { and, eq, type SQL } from 'drizzle-orm'
import { deskPage, staffCtx, waitingForDelivery, waitingForSignOff } from '#features/desk/index.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { KeyLine } from '#ui/key-hint.tsx'
import { Panel } from '#ui/panel.tsx'
import type { RailKey } from '#ui/workbench-links.ts'
import { CaseTable } from './case-table.tsx'
import { listCases } from './list-cases.ts'

/** As many as one looks through at once; what is done makes room for the next. */
const SHOWN = 100

interface Section {
  readonly title: string
  readonly status: string
}

interface Waiting {
  readonly title: string
  readonly context: string
  readonly current: RailKey
  readonly sections: readonly Section[]
  readonly mine: SQL | undefined
  /** Page of the case that a row opens. */
  readonly opens?: string
  readonly nothing: string
  readonly next: string
}

/** 审签: replies that wait for this person's review or signature. What he drafted himself is not among them. */
export function signOffPage(c: Context<WebEnv>): Promise<Response> {
  const ctx = staffCtx(c)
  return waitingPage(c, ctx, {
    title: '审签',
    context: '等您审核或者签发的答复书；您自己拟的不在这里',
    current: 'signoff',
    sections: [{ title: '待审核', status: 'section_review' }, { title: '待签发', status: 'awaiting_issue' }],
    mine: waitingForSignOff(ctx.actor),
    opens: 'signoff',
    nothing: '没有等您审签的答复书',
    next: '承办人送审后会出现在这里。',
  })
}

/** 送达: replies to be delivered, and delivered cases to be archived. */
export function deliveryPage(c: Context<WebEnv>): Promise<Response> {
  const ctx = staffCtx(c)
  return waitingPage(c, ctx, {
    title: '送达',
    context: '签发了要送的，送达了要归档的',
    current: 'delivery',
    sections: [{ title: '待送达', status: 'issued' }, { title: '待归档', status: 'delivered' }],
    mine: waitingForDelivery(ctx.actor),
    nothing: '没有等着送达的答复书',
    next: '签发后会出现在这里。',
  })
}

async function waitingPage(c: Context<WebEnv>, ctx: StaffCtx, waiting: Waiting): Promise<Response> {
  const { mine } = waiting
  const parts = await Promise.all(
    waiting.sections.map(async (section) => ({
      ...section,
      rows: mine ? await listCases(ctx, { condition: and(mine, eq(caseFile.status, section.status)), order: 'due', limit: SHOWN }) : [],
    })),
  )
  const filled = parts.filter(({ rows }) => rows.length > 0)
  return deskPage(c, ctx, {
    title: waiting.title,
    context: waiting.context,
    current: waiting.current,
    children: (
      <>
        {filled.map(({ title, rows }) => (
          <Panel title={title} meta={rows.length < SHOWN ? `${rows.length}件` : `最急的${SHOWN}件`} flush>
            <CaseTable caption={title} rows={rows} today={ctx.today} order="due" {...(waiting.opens === undefined ? {} : { opens: waiting.opens })} />
          </Panel>
        ))}
        {filled.length === 0 && <Panel><EmptyState title={waiting.nothing} next={waiting.next}><Button href="/desk">回待办</Button></EmptyState></Panel>}
        {filled.length > 0 && <KeyLine hints={[{ keys: 'J K', label: '下一件、上一件' }, { keys: 'Enter', label: '打开' }]} />}
      </>
    ),
  })
}
