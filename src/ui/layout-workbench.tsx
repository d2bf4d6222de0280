/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Csrf } from './form/hidden.tsx'
import { Document } from './head.tsx'
import { Icon, Mark } from './icons.tsx'
import { KeyHint } from './key-hint.tsx'
import { RAIL, type RailKey } from './workbench-links.ts'

export interface WorkbenchPageProps {
  readonly title: string
  /** Small text or links after the title in the bar. */
  readonly context?: Child
  readonly actor: { readonly name: string; readonly unitName: string }
  readonly counts?: Partial<Record<RailKey, number>>
  readonly current: RailKey | null
  /** Rail entries this person may open, in order; default: the five of the main job. */
  readonly entries?: readonly RailKey[]
  readonly search?: { readonly action: string; readonly value?: string }
  readonly notices?: { readonly href: string; readonly count: number }
  readonly csrf: string
  readonly signOutAction?: string
  /** Further links in the user menu. */
  readonly menu?: ReadonlyArray<{ readonly label: string; readonly href: string }>
  readonly error?: boolean
  readonly children: Child
}

const MAIN_JOB: readonly RailKey[] = ['worklist', 'cases', 'intake', 'signoff', 'delivery']

function Rail({ entries, counts, current }: { entries: readonly RailKey[]; counts: Partial<Record<RailKey, number>>; current: RailKey | null }) {
  return (
    <nav class="zx-rail no-print" aria-label="工作台">
      <div class="zx-rail-in">
      <a class="zx-rail-mark" href={RAIL.worklist.href}><Mark size={32} /><b>知悉</b></a>
      <ul>
        {entries.map((key) => {
          const count = counts[key] ?? 0
          return (
            <li>
              <a href={RAIL[key].href} aria-current={key === current ? 'page' : undefined}>
                <Icon name={RAIL[key].icon} />
                <span>{RAIL[key].label}</span>
                {count > 0 && <span class={key === 'worklist' ? 'zx-count zx-count-red' : 'zx-count'}>{count > 99 ? '99+' : count}<span class="zx-sr">件</span></span>}
              </a>
            </li>
          )
        })}
      </ul>
      </div>
    </nav>
  )
}

function SearchBox({ action, value }: { action: string; value?: string }) {
  return (
    <form class="zx-search" action={action} method="get" role="search">
      <Icon name="search" />
      <input type="search" name="q" value={value} placeholder="申请编号、内容、文号、申请人" aria-label="查找申请编号、内容、文号、申请人" data-search />
      <KeyHint keys="/" />
    </form>
  )
}

function UserMenu({ actor, csrf, signOutAction, menu }: { actor: WorkbenchPageProps['actor']; csrf: string; signOutAction: string; menu: NonNullable<WorkbenchPageProps['menu']> }) {
  return (
    <details class="zx-user">
      <summary>{actor.name}・{actor.unitName}</summary>
      <div class="zx-user-menu">
        {menu.map(({ label, href }) => <a href={href}>{label}</a>)}
        <form method="post" action={signOutAction}>
          <Csrf token={csrf} />
          <button class="btn zx-btn-secondary" type="submit">退出登录</button>
        </form>
      </div>
    </details>
  )
}

/** A staff page: rail, bar, body. The bar holds the h1. */
export function WorkbenchPage(props: WorkbenchPageProps) {
  const { title, context, actor, counts = {}, current, entries = MAIN_JOB, search, notices, csrf, error, children } = props
  return (
    <Document title={`${title} · 知悉`} bodyClass="zx zx-desk" frame="desk" error={error}>
      <Rail entries={entries} counts={counts} current={current} />
      <header class="zx-bar no-print">
        <h1>{title}</h1>
        {context !== undefined && <div class="zx-bar-context">{context}</div>}
        <div class="zx-bar-end">
          {search && <SearchBox action={search.action} value={search.value} />}
          {notices && <a class="zx-bell" href={notices.href}><Icon name="bell" size={22} /><span class="zx-sr">提醒</span>{notices.count > 0 && <span class="zx-count zx-count-red">{notices.count > 99 ? '99+' : notices.count}</span>}</a>}
          <UserMenu actor={actor} csrf={csrf} signOutAction={props.signOutAction ?? '/signout'} menu={props.menu ?? []} />
        </div>
      </header>
      <main id="main" class="zx-body" tabindex={-1}>{children}</main>
    </Document>
  )
}
