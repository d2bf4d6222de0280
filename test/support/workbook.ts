import { deflateRawSync } from 'node:zlib'
import { storedZip } from '#platform/tables/zip.ts'

/** A cell: text, a number as Excel stores it, a day (serial number in date format), a formula, or raw XML. */
export type Cell = string | number | null | { readonly serial: number } | { readonly formula: string; readonly value?: string } | { readonly xml: string }

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly state?: 'hidden' | 'veryHidden'
  readonly merges?: readonly string[]
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as spreadsheets write it. */
export function workbook(...sheets: readonly Sheet[]): Uint8Array {
  return storedZip(workbookFiles(...sheets))
}

export function workbookFiles(...sheets: readonly Sheet[]): Map<string, Uint8Array> {
  const files = new Map<string, string>([
    ['[Content_Types].xml', `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`],
    ['xl/workbook.xml', `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/styles.xml', `${HEAD}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`],
  ])
  sheets.forEach(({ rows, merges = [] }, index) => {
    const body = rows.map((row, line) => `<row r="${line + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${line + 1}`)).join('')}</row>`).join('')
    const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    files.set(`xl/worksheets/sheet${index + 1}.xml`, `${HEAD}<worksheet ${MAIN}><sheetData>${body}</sheetData>${merged}</worksheet>`)
  })
  return new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]))
}

/** An archive of one file that unpacks to `size` zero bytes and says that it is small. */
export function zipBomb(name: string, size: number): Uint8Array {
  const packed = deflateRawSync(new Uint8Array(size), { level: 9 })
  const archive = Buffer.from(storedZip(new Map([['xl/workbook.xml', new Uint8Array(0)], [name, new Uint8Array(packed)]])))
  const first = archive.indexOf(name)
  const second = archive.indexOf(name, first + packed.length)
  archive.writeUInt16LE(8, first - 30 + 8)
  archive.writeUInt16LE(8, second - 46 + 10)
  return new Uint8Array(archive)
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if ('serial' in cell) return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
  if ('xml' in cell) return cell.xml.replaceAll('@', at)
  return `<c r="${at}" t="str"><f>${escape(cell.formula)}</f>${cell.value === undefined ? '' : `<v>${escape(cell.value)}</v>`}</c>`
}

export function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
