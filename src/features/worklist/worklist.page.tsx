/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { visibleScope } from '#case/visibility.ts'
import { casePath, deskPage, staffCtx, todaySentence } from '#features/desk/index.ts'
import { listUnits } from '#store/authority.ts'
import type { StaffCtx } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { BADGE_LIMITS } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { BarsLegend, nearDate } from '#ui/clock/index.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Chips } from '#ui/pager.tsx'
import { Panel } from '#ui/panel.tsx'
import { CaseTable } from './case-table.tsx'
import { clockChips } from './clock-chips.tsx'
import { filterCondition, isPlain } from './filter.ts'
import { filterOf, readQuery, type ListQuery } from './list-address.ts'
import { countBands, listCases, readPage } from './list-cases.ts'
import { ListFilters } from './list-filters.tsx'
import { ListFoot } from './list-foot.tsx'
import { NoCases } from './no-cases.tsx'

const PATH = '/desk'

/** 待办: the open cases that this person may see, nearest due date first. */
export async function worklistPage(c: Context<WebEnv>): Promise<Response> {
  const ctx = staffCtx(c)
  const query = readQuery((name) => c.req.query(name))
  const page = Number(query.page ?? 1)
  const { band, ...filter } = filterOf({ ...query, open: 'yes' }, ctx.today)
  const [units, counts, { rows, more }] = await Promise.all([
    listUnits(ctx.db, ctx.actor.authorityId),
    countBands(ctx, filterCondition(ctx, filter)),
    readPage(ctx, page, { condition: filterCondition(ctx, { ...filter, band }), order: 'due' }),
  ])
  const many = band === undefined ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[band]
  const empty = rows.length > 0 ? null : await whatIsEmpty(ctx, query)
  return deskPage(c, ctx, {
    title: '待办',
    context: todaySentence(ctx),
    current: 'worklist',
    searched: query.q,
    children: (
      <>
        <Chips label="按期限看" items={clockChips(PATH, query, counts)} end={<ListFilters path={PATH} query={query} units={units} />} />
        <Panel flush foot={empty === null ? <Legend /> : undefined}>
          {empty ?? <CaseTable caption="待办案件，最晚答复日近的在前" rows={rows} today={ctx.today} order="due" />}
        </Panel>
        <ListFoot path={PATH} query={query} page={page} many={many} more={more} order="按最晚答复日排" />
      </>
    ),
  })
}

function Legend() {
  const { red, amber } = BADGE_LIMITS
  return (
    <>
      <span>
        红：已过期限，或只剩{red}个工作日以内　黄：剩{red + 1}至{amber}个工作日　绿：剩{amber + 1}个以上　停：期限不走
      </span>
      <span class="zx-push"><BarsLegend /></span>
    </>
  )
}

/** What is empty, the nearest next thing, and where to go. */
async function whatIsEmpty(ctx: StaffCtx, query: ListQuery) {
  if (visibleScope(ctx.actor) === 'none') return <NoCases />
  const open = filterCondition(ctx, { open: true })
  const [nearest] = await listCases(ctx, { condition: open, order: 'due', limit: 1 })
  if (!nearest) return <EmptyState title="没有待办的案件" next="新收到的申请会出现在这里。"><Button href="/desk/cases">看全部案件</Button></EmptyState>
  const { row, clock } = nearest
  const when = clock.dueOn === null ? '期限不走' : clock.overdue ? `已超期，${nearDate(clock.dueOn, ctx.today)}到期` : `还剩${clock.remainingWorkingDays}个工作日，${nearDate(clock.dueOn, ctx.today)}到期`
  const title = query.clock === 'red' && isPlain(filterOf({ ...query, clock: undefined }, ctx.today)) ? '没有快到期的案件' : '没有符合条件的案件'
  return (
    <EmptyState title={title} next={`最近的一件${when}。`}>
      <Button kind="primary" href={casePath(row.number)}>打开最近的一件</Button>
      <Button href={PATH}>看全部待办</Button>
    </EmptyState>
  )
}
