/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CaseEvent } from '#case/events.ts'
import type { RecordedEvent } from '#case/state.ts'
import { casePath, eventSentence, tableDate, type CaseView } from '#features/desk/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Panel } from '#ui/panel.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import type { ChainCheck } from './dossier.ts'

/** Longer histories begin with the newest; the rest is one step away. */
const LONG = 16
const NEWEST = 12

interface HistoryPanelProps {
  readonly view: CaseView
  readonly chain: ChainCheck
  readonly all: boolean
  readonly today: CivilDate
}

/** 经过, newest first, ending with the check of the hash chain. */
export function HistoryPanel({ view, chain, all, today }: HistoryPanelProps) {
  const whole = all || view.events.length <= LONG
  const newest = view.events.toReversed().slice(0, whole ? undefined : NEWEST)
  const entries = newest.map(
    ({ event, actorKind, actorName }): TimelineEntry => ({
      when: tableDate(event.on, today),
      fact: eventSentence(event),
      ...(bySystem(event, actorKind) ? { system: true } : { who: actorName }),
    }),
  )
  return (
    <Panel title="经过" id="history" end={!whole && <a href={`${casePath(view.row.number)}?history=all#history`}>全部{view.events.length}条</a>}>
      <Timeline entries={entries} check={chainSentence(chain)} />
    </Panel>
  )
}

/** What the software does by itself, also when it does so in answer to the applicant. */
function bySystem(event: CaseEvent, actorKind: RecordedEvent['actorKind']): boolean {
  return actorKind === 'system' || (event.type === 'receipt_issued' && actorKind === 'applicant')
}

/** 记录校验：15条前后相接，未被改动 */
export function chainSentence({ events, fault }: ChainCheck): string {
  return fault === null ? `记录校验：${events}条前后相接，未被改动` : `记录校验：第${fault.seq}条不对，${fault.reason}。请马上报审计管理员`
}
