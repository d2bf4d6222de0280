import { and, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { isCivilDate, type CivilDate } from '#law/civil-date.ts'
import { invalid } from '#platform/errors.ts'
import { caseFile } from '#store/tables/case.table.ts'
import type { ListedCase, ListOrder } from './list-cases.ts'

/** The last case of a page; the next page begins right behind it, whatever has been added or answered meanwhile. */
export interface Cursor {
  readonly order: ListOrder
  /** Due date or receipt date, whichever the list goes by. */
  readonly date: CivilDate | null
  readonly number: string
}

export function writeCursor({ row }: ListedCase, order: ListOrder): string {
  const cursor: Cursor = { order, date: order === 'due' ? row.dueOn : row.receivedOn, number: row.number }
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** @throws AppError invalid for anything that no list of this order gave out */
export function readCursor(text: string, order: ListOrder): Cursor {
  const cursor = decode(text)
  if (cursor?.order === order) return cursor
  throw invalid([{ field: 'cursor', message: '翻页标记不是上一页给的那个' }])
}

function decode(text: string): Cursor | null {
  try {
    const { order, date, number } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<keyof Cursor, unknown>
    const known = (order === 'due' && date === null) || ((order === 'due' || order === 'received') && isCivilDate(date))
    return known && typeof number === 'string' && number.length <= 40 ? ({ order, date, number } as Cursor) : null
  } catch {
    return null
  }
}

/** Right behind a case in the order of its list. */
export function after({ order, date, number }: Cursor): SQL {
  if (order === 'received') return sql`(${caseFile.receivedOn}, ${caseFile.number}) < (${date}, ${number})`
  if (date === null) return and(isNull(caseFile.dueOn), gt(caseFile.number, number))!
  return or(sql`(${caseFile.dueOn}, ${caseFile.number}) > (${date}, ${number})`, isNull(caseFile.dueOn))!
}
