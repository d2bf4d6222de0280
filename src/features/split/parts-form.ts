import type { GrowingForm } from '#features/desk/index.ts'
import { MOST_PARTS } from './propose-parts.ts'

type Values = Readonly<Record<string, string>>

const NAME = /^part([1-9]\d?)$/

/** The name of the row of the k-th part, from 1 on. */
export function rowName(place: number): string {
  return `part${place}`
}

/** The texts of the rows in their order, empty ones too. */
export function partsIn(values: Values): string[] {
  const places = Object.keys(values).flatMap((name) => (NAME.exec(name) ? [Number(NAME.exec(name)![1])] : []))
  const last = Math.min(Math.max(0, ...places), MOST_PARTS + 1)
  return Array.from({ length: last }, (_, index) => values[rowName(index + 1)] ?? '')
}

/** Rows as form values; never fewer than two. */
export function rowsOf(parts: readonly string[]): Values {
  const rows = parts.length >= 2 ? parts : [...parts, '', ''].slice(0, 2)
  return Object.fromEntries(rows.map((part, index) => [rowName(index + 1), part]))
}

/** One text area for each part. 再加一件 and 去掉 send the form and change nothing but the form. */
export const partsForm: GrowingForm = {
  take: (sent) => rowsOf(partsIn(sent)),
  read: (values) => ({ parts: partsIn(values) }),
  again(sent) {
    const parts = partsIn(sent)
    if (sent['add'] !== undefined) return rowsOf([...parts, ''].slice(0, MOST_PARTS))
    const place = Number(sent['remove'])
    return sent['remove'] === undefined || !Number.isSafeInteger(place) ? null : rowsOf(parts.filter((_, index) => index !== place - 1))
  },
  field: (path) => (/^parts\.\d+$/.test(path) ? rowName(Number(path.slice('parts.'.length)) + 1) : rowName(1)),
}
