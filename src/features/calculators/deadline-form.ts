import * as z from 'zod'
import type { FieldError } from '#platform/errors.ts'
import type { Clock } from '#law/clock-types.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { parse } from '#platform/validation/parse.ts'
import { clockFor, type Now } from './calculate.ts'
import type { FieldRefusal } from './calculator-frame.tsx'
import { readRow, toEvents, type ReadRow, type TypedRow } from './deadline-rows.ts'
import type { DeadlineQuestion } from './deadline.schema.ts'
import { maybeDay, typedDay } from './typed-parts.ts'

/** The form as typed; shown again just so. */
export interface TypedDeadline {
  readonly received: string
  readonly today: string
  readonly rows: readonly TypedRow[]
}

/** What came of it: a clock, wrong fields, or a refusal of the law with the field that caused it. */
export interface DeadlineResult {
  readonly clock: Clock | null
  /** The day on which the clock is read. */
  readonly asOf: CivilDate
  /** The last day is past, and nobody said that the application is unanswered. */
  readonly past: boolean
  readonly errors: readonly FieldError[]
  readonly refusal: FieldRefusal | null
}

const FIRST_ROWS = 3
const MORE_ROWS = 3
const MOST_ROWS = 12

/** Reads the address of the page. `rows` asks for that many rows; those that are filled are always shown. */
export function typedDeadline(query: (name: string) => string, today: CivilDate): TypedDeadline {
  const wanted = Math.min(MOST_ROWS, Math.max(FIRST_ROWS, Number(query('rows')) || 0))
  const all = Array.from({ length: MOST_ROWS }, (_, index) => ({ type: query(`type${index + 1}`), on: query(`on${index + 1}`), to: query(`to${index + 1}`) }))
  const filled = all.findLastIndex((row) => row.type !== '' || row.on !== '' || row.to !== '') + 1
  return { received: query('received') || today, today: query('today'), rows: all.slice(0, Math.max(wanted, filled)) }
}

/** How many rows the button for more rows asks for; null when there are enough. */
export function moreRows({ rows }: TypedDeadline): number | null {
  return rows.length >= MOST_ROWS ? null : Math.min(MOST_ROWS, rows.length + MORE_ROWS)
}

const Days = z.object({ received: typedDay('收到日'), today: maybeDay('算到哪天') })

/** Computes what was typed. */
export function deadlineOf(typed: TypedDeadline, now: Now): DeadlineResult {
  const none = { clock: null, asOf: now.today, past: false, refusal: null }
  const days = parse(Days, { received: typed.received, today: typed.today })
  const read = typed.rows.map((row, index) => readRow(row, index + 1))
  const wrong = [...(days.ok ? [] : days.errors), ...read.flatMap((row) => (Array.isArray(row) ? (row as readonly FieldError[]) : []))]
  if (!days.ok || wrong.length > 0) return { ...none, errors: wrong }
  const { events, rowOf, errors } = toEvents(read.filter((row): row is ReadRow => row !== null && !Array.isArray(row)))
  if (errors.length > 0) return { ...none, errors }
  const { received: receivedOn, today } = days.value
  if (today !== undefined && today < receivedOn) return { ...none, errors: [{ field: 'today', message: '算到的日期不能早于收到日' }] }
  const question: DeadlineQuestion = { receivedOn, events: [...events], ...(today === undefined ? {} : { today }) }
  const found = clockFor(question, now)
  if (!found.ok) return { ...none, errors: [], refusal: { field: refusedField(question, rowOf, now), refusal: found.refusal } }
  return { ...unlessUnsaid(question, found, now), errors: [], refusal: null }
}

/** Nobody has said that an application is still unanswered today: unless a day was named, one long past is read on its last day. */
function unlessUnsaid(question: DeadlineQuestion, { clock, today }: { readonly clock: Clock; readonly today: CivilDate }, now: Now) {
  const last = clock.overdue && question.today === undefined ? clock.dueOn : null
  const then = last === null ? null : clockFor({ ...question, today: last }, now)
  return last !== null && then?.ok ? { clock: then.clock, asOf: last, past: true } : { clock, asOf: today, past: false }
}

/** The field of the first event that the law does not allow after those before it. */
function refusedField(question: DeadlineQuestion, rowOf: readonly number[], now: Now): string {
  const events = question.events ?? []
  const at = events.findIndex((_, index) => !clockFor({ ...question, events: events.slice(0, index + 1) }, now).ok)
  return at === -1 || !clockFor({ ...question, events: [] }, now).ok ? 'received' : `type${rowOf[at]}`
}
