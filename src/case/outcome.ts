import type { Refused } from '#law/refusal.ts'
import type { CaseEvent } from './events.ts'

/** A value, or the reason why not. */
export type Outcome<T extends object = object> = ({ readonly ok: true } & T) | Refused

/** What a command comes to: the events that it causes, or a refusal. */
export type Decision = Outcome<{ readonly events: readonly CaseEvent[] }>

export function decided(...events: CaseEvent[]): Decision {
  return { ok: true, events }
}
