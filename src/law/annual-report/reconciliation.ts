import { TABLE_THREE_ROWS, type TableThreeRow } from './table-three.ts'

/** The columns of 表三: natural persons, the five kinds of organisations. 总计 is their sum. */
export const TABLE_THREE_COLUMNS = {
  natural_person: '自然人',
  business: '商业企业',
  research: '科研机构',
  public_welfare: '社会公益组织',
  legal_service: '法律服务机构',
  other_organization: '其他',
} as const

export type TableThreeColumn = keyof typeof TABLE_THREE_COLUMNS

/** One column by row; a row that is missing is zero. */
export type ColumnCounts = Readonly<Partial<Record<TableThreeRow, number>>>

/** 表三 as counted. `total` is the 总计 column where it was counted on its own (an imported report). */
export interface TableThree {
  readonly columns: Readonly<Record<TableThreeColumn, ColumnCounts>>
  readonly total?: ColumnCounts
}

/** A figure that does not agree: which rule, in which column, and both sides. */
export interface Discrepancy {
  readonly rule: 'balance' | 'outcomes' | 'across' | 'carried'
  readonly column: TableThreeColumn | 'total'
  readonly row: TableThreeRow
  readonly expected: number
  readonly actual: number
  readonly text: string
}

const ROWS = Object.keys(TABLE_THREE_ROWS) as TableThreeRow[]
const OUTCOMES = ROWS.filter((row) => row.startsWith('3.') && row !== '3.7')

/** The 总计 column: as given, or the sum of the six columns. */
export function totalColumn({ columns, total }: TableThree): ColumnCounts {
  if (total) return total
  return Object.fromEntries(ROWS.map((row) => [row, sumOf(Object.values(columns).map((column) => column[row] ?? 0))]))
}

/**
 * @statute 711 50(二) from 2019-05-15
 * 行政机关收到和处理政府信息公开申请的情况；
 *
 * The four rules by which 表三 must agree (国办公开办函〔2021〕30号, law.md §4); an empty list when it does.
 *
 * Reading: the first is printed in the form (第一项加第二项之和，等于第三项加第四项之和); the others are the checks every office makes:
 * outcomes add up to （七）, columns add up to 总计, and 上年结转 equals last year's 结转下年度.
 */
export function reconcile(table: TableThree, previousCarriedOver?: ColumnCounts): readonly Discrepancy[] {
  const total = totalColumn(table)
  const all = [...(Object.entries(table.columns) as [TableThreeColumn, ColumnCounts][]), ['total', total] as const]
  return [
    ...all.flatMap(([column, counts]) => withinColumn(column, counts)),
    ...across(table, total),
    ...(previousCarriedOver ? all.flatMap(([column, counts]) => carried(column, counts, previousCarriedOver)) : []),
  ]
}

function withinColumn(column: Discrepancy['column'], counts: ColumnCounts): readonly Discrepancy[] {
  const at = (row: TableThreeRow): number => counts[row] ?? 0
  return [
    ...differs('balance', column, '3.7', at('1') + at('2') - at('4'), at('3.7'), '第一项加第二项之和，等于第三项加第四项之和'),
    ...differs('outcomes', column, '3.7', sumOf(OUTCOMES.map(at)), at('3.7'), '（一）到（六）各项之和，等于（七）总计'),
  ]
}

function across({ columns }: TableThree, total: ColumnCounts): readonly Discrepancy[] {
  return ROWS.flatMap((row) => {
    const sum = sumOf(Object.values(columns).map((column) => column[row] ?? 0))
    return differs('across', 'total', row, sum, total[row] ?? 0, '六列之和，等于总计')
  })
}

/** `previous` holds the row 四 of last year by column; only the total is usually known. */
function carried(column: Discrepancy['column'], counts: ColumnCounts, previous: ColumnCounts): readonly Discrepancy[] {
  if (column !== 'total') return []
  return differs('carried', column, '2', previous['4'] ?? 0, counts['2'] ?? 0, '本年的上年结转，等于上年的结转下年度')
}

function differs(
  rule: Discrepancy['rule'],
  column: Discrepancy['column'],
  row: TableThreeRow,
  expected: number,
  actual: number,
  law: string,
): readonly Discrepancy[] {
  return expected === actual ? [] : [{ rule, column, row, expected, actual, text: `${law}：应为${expected}，现为${actual}` }]
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
