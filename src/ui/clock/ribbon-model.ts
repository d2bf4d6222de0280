import { formatDay, partsOf, weekdayName, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { cellsOf, isOver, isStopped, lateDays, todayIsBehind, type Cell } from './cells.ts'
import { placeLabels, textWidth, type Placed } from './place.ts'
import { reasonNotCounted } from './sentence.ts'

export type FlagKind = 'month' | 'today' | 'due' | 'former' | 'ended'

export interface Flag extends Placed {
  readonly kind: FlagKind
  readonly text: string
  /** Index of the cell it hangs on. */
  readonly cell: number
}

export interface Bracket extends Placed {
  readonly text: string
  readonly tone: RunKey
}

type RunKey = 'counted' | 'excluded' | 'extension' | 'late'

/** Neighbouring cells of one kind; only runs of working days carry a bracket. */
export interface Run {
  readonly cells: ReadonlyArray<{ readonly cell: Cell; readonly index: number }>
  readonly bracket: Bracket | null
}

export interface RibbonModel {
  readonly runs: readonly Run[]
  readonly flags: readonly Flag[]
  readonly flagLevels: number
  readonly bracketLevels: number
  /** Over 45 cells: narrower cells, a figure on every fifth. */
  readonly narrow: boolean
  readonly behind: boolean
  readonly stopped: boolean
  readonly kinds: ReadonlySet<string>
  /** Why days are not counted, each reason once. */
  readonly reasons: readonly string[]
}

const GAP = 2
const MANY = 45

function widthOf(cell: Cell, narrow: boolean): number {
  if (cell.look !== 'gap') return narrow ? 18 : 23
  return cell.holiday === null ? 8 : 30
}

/** Key of the bracket a cell belongs to; null for cells outside any bracket. */
function runKey(cell: Cell): RunKey | null {
  if (cell.look === 'excluded' || cell.look === 'late') return cell.look
  if (cell.look === 'counted' || cell.look === 'ahead') return cell.extension ? 'extension' : 'counted'
  return null
}

function bracketText(clock: Clock, key: RunKey, cells: readonly Cell[], reason: RibbonReason): string {
  const days = cells.filter((cell) => cell.look !== 'gap')
  const past = days.filter((cell) => cell.look === 'counted').length
  if (key === 'extension') return `延长${days.length}日`
  if (key === 'late') return `超期${lateDays(clock)}日`
  if (key === 'excluded') return `${reason(days[0]!)}，不计${days.length}日`
  if (past === days.length) return `计入${past}日`
  const left = `${isOver(clock) ? '未用' : '还有'}${days.length - past}日`
  return past === 0 ? left : `已计${past}日，${left}`
}

/** Cuts the cells into runs; a gap inside a run stays in it, a gap between runs stands alone. */
function groups(cells: readonly Cell[]): number[][] {
  const out: number[][] = []
  let open: { key: string; members: number[]; pending: number[] } | null = null
  const close = () => {
    if (open === null) return
    out.push(open.members)
    for (const index of open.pending) out.push([index])
    open = null
  }
  cells.forEach((cell, index) => {
    const key = runKey(cell) === 'excluded' ? `excluded ${cell.why}` : runKey(cell)
    if (key === null) {
      if (open !== null && cell.look === 'gap') open.pending.push(index)
      else {
        close()
        out.push([index])
      }
    } else if (open !== null && open.key === key) {
      open.members.push(...open.pending, index)
      open.pending = []
    } else {
      close()
      open = { key, members: [index], pending: [] }
    }
  })
  close()
  return out
}

/** Names why a day is not counted, e.g. 征求第三方意见. */
export type RibbonReason = (cell: Cell) => string

/**
 * Everything the ribbon shows, laid out without a browser: label widths are estimated, so that nothing overlaps.
 */
export function ribbonModel(clock: Clock, today: CivilDate, reason: RibbonReason = (cell) => reasonNotCounted(clock, cell)): RibbonModel {
  const cells = cellsOf(clock, today)
  const narrow = cells.filter((cell) => cell.look !== 'gap').length > MANY
  const lefts: number[] = []
  let width = 0
  for (const cell of cells) {
    lefts.push(width)
    width += widthOf(cell, narrow) + GAP
  }
  const right = (index: number) => lefts[index]! + widthOf(cells[index]!, narrow)
  const middle = (index: number) => (lefts[index]! + right(index)) / 2

  const wanted: Array<{ kind: FlagKind; text: string; cell: number; centre: number; left: number; right: number; width: number }> = []
  const want = (kind: FlagKind, text: string, cell: number, pad: number, centre = middle(cell)) => wanted.push({ kind, text, cell, centre, left: lefts[cell]!, right: right(cell), width: textWidth(text) + pad })
  const find = (test: (cell: Cell) => boolean) => cells.findIndex(test)
  const due = find((cell) => cell.due)
  const now = find((cell) => cell.today)
  const former = find((cell) => cell.formerDue)
  const ended = find((cell) => cell.ended)
  if (due >= 0) want('due', `${formatDay(clock.dueOn!)} 最晚`, due, 12)
  if (now >= 0) want('today', `今天 ${weekdayName(today)}`, now, 12, cells[now]!.look === 'gap' ? middle(now) : right(now))
  if (ended >= 0) want('ended', endWord(clock), ended, 12)
  if (former >= 0) want('former', '原期限', former, 12)
  let month = 0
  cells.forEach((cell, index) => {
    const own = partsOf(cell.date).month
    if (cell.look === 'gap' || own === month) return
    month = own
    // The due flag names the month itself.
    if (cell.due) return
    want('month', `${own}月`, index, 2, lefts[index]! + textWidth(`${own}月`) / 2)
  })
  const placedFlags = placeLabels(wanted, width)
  const flags = wanted.map(({ kind, text, cell }, index) => ({ kind, text, cell, ...placedFlags[index]! }))

  const cut = groups(cells)
  const labelled = cut.map((members) => {
    const key = runKey(cells[members[0]!]!)
    if (key === null) return null
    const [left, end] = [lefts[members[0]!]!, right(members.at(-1)!)]
    const text = bracketText(clock, key, members.map((index) => cells[index]!), reason)
    return { text, tone: key, left, right: end, centre: (left + end) / 2, width: textWidth(text) + 6 }
  })
  const withLabel = labelled.filter((label) => label !== null)
  const placedBrackets = placeLabels(withLabel, width)
  const runs = cut.map((members, index) => {
    const label = labelled[index]!
    return {
      cells: members.map((at) => ({ cell: cells[at]!, index: at })),
      bracket: label === null || label === undefined ? null : { text: label.text, tone: label.tone, ...placedBrackets[withLabel.indexOf(label)]! },
    }
  })
  return {
    runs,
    flags,
    flagLevels: 1 + Math.max(0, ...flags.map((flag) => flag.level)),
    bracketLevels: 1 + Math.max(0, ...placedBrackets.map((bracket) => bracket.level)),
    narrow,
    behind: todayIsBehind(clock, today),
    stopped: isStopped(clock),
    kinds: kindsOf(cells, now >= 0),
    reasons: [...new Set(cells.filter((cell) => cell.look === 'excluded').map(reason))],
  }
}

/** How a clock ended, in one word. */
export function endWord(clock: Pick<Clock, 'status'> & { readonly timely?: boolean | null }): string {
  if (clock.status === 'lapsed') return '已终止'
  return clock.timely === null ? '已结束' : '已答复'
}

/** The kinds of cell that occur, for a legend without idle entries. */
function kindsOf(cells: readonly Cell[], today: boolean): ReadonlySet<string> {
  const kinds = new Set<string>()
  for (const cell of cells) {
    kinds.add(cell.look)
    if (cell.makeUp) kinds.add('make_up')
    if (cell.extension) kinds.add('extension')
    if (cell.due) kinds.add('due')
  }
  if (today) kinds.add('today')
  return kinds
}
