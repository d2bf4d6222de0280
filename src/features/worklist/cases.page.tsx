/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { visibleScope } from '#case/visibility.ts'
import { deskPage, staffCtx } from '#features/desk/index.ts'
import { listUnits } from '#store/authority.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Chips } from '#ui/pager.tsx'
import { Panel } from '#ui/panel.tsx'
import { CaseTable } from './case-table.tsx'
import { filterCondition } from './filter.ts'
import { filterOf, listAddress, readQuery } from './list-address.ts'
import { countCases, readPage } from './list-cases.ts'
import { ListFilters } from './list-filters.tsx'
import { ListFoot } from './list-foot.tsx'
import { NoCases } from './no-cases.tsx'

const PATH = '/desk/cases'
const CHOICES = [
  { label: '全部', open: undefined },
  { label: '在办', open: 'yes' },
  { label: '已答复', open: 'no' },
] as const

/** 案件: every case that this person may see, answered ones too, newest first; also where the search box leads. */
export async function casesPage(c: Context<WebEnv>): Promise<Response> {
  const ctx = staffCtx(c)
  const { clock: _clock, ...query } = readQuery((name) => c.req.query(name))
  const page = Number(query.page ?? 1)
  const condition = filterCondition(ctx, filterOf(query, ctx.today))
  const [units, many, { rows, more }] = await Promise.all([
    listUnits(ctx.db, ctx.actor.authorityId),
    countCases(ctx, condition),
    readPage(ctx, page, { condition, order: 'received' }),
  ])
  const chips = CHOICES.map(({ label, open }) => ({ label, href: listAddress(PATH, query, { open }), current: query.open === open }))
  return deskPage(c, ctx, {
    title: '案件',
    context: query.q === undefined ? undefined : <>查找“{query.q}” <a href={listAddress(PATH, query, { q: undefined })}>不查了</a></>,
    current: 'cases',
    searched: query.q,
    children: (
      <>
        <Chips label="按办没办完看" items={chips} end={<ListFilters path={PATH} query={query} units={units} />} />
        <Panel flush>
          {rows.length > 0 ? <CaseTable caption="案件，新收到的在前" rows={rows} today={ctx.today} order="received" /> : visibleScope(ctx.actor) === 'none' ? <NoCases /> : <Nothing searched={query.q} />}
        </Panel>
        <ListFoot path={PATH} query={query} page={page} many={many} more={more} order="按收到日排" />
      </>
    ),
  })
}

function Nothing({ searched }: { searched: string | undefined }) {
  const title = searched === undefined ? '没有符合条件的案件' : `没有找到“${searched}”`
  const next = searched === undefined ? '换一个条件再看。' : '可以写编号、申请内容或者申请人里的几个字；文号要写全。'
  return <EmptyState title={title} next={next}><Button href={PATH}>看全部案件</Button></EmptyState>
}
