import { CsvError, parse } from 'csv-parse/sync'
import { refuse, type Outcome } from '#law/refusal.ts'
import { TABLE_CELL, TABLE_COLUMNS, TABLE_ROWS, type Table } from './table-reader.ts'

const SEPARATORS = [',', ';', '\t'] as const

/** Columns of text as Excel and WPS save them: UTF-8, UTF-16 or GB18030; comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array): Outcome<{ readonly table: Table }> {
  const text = decode(bytes)
  if (text === null) return refuse('import/encoding', '文件里的文字读不出来。请另存为“CSV UTF-8（逗号分隔）”或者xlsx再传')
  if (text.includes('\0')) return refuse('import/unknown-kind', '这不是表格文件。请传xlsx或者csv')
  try {
    const records = parse(text, { delimiter: separatorOf(text), relax_column_count: true, skip_empty_lines: false, bom: true, to: TABLE_ROWS + 1 })
    if (records.length > TABLE_ROWS) return refuse('import/too-many-rows', `超过${TABLE_ROWS.toLocaleString('en')}行，一次最多${TABLE_ROWS.toLocaleString('en')}行。请分成几个文件`)
    if (records.some((record) => record.length > TABLE_COLUMNS)) return refuse('import/too-many-columns', `超过${TABLE_COLUMNS}列。请删去登记表以外的列`)
    const rows = records.map((record) => record.map((cell) => plain(cell)))
    return { ok: true, table: { kind: 'csv', sheets: rows.some((row) => row.some((cell) => cell !== '')) ? [{ name: '', rows }] : [] } }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? `第${error['lines']}行` : '文件里'
    return refuse('import/quotes', `${line}的引号不成对。请在Excel或者WPS里打开看过，另存为xlsx再传`)
  }
}

/** What a spreadsheet guards against formulas with an apostrophe is the text without it. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '').slice(0, TABLE_CELL)
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes)
  return strictly('utf-8', bytes) ?? strictly('gb18030', bytes)
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The one that divides most outside of quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((separator) => head.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}
