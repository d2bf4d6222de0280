/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { ClockStatus } from '#law/clock-types.ts'
import { endWord } from './clock/ribbon-model.ts'
import { Glyph, type GlyphShape } from './glyph.tsx'

export type Tone = 'overdue' | 'red' | 'amber' | 'green' | 'paused' | 'done' | 'primary' | 'plain'

export interface ClockBadgeView {
  readonly tone: 'overdue' | 'red' | 'amber' | 'green' | 'paused' | 'done'
  readonly word: string
  readonly shape: GlyphShape
}

/** Working days left at which a badge turns: red up to `red`, amber up to `amber`. */
export interface BadgeLimits {
  readonly red: number
  readonly amber: number
}

export const BADGE_LIMITS: BadgeLimits = { red: 2, amber: 5 }

const WAITING: Partial<Record<ClockStatus, string>> = {
  awaiting_correction: '等补正',
  consulting: '征求意见',
  awaiting_payment: '待缴费',
}

/** The clock badge by the rule of ui.md §2: days left are working days after today up to and including the due day. */
export function clockBadge(
  clock: { readonly status: ClockStatus; readonly remainingWorkingDays: number | null; readonly overdue: boolean; readonly timely?: boolean | null },
  limits: BadgeLimits = BADGE_LIMITS,
): ClockBadgeView {
  const { status, remainingWorkingDays: left, overdue } = clock
  if (status === 'ended' || status === 'lapsed') return { tone: 'done', word: endWord(clock), shape: 'tick' }
  const waiting = WAITING[status]
  if (waiting !== undefined) return { tone: 'paused', word: waiting, shape: 'bars' }
  if (overdue || (left !== null && left < 0)) return { tone: 'overdue', word: '超期', shape: 'octagon' }
  if (left === null) return { tone: 'paused', word: '期限不走', shape: 'bars' }
  const word = left === 0 ? '今天到期' : `剩${left}日`
  if (left <= limits.red) return { tone: 'red', word, shape: 'octagon' }
  if (left <= limits.amber) return { tone: 'amber', word, shape: 'triangle' }
  return { tone: 'green', word, shape: 'ring' }
}

/** A word with a shape on a colour; the word is never left out. */
export function Badge({ tone, shape, children }: { tone: Tone; shape?: GlyphShape; children: Child }) {
  return <span class={`zx-badge zx-tone-${tone}`}>{shape !== undefined && <Glyph shape={shape} />}<span>{children}</span></span>
}

/** Badge of a clock; `long` writes 剩6个工作日 as on case pages. */
export function ClockBadge({ clock, limits, long }: { clock: Parameters<typeof clockBadge>[0]; limits?: BadgeLimits; long?: boolean }) {
  const { tone, word, shape } = clockBadge(clock, limits)
  return <Badge tone={tone} shape={shape}>{long ? word.replace(/^剩(\d+)日$/u, '剩$1个工作日') : word}</Badge>
}

export type ReviewOutcome = 'reconsideration_upheld' | 'reconsideration_corrected' | 'litigation_upheld' | 'litigation_corrected' | 'not_reviewed'

const OUTCOMES: Record<ReviewOutcome, { tone: Tone; word: string; shape: GlyphShape }> = {
  reconsideration_upheld: { tone: 'green', word: '复议维持', shape: 'tick' },
  litigation_upheld: { tone: 'green', word: '诉讼维持', shape: 'tick' },
  reconsideration_corrected: { tone: 'overdue', word: '复议纠正', shape: 'cross' },
  litigation_corrected: { tone: 'overdue', word: '诉讼纠正', shape: 'cross' },
  not_reviewed: { tone: 'paused', word: '未复议', shape: 'broken-ring' },
}

/** What became of a decision on review. */
export function OutcomeBadge({ outcome }: { outcome: ReviewOutcome }) {
  const { tone, word, shape } = OUTCOMES[outcome]
  return <Badge tone={tone} shape={shape}>{word}</Badge>
}

/** A word in a box: kind of applicant, stage, state of a document. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: Child }) {
  return <span class={`zx-badge zx-tag zx-tone-${tone}`}>{children}</span>
}
