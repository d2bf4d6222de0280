import type * as z from 'zod'
import type { FieldError } from '../errors.ts'

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Checks input against a schema; every fault comes back with its field (dots between levels) in plain Chinese. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Parsed<z.output<S>> {
  const result = schema.safeParse(input, { error: inChinese })
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, errors: fieldErrors(result.error.issues) }
}

/** Nobody mends more at once, and an answer stays short whatever was sent. */
const MOST = 100

/** One error per field, its first; at most {@link MOST}. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const first = new Map<string, FieldError>()
  const add = (field: string, message: string) => void (first.has(field) || first.size >= MOST || first.set(field, { field, message }))
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') add(issue.path.join('.') || 'body', issue.message)
    else for (const key of issue.keys.slice(0, MOST)) add([...issue.path, shortened(key)].join('.'), '没有这一项')
  }
  return [...first.values()]
}

function shortened(key: string): string {
  return key.length <= 80 ? key : `${key.slice(0, 80)}…`
}

const TYPES: Record<string, string> = {
  string: '文字', number: '数字', int: '整数', boolean: '“是”或者“否”', object: '一组内容', array: '列表', date: '日期',
}

/** For faults whose schema has no words of its own. */
export function inChinese(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return '这一项没有填'
  switch (issue.code) {
    case 'invalid_type':
      return `这一项要写成${TYPES[String(issue['expected'])] ?? String(issue['expected'])}`
    case 'too_big':
      return `太大或者太长，最多${String(issue['maximum'])}`
    case 'too_small':
      return `太小或者太短，至少${String(issue['minimum'])}`
    case 'invalid_value':
      return `只能是${(issue['values'] as unknown[]).map(String).join('、')}中的一个`
    default:
      return '这一项的写法不对'
  }
}
