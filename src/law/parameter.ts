import type { Citation } from './citation.ts'
import type { CivilDate } from './civil-date.ts'

/** One value of a parameter from a day on; `null` when the law has no such rule from then. */
export interface ParameterValue<T> {
  readonly from: CivilDate
  readonly value: T | null
  readonly cite: Citation
}

/** A number (or other constant) of the law with its dates. `from` dates ascend strictly; a value holds until the next. */
export interface Parameter<T = number> {
  /** Chinese name, as an administrator reads it. */
  readonly name: string
  /** e.g. 个工作日, 日, 个月, 分. */
  readonly unit: string
  /** The day on which somebody last compared it with the text. */
  readonly reviewedOn: CivilDate
  readonly values: readonly ParameterValue<T>[]
}

/**
 * Declares a parameter.
 * @throws RangeError when two values share a start date or the dates do not ascend
 */
export function parameter<T>(declared: Parameter<T>): Parameter<T> {
  declared.values.forEach(({ from }, index) => {
    const before = declared.values[index - 1]
    if (before && before.from >= from) throw new RangeError(`${declared.name}: ${from} does not come after ${before.from}`)
  })
  return declared
}

/** The entry in force on a date, or null before the first and where the law has no such rule. */
export function entryAt<T>(param: Parameter<T>, date: CivilDate): { readonly value: T; readonly cite: Citation } | null {
  const entry = param.values.findLast(({ from }) => from <= date)
  return entry === undefined || entry.value === null ? null : { value: entry.value, cite: entry.cite }
}

/**
 * The value in force on a date.
 * @throws RangeError outside its validity: asking is a bug of the caller
 */
export function valueAt<T>(param: Parameter<T>, date: CivilDate): T {
  const entry = entryAt(param, date)
  if (!entry) throw new RangeError(`${param.name}: no value on ${date}`)
  return entry.value
}
