import type { CaseEventType } from '#case/events.ts'
import { AppError } from '#platform/errors.ts'
import type { CaseView } from './case-view.ts'

/** Events that change nothing that a person decides on: who looked something up, and what the software filed. */
const SIDE_NOTES: readonly CaseEventType[] = ['personal_data_opened', 'letter_stored', 'receipt_issued', 'calendar_recomputed']

/** Somebody else changed the case since it was read. */
export function isStale(error: unknown): boolean {
  return error instanceof AppError && error.options.code === 'case/stale-version'
}

/** The version now, if only side notes were added since `seen`; else null: then the person has to look first. */
export function onlySideNotes({ row, events }: CaseView, seen: number): number | null {
  const since = events.filter((recorded) => recorded.seq > seen)
  const known = Number.isSafeInteger(seen) && seen >= 1 && since.length > 0
  return known && since.every(({ event }) => SIDE_NOTES.includes(event.type)) ? row.version : null
}
