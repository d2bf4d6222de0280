import type { Table } from '#platform/tables/table-reader.ts'
import type { FileReport } from './check-file.ts'
import type { Chosen } from './choice.ts'
import { FIELDS } from './fields.ts'
import { columnName, type Mapping } from './mapping.ts'

/** The faulty lines as they stand in the file, under its head, each with its line and what is wrong: to be mended and handed in again. */
export function faultyTable(table: Table, of: Pick<Chosen, 'rows' | 'head' | 'mapping' | 'sheetName'>, { faults, faulty }: Pick<FileReport, 'faults' | 'faulty'>): Table {
  const told = Map.groupBy(faults, ({ line }) => line)
  const lines = faulty.map((line) => [
    String(line),
    told.get(line)!.map(({ field, message }) => `${field === null ? '' : `${whereText(field, of)}：`}${message}`).join('；'),
    ...of.head.columns.map((_, column) => of.rows[line - 1]?.[column] ?? ''),
  ])
  return { kind: table.kind, sheets: [{ name: of.sheetName, rows: [['原来的行', '问题', ...of.head.columns], ...lines] }] }
}

/** 收到日期（D列） */
export function whereText(field: keyof typeof FIELDS, { mapping, head }: { readonly mapping: Mapping; readonly head: Chosen['head'] }): string {
  const source = mapping[field]
  if (source === undefined || 'all' in source) return FIELDS[field].label
  const own = head.columns[source.column] ?? ''
  return `${own === '' ? FIELDS[field].label : own}（${columnName(source.column)}）`
}

/** As spreadsheets open it: UTF-8 with its mark, and nothing in it that they would take for a formula. */
export function csvOf({ sheets }: Table): string {
  const cell = (text: string) => {
    const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
  }
  return `\uFEFF${(sheets[0]?.rows ?? []).map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
