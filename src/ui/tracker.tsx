/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'

export interface TrackerStage {
  readonly label: string
  readonly state: 'done' | 'now' | 'later'
  /** Date and what happened or will happen. */
  readonly detail?: Child
}

const WORD = { done: '已完成', now: '正在这一步', later: '还没到' } as const

/** 办到哪一步了: four stages, tick, dot, ring. */
export function Tracker({ stages, label = '办理进度' }: { stages: readonly TrackerStage[]; label?: string }) {
  return (
    <ol class="zx-tracker" aria-label={label}>
      {stages.map(({ label: name, state, detail }) => (
        <li class={`zx-stage-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="zx-stage-mark">{state === 'done' && <Icon name="tick" size={18} />}</span>
          <b>{name}<span class="zx-sr">（{WORD[state]}）</span></b>
          {detail !== undefined && <span class="zx-help">{detail}</span>}
        </li>
      ))}
    </ol>
  )
}
