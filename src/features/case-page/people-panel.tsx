/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CaseEventType } from '#case/events.ts'
import { isOpen } from '#case/status.ts'
import type { CaseView } from '#features/desk/index.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'

/** 经手人: who has the case, and who did which step. */
export function PeoplePanel({ view: { state, events } }: { view: CaseView }) {
  const lastOf = (type: CaseEventType) => events.findLast(({ event }) => event.type === type)?.actorName
  const reviewer = state.approvedBy === null ? undefined : lastOf('draft_approved')
  const later = [
    { term: '受理', value: lastOf('application_accepted') },
    { term: '分办', value: lastOf('case_assigned') },
    { term: '承办', value: state.handlerName === null ? undefined : `${state.handlerName}，${state.unitName}` },
    { term: '审核', value: reviewer ?? (state.unitName === null ? undefined : <span class="zx-meta">{state.unitName}负责人，不能是拟稿人</span>) },
    { term: '签发', value: lastOf('reply_issued') ?? (!isOpen(state.status) ? undefined : <span class="zx-meta">签发人，不能是拟稿人和审核人</span>) },
    { term: '送达', value: lastOf('reply_delivered') },
    { term: '归档', value: lastOf('case_archived') },
  ]
  return (
    <Panel title="经手人">
      <DefinitionList tight items={later.map((row) => row.value !== undefined && { term: row.term, value: row.value })} />
    </Panel>
  )
}
