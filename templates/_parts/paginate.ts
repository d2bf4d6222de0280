import type { Row } from './rows.ts'

/**
 * Fills pages with rows. `first` is the number of lines that the first page has room for, `rest` that of the others.
 * A page does not begin with a blank row, and the signature takes the two rows before it along, so that it never
 * stands on a page without text of the letter (7.3.5.5).
 */
export function paginate(rows: readonly Row[], first: number, rest: number): Row[][] {
  const pages: Row[][] = [[]]
  let room = first
  for (const atom of atoms(rows)) {
    const height = atom.reduce((sum, r) => sum + r.lines, 0)
    if (height > room && pages.at(-1)!.length > 0) {
      pages.push([])
      room = rest
    }
    for (const row of atom) {
      if (row.lines > room) {
        pages.push([])
        room = rest
      }
      if (row.kind === 'blank' && pages.at(-1)!.length === 0) continue
      pages.at(-1)!.push(row)
      room -= row.lines
    }
  }
  return pages
}

/** Rows that must share a page: single rows, and the end of the letter from two text rows before the signature. */
function atoms(rows: readonly Row[]): Row[][] {
  const signature = rows.findIndex((r) => r.kind === 'signature')
  if (signature < 0) return rows.map((r) => [r])
  let from = signature
  for (let taken = 0; from > 0 && taken < 2; ) {
    from -= 1
    if (rows[from]!.kind === 'text') taken += 1
  }
  const signed = rows.findLastIndex((r) => r.kind === 'signature')
  // A short 附注 belongs to the date above it.
  const last = rows.length - 1 - signed <= 3 ? rows.length - 1 : signed
  return [
    ...rows.slice(0, from).map((r) => [r]),
    rows.slice(from, last + 1),
    ...rows.slice(last + 1).map((r) => [r]),
  ]
}
