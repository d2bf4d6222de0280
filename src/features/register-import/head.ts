import { FIELD_NAMES, fieldOf, type FieldName } from './fields.ts'

/** The head of a table: where it stands, where the lines begin, and what each column is called. */
export interface Head {
  /** Line of the head, counted from 1; a head of two lines begins here. */
  readonly line: number
  /** First line of data. */
  readonly from: number
  /** Name of each column; empty where it has none. */
  readonly columns: readonly string[]
}

type Rows = readonly (readonly string[])[]

const LOOKED_AT = 15
/** Fewer known words make no head. */
const SURE = 2

/** Finds the head under titles and remarks; null when no line of the first fifteen looks like one. */
export function findHead(rows: Rows): Head | null {
  const scores = rows.slice(0, LOOKED_AT).map((row) => knownWords(row.map(tidy)))
  const best = Math.max(0, ...scores)
  return best < SURE ? null : headAt(rows, scores.indexOf(best) + 1)
}

/** The head at a line; the line below belongs to it where it divides merged cells (答复 over 日期 and 类型). */
export function headAt(rows: Rows, line: number): Head {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const cells = (row: readonly string[] | undefined) => Array.from({ length: width }, (_, index) => tidy(row?.[index] ?? ''))
  const [above, top, below] = [cells(rows[line - 2]), cells(rows[line - 1]), cells(rows[line])]
  if (line > 1 && divides(above, top)) return { line: line - 1, from: line + 1, columns: joined(above, top) }
  if (divides(top, below)) return { line, from: line + 2, columns: joined(top, below) }
  return { line, from: line + 1, columns: top }
}

/** Does the lower line complete the upper one: names, no values, and at least one under or beside a gap? */
function divides(top: readonly string[], below: readonly string[]): boolean {
  const filled = below.flatMap((cell, index) => (cell === '' ? [] : [{ cell, index }]))
  if (filled.length === 0 || filled.some(({ cell }) => cell.length > 20 || /\d{4}|\d[-/.]\d/.test(cell))) return false
  const underGap = filled.some(({ index }) => top[index] === '' && top.slice(0, index).some((cell) => cell !== ''))
  const names = top.filter((cell) => cell !== '').length
  return underGap && names >= 2 && joined(top, below).filter((cell) => fieldFor(cell) !== null).length > knownWords(top)
}

function joined(top: readonly string[], below: readonly string[]): string[] {
  let over = ''
  return below.map((cell, index) => {
    const own = top[index]!
    if (own !== '') over = own
    if (cell === '') return own
    return own === '' || !cell.includes(own) ? `${over}${cell}` : cell
  })
}

/** How many different fields the cells of a line name. */
function knownWords(cells: readonly string[]): number {
  return new Set(cells.flatMap((cell) => fieldFor(cell) ?? [])).size
}

/** The field whose words fit a head best: the whole head before its end before any part. */
export function fieldFor(head: string): FieldName | null {
  const text = head.toLowerCase()
  if (text === '' || text.length > 30) return null
  let best: { name: FieldName; score: number } | null = null
  for (const name of FIELD_NAMES) {
    const { heads, not = [] } = fieldOf(name)
    if (not.some((word) => text.includes(word))) continue
    for (const word of heads) {
      const score = text === word ? 1000 + word.length : text.includes(word) ? word.length * 10 - (text.length - word.length) : 0
      if (score > (best?.score ?? 0)) best = { name, score }
    }
  }
  return best?.name ?? null
}

/** Without line breaks, spaces and remarks in brackets, and without the mark of what must be filled in. */
export function tidy(cell: string): string {
  return cell.normalize('NFKC').replace(/[（(][^）)]*[）)]/g, '').replace(/[\s*:]+/g, '')
}
