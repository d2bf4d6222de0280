import { partsOf, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { cellsOf, weekOf, type Cell } from './cells.ts'
import { reasonNotCounted } from './sentence.ts'

export interface StripCell {
  readonly cell: Cell
  /** Month name above the first cell of a month. */
  readonly month: string | null
  readonly dueLevel: number
  readonly todayLevel: number
}

export interface StripModel {
  /** Two weeks a row on phones, so weeks come in pairs. */
  readonly pairs: ReadonlyArray<ReadonlyArray<readonly StripCell[]>>
  readonly kinds: ReadonlySet<string>
  readonly levels: number
  readonly reasons: readonly string[]
}

/** Cells a flag covers to either side of its anchor, at the smallest cell. */
const REACH = 1

function monthStarts(cells: readonly Cell[]): ReadonlyArray<string | null> {
  let month = 0
  return cells.map((cell) => {
    const own = partsOf(cell.date).month
    if (cell.look === 'gap' || own === month) return null
    month = own
    return `${own}月`
  })
}

/** The cells of a clock by week; flags move up a line where they would meet a month name or each other. */
export function stripModel(clock: Clock, today: CivilDate): StripModel {
  const cells = cellsOf(clock, today)
  const months = monthStarts(cells)
  const near = (from: number, to: number) => from >= 0 && to >= 0 && Math.abs(from - to) <= REACH
  const due = cells.findIndex((cell) => cell.due)
  const now = cells.findIndex((cell) => cell.today)
  const meetsMonth = (at: number) => months.some((name, index) => name !== null && near(index, at))
  const dueLevel = meetsMonth(due) ? 1 : 0
  let todayLevel = meetsMonth(now) ? 1 : 0
  if (near(due, now) && todayLevel === dueLevel) todayLevel += 1

  const weeks: StripCell[][] = []
  let week: CivilDate | null = null
  cells.forEach((cell, index) => {
    const entry = { cell, month: months[index] ?? null, dueLevel, todayLevel }
    const own = weekOf(cell.date)
    if (own === week) weeks.at(-1)!.push(entry)
    else weeks.push([entry])
    week = own
  })
  const pairs: StripCell[][][] = []
  for (let at = 0; at < weeks.length; at += 2) pairs.push(weeks.slice(at, at + 2))

  const kinds = new Set<string>(cells.map((cell) => cell.look))
  for (const cell of cells) {
    if (cell.makeUp) kinds.add('make_up')
    if (cell.extension) kinds.add('extension')
    if (cell.today) kinds.add('today')
  }
  const reasons = [...new Set(cells.filter((cell) => cell.look === 'excluded').map((cell) => reasonNotCounted(clock, cell)))]
  return { pairs, kinds, reasons, levels: 1 + Math.max(due >= 0 ? dueLevel : 0, now >= 0 ? todayLevel : 0) }
}
