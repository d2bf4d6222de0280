import type { FieldError } from '#platform/errors.ts'
import { parse } from '#platform/validation/parse.ts'
import { PublishedYears, type ChangeRequest } from './change.schema.ts'
import { readTypedDays } from './typed-days.ts'

/** What stands in the two forms, as typed. */
export interface ImportValues {
  readonly json: string
  readonly year: string
  readonly off: string
  readonly work: string
  readonly notice: string
}

export type ReadForm =
  | { readonly ok: true; readonly request: ChangeRequest; readonly fieldOf: (path: string) => string; readonly told: (error: FieldError) => string }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Pasted or uploaded JSON. All its faults belong to the one field that it was pasted into. */
export function readJsonForm(text: string): ReadForm {
  if (text.trim() === '') return wrong('json', '请贴上JSON，或者选一个文件')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return wrong('json', '不是合格的JSON，请检查引号、逗号和括号')
  }
  const years = isShape(value) && 'years' in value && Object.keys(value).length === 1 ? value['years'] : value
  const parsed = parse(PublishedYears, years)
  if (!parsed.ok) return { ok: false, errors: parsed.errors.map(({ field, message }) => ({ field: 'json', message: `${pathText(field)}${message}` })) }
  return { ok: true, request: { kind: 'import', years: parsed.value }, fieldOf: () => 'json', told: ({ field, message }) => `${pathText(field.replace(/^years\./, ''))}${message}` }
}

/** Days typed line by line; a fault names its line. */
export function readTypedForm({ year: typedYear, off, work, notice }: ImportValues): ReadForm {
  const year = typedYear.normalize('NFKC').replace(/年$/, '').trim()
  if (!/^\d{4}$/.test(year)) return wrong('year', typedYear.trim() === '' ? '请填写年份' : '年份要写成四位数字，例如2027')
  const lists = { off: readTypedDays(off, Number(year)), work: readTypedDays(work, Number(year)) }
  const errors = (['off', 'work'] as const).flatMap((field) => lists[field].errors.map((message) => ({ field, message })))
  if (errors.length > 0) return { ok: false, errors }
  const one = {
    notice: notice.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    off: lists.off.days.map(({ text }) => text),
    work: lists.work.days.map(({ text }) => text),
  }
  const parsed = parse(PublishedYears, { [year]: one })
  const fieldOf = (path: string) => /(?:^|\.)(off|work|notice)(?:\.|$)/.exec(path)?.[1] ?? 'year'
  if (!parsed.ok) return { ok: false, errors: parsed.errors.map(({ field, message }) => ({ field: fieldOf(field), message })) }
  const told = ({ field, message }: FieldError) => {
    const [, list, index] = /\.(off|work)\.(\d+)$/.exec(field) ?? []
    const line = list === undefined ? undefined : lists[list as 'off' | 'work'].days[Number(index)]?.line
    return line === undefined ? message : `第${line}行：${message}`
  }
  return { ok: true, request: { kind: 'import', years: parsed.value }, fieldOf, told }
}

function wrong(field: string, message: string): ReadForm {
  return { ok: false, errors: [{ field, message }] }
}

function isShape(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

const LISTS: Readonly<Record<string, string>> = { off: '放假', work: '调休上班', notice: '通知' }

/** `2027.off.3` → 2027年放假第4个： */
function pathText(path: string): string {
  const [year, list, index] = path.split('.')
  if (year === undefined || !/^\d{4}$/.test(year)) return ''
  if (list === undefined) return `${year}年：`
  return `${year}年${LISTS[list] ?? list}${index === undefined ? '' : `第${Number(index) + 1}个`}：`
}
