/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { Glyph } from './glyph.tsx'
import { Document } from './head.tsx'
import { Mark } from './icons.tsx'

/** Sign-in and its kin: one card with the navy head. The children bring the h1 and the form. */
export function SignInPage({ title, agencyName, error, children }: { title: string; agencyName: string; error?: boolean; children: Child }) {
  return (
    <Document title={`${title} · 知悉`} bodyClass="zx zx-plain" error={error}>
      <main id="main" class="zx-card" tabindex={-1}>
        <div class="zx-card-head"><Mark size={46} /><div><b>知悉</b><span>{agencyName}　政府信息依申请公开工作台</span></div></div>
        <div class="zx-card-body">{children}</div>
      </main>
    </Document>
  )
}

export interface ProblemProps {
  /** Red line above the title: 没有保存成功. */
  readonly kicker?: string
  readonly title: string
  /** What happened and that work is safe. */
  readonly children: Child
  /** What can be done: one or two buttons. */
  readonly actions?: Child
  /** Whom to call, with the request number. */
  readonly contact?: Child
}

/** What happened, that work is safe, what to do, whom to call. Stands in any layout; `level` 2 where the bar holds the h1. */
export function Problem({ kicker, title, children, actions, contact, level = 1 }: ProblemProps & { level?: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div class="zx-problem">
      {kicker !== undefined && <p class="zx-problem-kicker"><Glyph shape="octagon" />{kicker}</p>}
      <Heading>{title}</Heading>
      <div class="zx-problem-text">{children}</div>
      {actions !== undefined && <div class="zx-buttons">{actions}</div>}
      {contact !== undefined && <p class="zx-problem-contact">{contact}</p>}
    </div>
  )
}

/** A problem on a page of its own, for errors outside any layout. */
export function ProblemPage(props: ProblemProps) {
  return (
    <Document title={`${props.title} · 知悉`} bodyClass="zx zx-plain">
      <main id="main" class="zx-card" tabindex={-1}><div class="zx-card-body"><Problem {...props} /></div></main>
    </Document>
  )
}

/** The same words for missing and foreign things. */
export function NotFound({ homeHref, phone, level }: { homeHref: string; phone?: string; level?: 1 | 2 }) {
  return (
    <Problem title="没有找到这一页" level={level} actions={<Button kind="primary" href={homeHref}>回首页</Button>} contact={phone === undefined ? undefined : `找不到要办的事，打${phone}`}>
      <p>地址可能写错了，或者这一页您不能看。</p>
    </Problem>
  )
}

/** Somebody saved first: the typed text is kept, comparing comes before saving. */
export function Conflict({ what, who, compareHref, mine, contact, level }: { what: string; who: Child; compareHref: string; mine: string; contact?: Child; level?: 1 | 2 }) {
  const actions = (
    <>
      <Button kind="primary" href={compareHref}>对照着看</Button>
      <Button action="copy" target="zx-mine">复制我写的内容</Button>
    </>
  )
  return (
    <Problem kicker="没有保存成功" title={`别人刚改过${what}`} actions={actions} contact={contact} level={level}>
      <p>{who}您写的内容还在，没有丢。先看他改了什么，再决定要不要存。</p>
      <details class="zx-mine"><summary>我写的内容</summary><textarea class="form-control" id="zx-mine" rows={6} readonly aria-label="我写的内容">{mine}</textarea></details>
    </Problem>
  )
}
