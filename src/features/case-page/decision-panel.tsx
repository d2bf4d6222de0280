/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CaseState } from '#case/state.ts'
import { isOpen, STATUSES } from '#case/status.ts'
import { decisionName } from '#features/desk/index.ts'
import { groundOf, isDecisionCode } from '#law/disclosure-regulation/decision-kind.ts'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'

/** 处理决定 with its articles and reason. */
export function DecisionPanel({ state: { decision, lawAsOf, status } }: { state: CaseState }) {
  if (decision === null && !isOpen(status)) return <Panel title="处理决定" meta="没有定"><p class="zx-meta">{STATUSES[status]}，不再处理。</p></Panel>
  if (decision === null) return <Panel title="处理决定" meta="还没有定"><p class="zx-meta">分办以后由承办人定。</p></Panel>
  const { code, reason, groundText, refusedPart } = decision
  const part = refusedPart !== null && isDecisionCode(refusedPart) ? refusedPart : undefined
  const ground = isDecisionCode(code) ? groundOf(code, lawAsOf, part) : null
  return (
    <Panel title="处理决定">
      <DefinitionList
        items={[
          { term: '决定', value: <><b>{decisionName(code)}</b> <Cite of={ground?.ok ? ground.cites : null} /></> },
          part !== undefined && { term: '不公开的部分', value: decisionName(part) },
          groundText !== null && { term: '依据', value: groundText },
          { term: '事实和理由', value: <span class="zx-typed">{reason}</span> },
        ]}
      />
    </Panel>
  )
}
