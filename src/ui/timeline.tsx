/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'

export interface TimelineEntry {
  /** 11-20 周五 */
  readonly when: string
  readonly fact: Child
  readonly who?: Child
  /** The system did it, not a person. */
  readonly system?: boolean
}

/** What happened, newest first: full square = a person acted, hollow = the system. `check` is the line on the hash chain. */
export function Timeline({ entries, check }: { entries: readonly TimelineEntry[]; check?: Child }) {
  return (
    <>
      <ol class="zx-timeline">
        {entries.map(({ when, fact, who, system }) => (
          <li class={system ? 'zx-by-system' : undefined}>
            <b class="zx-when">{when}</b>
            <span>{system && <span class="zx-sr">系统：</span>}{fact}{who !== undefined && <span class="zx-meta zx-who">{who}</span>}</span>
          </li>
        ))}
      </ol>
      {check !== undefined && <p class="zx-meta zx-chain">{check}</p>}
    </>
  )
}
