/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Badge } from './badge.tsx'
import { Glyph } from './glyph.tsx'
import { Icon } from './icons.tsx'
import { Panel } from './panel.tsx'

/** A part of a letter that the drafter cannot change; `decidedBy` says who decides it: 标题、文号，由模板定. */
export function LockedPart({ decidedBy, children }: { decidedBy: string; children: Child }) {
  return (
    <div class="zx-locked">
      <p class="zx-locked-by"><Icon name="lock" size={16} /><span>{decidedBy}</span></p>
      <div>{children}</div>
    </div>
  )
}

export interface GateItem {
  /** block: 须改 · explain: 说明 (needs a written reason) */
  readonly level: 'block' | 'explain'
  readonly text: Child
  /** Button 去改, or the field that takes the reason. */
  readonly action?: Child
  readonly field?: Child
}

const LEVEL = { block: { word: '须改', shape: 'octagon' }, explain: { word: '说明', shape: 'triangle' } } as const

/** 送审前检查: what blocks, what needs a reason, what passed (folded). */
export function GatePanel({ items, passed, title = '送审前检查' }: { items: readonly GateItem[]; passed: readonly Child[]; title?: string }) {
  const many = (level: GateItem['level']) => items.filter((item) => item.level === level).length
  const counts = (
    <span class="zx-links">
      {many('block') > 0 && <Badge tone="red">{many('block')}项须改</Badge>}
      {many('explain') > 0 && <Badge tone="amber">{many('explain')}项须说明</Badge>}
      <Badge tone="green">{passed.length}项通过</Badge>
    </span>
  )
  return (
    <Panel title={title} end={counts} flush>
      <ul class="zx-gate">
        {items.map(({ level, text, action, field }) => (
          <li class={`zx-gate-${level}`}>
            <b class="zx-gate-level"><Glyph shape={LEVEL[level].shape} />{LEVEL[level].word}</b>
            <div class="zx-gate-text">{text}{field}</div>
            {action}
          </li>
        ))}
      </ul>
      {passed.length > 0 && (
        <details class="zx-passed">
          <summary>{passed.length}项通过</summary>
          <ul>{passed.map((line) => <li><Glyph shape="tick" /><span>{line}</span></li>)}</ul>
        </details>
      )}
    </Panel>
  )
}

/** The page of the letter on grey ground, 560 px wide: an image or iframe of the PDF, or a paper made of text. */
export function LetterPreview({ children, meta, end }: { children: Child; meta?: Child; end?: Child }) {
  return (
    <Panel title="预览" meta={meta} end={end} flush>
      <div class="zx-desk-paper">{children}</div>
    </Panel>
  )
}

/** A sheet in letter dress for previews without PDF: red head, title, body. */
export function Paper({ agency, number, title, children }: { agency: string; number?: Child; title: string; children: Child }) {
  return (
    <div class="zx-paper">
      <p class="zx-paper-agency">{agency}</p>
      {number !== undefined && <p class="zx-paper-number">{number}</p>}
      <p class="zx-paper-title">{title}</p>
      <div class="zx-paper-body">{children}</div>
    </div>
  )
}
