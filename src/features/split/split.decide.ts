import type { StaffActor } from '#case/actor.ts'
import type { CaseEvent } from '#case/events.ts'
import { decided, type Decision, type Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import type { CaseState } from '#case/state.ts'
import { art } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { refuse } from '#law/refusal.ts'

/**
 * Whether an application can be split (一事一申请).
 * @source 国办函〔2020〕109号 第四条: 一份申请多项内容可以按“一事一申请”以合理的最小单位拆分计件
 */
export function readyToSplit(state: CaseState, actor: StaffActor): Outcome {
  const may = mayDo('split', actor, state)
  if (!may.ok) return may
  if (state.splitFrom !== null) return refuse('split/is-part', `本案是从${state.splitFrom}拆分出来的，要另外拆，先在${state.splitFrom}并回`, art('109', 4))
  if (state.parts.length > 0) return refuse('split/already-split', `已经拆出${state.parts.join('、')}，要另外拆，先并回`, art('109', 4))
  return { ok: true }
}

/** The case that is split keeps its number and the first part; the others get the numbers in `into`, in their order. */
export function decideSplit(state: CaseState, actor: StaffActor, { part, into }: { readonly part: string; readonly into: readonly string[] }, on: CivilDate): Decision {
  const ready = readyToSplit(state, actor)
  return ready.ok ? decided({ type: 'application_split', on, part, into }) : ready
}

/**
 * What had happened to the application before it was split has happened to each part: with the same receipt date each gets the same clock.
 *
 * Reading (law.md §12.3): a correction that came before the split is the origin of the limit of every part (30条), an extension holds for all.
 */
export function inherited(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.filter(({ type }) => type === 'correction_requested' || type === 'correction_received' || type === 'deadline_extended')
}

/** Whether the parts of a case can be joined back. */
export function readyToJoin(state: CaseState, actor: StaffActor): Outcome {
  const may = mayDo('join', actor, state)
  if (!may.ok) return may
  if (state.splitFrom !== null) return refuse('join/is-part', `本案是从${state.splitFrom}拆分出来的，到${state.splitFrom}并回`)
  if (state.parts.length === 0) return refuse('join/not-split', '本案没有拆分过')
  return { ok: true }
}

/** 并回, while all of them are still registered: the original has its whole description again. */
export function decideJoin(state: CaseState, actor: StaffActor, parts: readonly CaseState[], on: CivilDate): Decision {
  const ready = readyToJoin(state, actor)
  if (!ready.ok) return ready
  const gone = parts.filter(({ status }) => status !== 'registered')
  if (gone.length > 0) return refuse('join/part-moved-on', `${gone.map(({ number }) => number).join('、')}已经不在登记环节，不能并回`, art('109', 4))
  return decided({ type: 'parts_joined', on, parts: parts.map(({ number }) => number) })
}
