import type { CivilDate } from '#law/civil-date.ts'
import { CONSULTED, type ConsultationKind } from '#law/disclosure-regulation/art32-consultation.ts'
import type { FieldError } from '#platform/errors.ts'
import { parse } from '#platform/validation/parse.ts'
import type { DeadlineEvent } from './deadline.schema.ts'
import { maybeDay, typedCount, typedDay } from './typed-parts.ts'
import * as z from 'zod'

/** One row of the form as typed: what happened, when, and until when or how many days. */
export interface TypedRow {
  readonly type: string
  readonly on: string
  readonly to: string
}

const CONSULTATIONS = Object.keys(CONSULTED) as ConsultationKind[]

/** What can be chosen in a row. Asking and hearing are chosen by whom; the ids of consultations are ours. */
export const ROW_KINDS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'correction_requested', label: '告知补正' },
  { value: 'correction_received', label: '收到补正' },
  ...CONSULTATIONS.flatMap((kind) => [
    { value: `ask_${kind}`, label: `征求${CONSULTED[kind]}意见` },
    { value: `heard_${kind}`, label: `收到${CONSULTED[kind]}意见` },
  ]),
  { value: 'extended', label: '延长答复期限' },
  { value: 'fee_notice_sent', label: '发出收费通知' },
  { value: 'fee_notice_received', label: '收到收费通知' },
  { value: 'fee_paid', label: '缴费' },
  { value: 'reasons_requested', label: '要求说明理由' },
  { value: 'deferred', label: '确定延迟答复' },
  { value: 'replied', label: '答复' },
  { value: 'withdrawn', label: '撤回申请' },
]

/** A row as read, with its number on the page. */
export interface ReadRow {
  readonly row: number
  readonly kind: string
  readonly on: CivilDate
  readonly until?: CivilDate
  readonly days?: number
}

const MOST_DAYS = 10_000
const LAST_DAYS: Readonly<Record<string, string>> = { correction_requested: '补正的最后一天', deferred: '延迟答复的日期' }

/** Reads one row; an empty one is no row. */
export function readRow({ type, on, to }: TypedRow, row: number): ReadRow | readonly FieldError[] | null {
  if ([type, on, to].every((text) => text.trim() === '')) return null
  const shape = z.object({ type: z.enum(ROW_KINDS.map(({ value }) => value), { error: '请选发生了什么' }), on: typedDay('日期'), to: toShape(type) })
  const parsed = parse(shape, { type, on, to })
  if (!parsed.ok) return parsed.errors.map(({ field, message }) => ({ field: `${field}${row}`, message: `第${row}行：${message}` }))
  const rest = parsed.value.to
  return { row, kind: type, on: parsed.value.on, ...(typeof rest === 'number' ? { days: rest } : rest === undefined ? {} : { until: rest }) }
}

function toShape(type: string): z.ZodType<CivilDate | number | undefined, unknown> {
  if (type === 'extended') return typedCount('延长几个工作日', '10', MOST_DAYS)
  const label = LAST_DAYS[type]
  if (label !== undefined) return typedDay(label)
  if (type.startsWith('ask_')) return maybeDay('对方收到征求意见书的日期')
  return z.string().transform((text, ctx) => {
    if (text.trim() !== '') ctx.addIssue({ code: 'custom', message: '这件事不用写到哪天或者几天，请删去' })
    return undefined
  })
}

/** The rows as events in the order of their days; each opinion goes to the earliest asking of its kind that is still open. */
export function toEvents(rows: readonly ReadRow[]): { readonly events: readonly DeadlineEvent[]; readonly rowOf: readonly number[]; readonly errors: readonly FieldError[] } {
  const sorted = rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.row - b.row))
  const open: Record<string, string[]> = {}
  const errors: FieldError[] = []
  const events = sorted.map((read): DeadlineEvent => {
    const [verb = '', ...rest] = read.kind.split('_')
    const kind = rest.join('_')
    if (verb === 'ask') {
      const id = String(read.row)
      ;(open[kind] ??= []).push(id)
      return { type: 'consultation_started', id, kind: kind as ConsultationKind, on: read.on, ...(read.until === undefined ? {} : { servedOn: read.until }) }
    }
    if (verb === 'heard') {
      const id = open[kind]?.shift()
      if (id === undefined) errors.push({ field: `type${read.row}`, message: `第${read.row}行：前面没有征求${CONSULTED[kind as ConsultationKind]}意见` })
      return { type: 'consultation_ended', id: id ?? '', on: read.on }
    }
    return plainEvent(read)
  })
  return { events, rowOf: sorted.map(({ row }) => row), errors }
}

function plainEvent({ kind, on, until, days }: ReadRow): DeadlineEvent {
  if (kind === 'correction_requested') return { type: kind, on, respondBy: until! }
  if (kind === 'deferred') return { type: kind, on, until: until! }
  if (kind === 'extended') return { type: kind, on, days: days! }
  return { type: kind as 'fee_paid', on }
}
