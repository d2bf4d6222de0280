import readWorkbook from 'read-excel-file/node'
import { refuse, type Outcome } from '#law/refusal.ts'
import { TABLE_CELL, TABLE_COLUMNS, TABLE_ROWS, type Table, type TableSheet } from './table-reader.ts'
import { storedZip, zipEntries, type ZipEntry } from './zip.ts'

/** All of a workbook unpacked; a register of 20,000 lines needs a tenth of it. */
const MOST_UNPACKED = 80 * 1024 * 1024

const DAMAGED = refuse('import/damaged', '这个Excel文件坏了，打不开。请用Excel或者WPS打开，另存为xlsx再传')

/** The visible sheets of a workbook. What is unpacked is counted as it comes out, whatever the archive says of itself. */
export async function readXlsx(bytes: Uint8Array): Promise<Outcome<{ readonly table: Table }>> {
  const entries = zipEntries(bytes)
  if (entries === null) return DAMAGED
  const known = kindOfArchive(entries)
  if (known !== null) return known
  const unpacked = unpackAll(entries.filter(({ name }) => /^(xl\/.*\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)$/.test(name)))
  if (!unpacked.ok) return unpacked
  const { files } = unpacked
  const oversized = trimSheets(files)
  if (oversized !== null) return oversized
  const hidden = hiddenSheets(textOf(files, 'xl/workbook.xml'))
  try {
    const sheets = await readWorkbook(Buffer.from(storedZip(files)), { parseNumber: (text) => text as never, trim: true })
    return { ok: true, table: { kind: 'xlsx', sheets: sheets.flatMap(({ sheet, data }) => (hidden.has(sheet) ? [] : visible(sheet, data))) } }
  } catch {
    return DAMAGED
  }
}

function kindOfArchive(entries: readonly ZipEntry[]) {
  const has = (name: string) => entries.some((entry) => entry.name === name)
  if (entries.some(({ encrypted }) => encrypted)) return refuse('import/encrypted', '这个文件加了密码。请去掉密码再传')
  if (has('xl/workbook.bin')) return refuse('import/unknown-kind', '这是xlsb文件。请用Excel或者WPS打开，另存为xlsx再传')
  if (has('word/document.xml')) return refuse('import/unknown-kind', '这是Word文件。请把表格复制到Excel里，存成xlsx再传')
  if (has('content.xml')) return refuse('import/unknown-kind', '这是ods文件。请另存为xlsx再传')
  return has('xl/workbook.xml') ? null : refuse('import/unknown-kind', '这是一个压缩包，不是Excel文件。请传xlsx或者csv')
}

function unpackAll(entries: readonly ZipEntry[]): Outcome<{ readonly files: Map<string, Uint8Array> }> {
  const files = new Map<string, Uint8Array>()
  let left = MOST_UNPACKED
  for (const entry of entries) {
    const data = entry.unpack(left)
    if (data === null) return refuse('import/too-big-inside', '这个文件展开以后太大（超过80MB），或者已经坏了。请用Excel或者WPS打开，只留下登记表，另存为xlsx再传')
    left -= data.length
    files.set(entry.name, data)
  }
  return { ok: true, files }
}

/** Cells that hold nothing but a format go, so that a format down to line 1,048,576 costs nothing; then the size is what it is. */
function trimSheets(files: Map<string, Uint8Array>) {
  for (const name of files.keys()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue
    const text = textOf(files, name).replace(/<(\w+:)?c\b[^>]*\/>/g, '').replace(/<(\w+:)?c\b[^>]*><\/(\w+:)?c>/g, '').replace(/<(\w+:)?row\b[^>]*(?:\/>|>\s*<\/(\w+:)?row>)/g, '')
    for (const [, column = '', row = ''] of text.matchAll(/<(?:\w+:)?c\b[^>]*?\sr="([A-Z]{1,3})(\d{1,7})"/g)) {
      if (Number(row) > TABLE_ROWS) return refuse('import/too-many-rows', `表里写到了第${row}行，一次最多${TABLE_ROWS.toLocaleString('en')}行。请分成几个文件`)
      if (columnIndex(column) >= TABLE_COLUMNS) return refuse('import/too-many-columns', `表里写到了${column}列，最多${TABLE_COLUMNS}列。请删去登记表以外的列`)
    }
    // A formula whose value was never saved: nobody but the spreadsheet can compute it.
    const formula = /<(?:\w+:)?c\b[^>]*?\sr="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/.exec(text)
    if (formula) return refuse('import/formula', `${formula[1]}格是公式，没有存下结果。请用Excel或者WPS打开，保存一次再传`)
    files.set(name, new TextEncoder().encode(text.replace(/(<(?:\w+:)?c\b[^>]*?\s)t="e"/g, '$1t="str"')))
  }
  return null
}

function hiddenSheets(workbook: string): ReadonlySet<string> {
  const tags = workbook.match(/<(?:\w+:)?sheet\b[^>]*>/g) ?? []
  return new Set(tags.filter((tag) => /\sstate="(hidden|veryHidden)"/.test(tag)).map((tag) => unescapeXml(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '')))
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  return new TextDecoder().decode(files.get(name))
}

function visible(name: string, data: readonly (readonly unknown[])[]): TableSheet[] {
  const rows = data.map((row) => row.map(cellText))
  return rows.some((row) => row.some((cell) => cell !== '')) ? [{ name, rows }] : []
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell).trim().slice(0, TABLE_CELL)
}

/** A is 0, Z is 25, AA is 26. */
function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
