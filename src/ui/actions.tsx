/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Citation } from '#law/citation.ts'
import { Cite } from './cite.tsx'
import { Panel } from './panel.tsx'

export interface PermittedAction {
  /** The button: a link, or a form with its token. */
  readonly button: Child
  /** What it does, in one line. */
  readonly about?: Child
  readonly cite?: Citation | readonly Citation[] | null
}

export interface ForbiddenAction {
  readonly label: string
  readonly reason: string
  readonly cite?: Citation | readonly Citation[] | null
}

/** 现在可以做 / 现在不能: a forbidden action is shown with its reason and article, never removed. */
export function Actions({ can, more, cannot }: { can: readonly PermittedAction[]; more?: Child; cannot?: readonly ForbiddenAction[] }) {
  return (
    <Panel title="现在可以做">
      <ul class="zx-actions">
        {can.map(({ button, about, cite }) => (
          <li>
            {button}
            {(about !== undefined || cite) && <span class="zx-action-about">{about}<Cite of={cite} block /></span>}
          </li>
        ))}
        {more !== undefined && <li class="zx-buttons">{more}</li>}
        {can.length === 0 && more === undefined && <li class="zx-meta">现在没有要您做的</li>}
      </ul>
      {cannot !== undefined && cannot.length > 0 && (
        <div class="zx-cannot">
          <h3>现在不能</h3>
          <ul>{cannot.map(({ label, reason, cite }) => <li>{label}：{reason} <Cite of={cite} /></li>)}</ul>
        </div>
      )}
    </Panel>
  )
}

/** Above every hand-over button: who gets it next, what that person can do, what follows. */
export function NextHandler({ lead = '送出后交给', who, place, detail, children }: { lead?: string; who: Child; place?: Child; detail?: Child; children?: Child }) {
  return (
    <section class="card zx-panel zx-next">
      <p class="zx-next-who">{lead}：<b>{who}</b>{place}</p>
      {detail !== undefined && <p class="zx-meta">{detail}</p>}
      {children !== undefined && <div class="zx-buttons">{children}</div>}
    </section>
  )
}
