/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Badge, Tag } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Pager } from '#ui/pager.tsx'
import { Panel } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'
import { RECENT_DAYS, type CatalogueView } from './catalogue-view.ts'
import { rateOf, type Figures } from './figures.ts'
import { KINDS } from './item.schema.ts'

type Row = CatalogueView['items'][number]

const both = (read: (figures: Figures) => number) => ({ all, recent }: Row) => (read(all) === 0 ? <span class="zx-meta">0</span> : <>{read(all)} <span class="zx-meta">（{read(recent)}）</span></>)

const COLUMNS: readonly Column<Row>[] = [
  { key: 'title', head: '名称', cell: ({ item }) => <><a href={`/desk/catalogue/${item.id}`}>{item.title}</a>{!item.active && <> <Badge tone="paused">停用</Badge></>}</>, clamp: true },
  { key: 'kind', head: '类别', cell: ({ item }) => <Tag>{KINDS[item.kind]}</Tag>, tight: true },
  { key: 'ref', head: '文号', cell: ({ item }) => item.documentRef ?? '', tight: true },
  { key: 'date', head: '日期', cell: ({ item }) => item.publishedOn ?? '', tight: true },
  { key: 'shown', head: '列出', cell: both(({ shown }) => shown), numeric: true, tight: true },
  { key: 'opened', head: '点开', cell: both(({ opened }) => opened), numeric: true, tight: true },
  { key: 'sufficient', head: '够用了', cell: both(({ sufficient }) => sufficient), numeric: true, tight: true },
  { key: 'filed', head: '仍申请', cell: both(({ filed }) => filed), numeric: true, tight: true },
]

/** 目录: what is suggested before filing, and whether it was enough. */
export function CataloguePage({ view, editor }: { view: CatalogueView; editor: boolean }) {
  return (
    <>
      <Panel title="有没有用" meta={`申请人写描述时列出来；写一件算一次，近${RECENT_DAYS}日的在括号里`}>
        <p>{sentence(view.all, '从开始到今天')}</p>
        <p>{sentence(view.recent, `近${RECENT_DAYS}日`)}</p>
        <p class="zx-meta">不记是谁、写了什么，只记哪一天列了哪一条、点没点开、够不够用。</p>
      </Panel>
      <Panel title="已经公开的和目录里的" flush end={editor && <Button href="/desk/catalogue/new" icon="page-add" small>添一条</Button>}>
        {view.items.length === 0 && view.page === 1
          ? <EmptyState title="目录里还没有" next="添上已经公开的，申请人写描述时就会看到">{editor && <Button href="/desk/catalogue/new">添一条</Button>}</EmptyState>
          : <DataTable caption="已经公开的和目录里的，每条列出、点开、够用、仍申请的次数" columns={COLUMNS} rows={view.items} rowHref={({ item }) => `/desk/catalogue/${item.id}`} />}
      </Panel>
      <Pager page={view.page} pages={null} more={view.more} href={(page) => `/desk/catalogue?page=${page}`} />
    </>
  )
}

function sentence(figures: Figures, when: string): string {
  const rate = rateOf(figures)
  if (rate === null) return `${when}：还没有列出过。`
  return `${when}：${figures.shown}次写申请时列出过，其中${figures.opened}次点开，${figures.sufficient}次够用了没有申请（${rate}%），${figures.filed}次仍然申请。`
}
