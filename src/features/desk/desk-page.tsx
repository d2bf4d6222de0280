/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ACCOUNT_MENU, SIGN_OUT } from '#features/accounts/index.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { isWorkingDay } from '#law/working-days.ts'
import type { StaffCtx } from '#store/context.ts'
import { countUnread } from '#store/notifications.ts'
import type { WebEnv } from '#store/web-env.ts'
import { WorkbenchPage } from '#ui/layout-workbench.tsx'
import { railEntries, type RailKey } from '#ui/workbench-links.ts'
import { deskCounts } from './counts.ts'

export interface DeskPage {
  readonly title: string
  /** Small text or links after the title. */
  readonly context?: Child
  readonly current: RailKey | null
  readonly children: Child
  readonly status?: ContentfulStatusCode
  /** The page shows an error summary. */
  readonly error?: boolean
  /** What was searched for. */
  readonly searched?: string
}

const UNREAD_CAP = 100

/** Answers with a page of the workbench: rail with counts, bar, body. Staff pages are never cached. */
export async function deskPage(c: Context<WebEnv>, ctx: StaffCtx, page: DeskPage): Promise<Response> {
  const { title, context, current, children, status = 200, error, searched } = page
  c.header('Cache-Control', 'no-store')
  const [counts, unread] = await Promise.all([deskCounts(ctx), countUnread(ctx.db, ctx.actor.id, UNREAD_CAP)])
  return c.html(
    <WorkbenchPage
      title={title}
      context={context}
      actor={ctx.actor}
      counts={counts}
      notices={{ href: '/desk/notices', count: unread }}
      entries={railEntries(ctx.actor)}
      current={current}
      search={{ action: '/desk/cases', ...(searched === undefined ? {} : { value: searched }) }}
      csrf={c.get('csrfToken')}
      signOutAction={SIGN_OUT}
      menu={ACCOUNT_MENU}
      {...(error === undefined ? {} : { error })}
    >
      {children}
    </WorkbenchPage>,
    status,
  )
}

/** 2026年11月21日（周六） 今天是周六，期限不走 */
export function todaySentence(ctx: StaffCtx): string {
  const { today, calendar } = ctx
  const day = formatDateWithWeekday(today)
  if (isWorkingDay(calendar, today)) return day
  const { kind, name } = calendar.kindOf(today)
  const what = kind === 'weekend' ? `今天是${day.slice(-3, -1)}` : `今天${name ?? ''}放假`
  return `${day}　${what}，期限不走`
}
