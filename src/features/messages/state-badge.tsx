/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Badge, type Tone } from '#ui/badge.tsx'
import type { GlyphShape } from '#ui/glyph.tsx'
import { STATE_NAMES, type MessageRow, type MessageState } from './message.table.ts'

const LOOKS: Readonly<Record<MessageState, readonly [Tone, GlyphShape]>> = {
  sent: ['green', 'tick'],
  failed: ['red', 'octagon'],
  unconfigured: ['amber', 'triangle'],
  waiting_quiet_hours: ['paused', 'bars'],
  sending: ['paused', 'bars'],
}

/** Where a message stands; one that is being tried again says how often it was in vain. */
export function MessageBadge({ row: { state, attempts, failure } }: { row: Pick<MessageRow, 'state' | 'attempts' | 'failure'> }) {
  const [tone, shape] = LOOKS[state]
  return <Badge tone={tone} shape={shape}>{state === 'sending' && failure !== null ? `试了${attempts}次，还在试` : STATE_NAMES[state]}</Badge>
}
