/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'

/** Step bar of the application: five names; on phones bars and 第3步，共5步. `current` counts from 1. */
export function StepBar({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <nav class="zx-step-bar" aria-label="步骤">
      <ol>
        {steps.map((step, index) => (
          <li class={index + 1 < current ? 'zx-step-done' : index + 1 === current ? 'zx-step-now' : undefined} aria-current={index + 1 === current ? 'step' : undefined}>
            <span>{step}{index + 1 < current && <span class="zx-sr">（已填）</span>}</span>
          </li>
        ))}
      </ol>
      <p class="zx-meta">第{current}步，共{steps.length}步</p>
    </nav>
  )
}

export interface ReviewStep {
  /** 补不补 */
  readonly name: string
  readonly state: 'done' | 'open' | 'later'
  /** The answer, or 正在答, 未答. */
  readonly answer: Child
  readonly article?: string
  readonly href?: string
}

const STEP_WORD = { done: '已答', open: '正在答', later: '未答' } as const

/** 七步审查 as seven cards across the case page. */
export function SevenSteps({ steps }: { steps: readonly ReviewStep[] }) {
  return (
    <ol class="zx-seven">
      {steps.map(({ name, state, answer, article, href }, index) => (
        <li class={`zx-seven-${state}`} aria-current={state === 'open' ? 'step' : undefined}>
          <b>{state === 'done' && <Icon name="tick" size={16} />}{href === undefined ? `${index + 1} ${name}` : <a href={href}>{index + 1} {name}</a>}<span class="zx-sr">（{STEP_WORD[state]}）</span></b>
          <span class="zx-meta">{answer}</span>
          {article !== undefined && <span class="zx-meta">{article}</span>}
        </li>
      ))}
    </ol>
  )
}

/** The same seven down the left side of the review page. */
export function StepList({ steps }: { steps: readonly ReviewStep[] }) {
  return (
    <nav class="card zx-panel zx-step-list" aria-label="七步审查">
      <ol>
        {steps.map(({ name, state, answer, href }, index) => {
          const words = <><b>{name}</b><span class="zx-meta">{answer}</span></>
          return (
            <li class={`zx-seven-${state}`} aria-current={state === 'open' ? 'step' : undefined}>
              <span class="zx-step-mark">{state === 'done' ? <Icon name="tick" size={16} /> : index + 1}</span>
              {href === undefined ? <span class="zx-step-words">{words}</span> : <a class="zx-step-words" href={href}>{words}</a>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
