/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { and, eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { requireStaff } from '#features/accounts/index.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { StaffCtx } from '#store/context.ts'
import { caseFile } from '#store/tables/case.table.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Notice } from '#ui/todo-panel.tsx'
import { CalendarPage, PROVISIONAL_CAP, yearShown } from './calendar.page.tsx'
import { calendarView, type CalendarView } from './calendar-view.ts'
import { changePages } from './change.route.tsx'

/** `/desk/calendar`: everybody looks, system administrators change. */
export const calendarPages = new Hono<WebEnv>()
  .get('/desk/calendar', requireStaff, async (c) => {
    const ctx = staffCtx(c)
    const [view, provisional] = await Promise.all([calendarView(ctx.db), countProvisional(ctx)])
    const props = { ctx, view, provisional, csrf: c.get('csrfToken'), year: yearShown(view, c.req.query('year'), ctx.today), allYears: c.req.query('all') === '1' }
    return deskPage(c, ctx, {
      title: '日历',
      context: `放假安排已知到${formatDateWithWeekday(view.knownUntil)}`,
      current: 'calendar',
      children: <CalendarPage {...props} done={<Done view={view} revision={c.req.query('done')} />} />,
    })
  })
  .route('/', changePages)

/** What the page before this one did. */
function Done({ view: { changes }, revision }: { view: CalendarView; revision: string | undefined }) {
  if (revision === 'nothing') return <Notice tone="primary" title="日历已经是这样，没有再改一次" live />
  const change = changes.find((each) => String(each.revision) === revision)
  if (!change) return null
  const title = `${change.reason}，日历已经改了`
  return <Notice tone="green" title={title} live><p>{change.doneAt === null ? '正在后台重新计算在办案件，刷新这一页看进度。' : `在办案件已经重新计算，改了${change.changed}件。`}</p></Notice>
}

/** Open cases of all authorities whose dates are provisional: a number, no case. */
async function countProvisional({ db }: StaffCtx): Promise<number> {
  const some = db.select({ one: sql`1` }).from(caseFile).where(and(eq(caseFile.open, true), eq(caseFile.provisional, true))).limit(PROVISIONAL_CAP).as('some')
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some)
  return row!.count
}
