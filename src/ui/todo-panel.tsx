/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Glyph } from './glyph.tsx'

export interface TodoPanelProps {
  /** Nothing owed: 现在不用您做什么. Something owed: 11月27日（周五）前补正. */
  readonly title: string
  readonly tone: 'green' | 'amber'
  /** 需要您补正, above the title of an amber panel. */
  readonly kicker?: string
  readonly items?: readonly Child[]
  /** One full-width button. */
  readonly action?: Child
  /** What happens, or what happens otherwise. */
  readonly children?: Child
}

/** First thing on the status page: what the applicant has to do, or that there is nothing. */
export function TodoPanel({ title, tone, kicker, items, action, children }: TodoPanelProps) {
  return (
    <section class={`zx-todo zx-todo-${tone}`}>
      {kicker !== undefined && <p class="zx-todo-kicker"><Glyph shape="triangle" />{kicker}</p>}
      <h2>{title}</h2>
      {items !== undefined && items.length > 0 && <ol>{items.map((item) => <li>{item}</li>)}</ol>}
      {action !== undefined && <div class="zx-todo-action">{action}</div>}
      {children !== undefined && <div class="zx-todo-text">{children}</div>}
    </section>
  )
}

/** A remark beside the task: amber warns (never blocks), red refuses, primary informs, green confirms. */
export function Notice({ tone = 'primary', title, children, live }: { tone?: 'primary' | 'amber' | 'red' | 'green'; title?: Child; children?: Child; live?: boolean }) {
  return (
    <div class={`zx-notice zx-notice-${tone}`} role={live ? 'status' : undefined}>
      {title !== undefined && <p class="zx-notice-title">{tone === 'amber' && <Glyph shape="triangle" />}{tone === 'red' && <Glyph shape="octagon" />}{tone === 'green' && <Glyph shape="tick" />}<span>{title}</span></p>}
      {children}
    </div>
  )
}

/** Title of a page that says what was done: green disc with tick. */
export function DoneTitle({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="zx-done">
      <span class="zx-done-disc"><svg width={24} height={24} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true" focusable="false"><path d="M4 10.5 8.2 14.7 16 6" /></svg></span>
      <div><h1>{title}</h1>{children !== undefined && <p class="zx-lede">{children}</p>}</div>
    </div>
  )
}
