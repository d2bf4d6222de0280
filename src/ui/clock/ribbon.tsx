/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { partsOf, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { Cite } from '../cite.tsx'
import { cx } from '../class-names.ts'
import type { Cell } from './cells.ts'
import { Legend } from './legend.tsx'
import { ribbonModel, type Bracket, type Flag, type RibbonReason } from './ribbon-model.ts'
import { clockSentence, clockSentenceText } from './sentence.ts'

export interface RibbonProps {
  readonly clock: Clock
  readonly today: CivilDate
  /** Why a day is not counted, for the brackets; default: read from the status and the working. */
  readonly reason?: RibbonReason
  /** Without the sentence under it, where the page says it elsewhere. */
  readonly bare?: boolean
  readonly citeForm?: 'short' | 'full'
}

/** Figure printed in a cell: every counted day, or every fifth where cells are narrow. */
function figureOf(cell: Cell, narrow: boolean): string {
  if (cell.look === 'receipt') return '收'
  if (cell.look === 'origin') return '起'
  if (cell.count === null) return ''
  return narrow && cell.count % 5 !== 0 && !cell.due ? '' : String(cell.count)
}

function FlagLabel({ flag, cell }: { flag: Flag; cell: Cell }) {
  const atEdge = flag.kind === 'today' && cell.look !== 'gap'
  return <span class={cx('zx-flag', `zx-flag-${flag.kind}`, `zx-lv-${flag.level}`, `zx-hang-${flag.hang}`, atEdge && 'zx-at-edge')}>{flag.text}</span>
}

function DayCell({ cell, flags, narrow }: { cell: Cell; flags: readonly Flag[]; narrow: boolean }) {
  const marks = (
    <>
      {cell.today && <span class={cx('zx-today-line', cell.look !== 'gap' && 'zx-at-edge')}></span>}
      {flags.map((flag) => <FlagLabel flag={flag} cell={cell} />)}
    </>
  )
  if (cell.look === 'gap') {
    return (
      <li class={cx('zx-day zx-day-gap', cell.holiday !== null && 'zx-day-holiday', cell.today && 'zx-has-today')}>
        {cell.holiday === null ? <span class="zx-dot"></span> : <span class="zx-holiday">{cell.holiday}<br />休</span>}
        {marks}
      </li>
    )
  }
  return (
    <li class="zx-day">
      <span class={cx('zx-dom', cell.makeUp && 'zx-dom-make-up')}>{cell.makeUp && <b>班</b>}{partsOf(cell.date).day}</span>
      <span class={cx('zx-cell', `zx-cell-${cell.look}`, cell.extension && 'zx-cell-extension', cell.makeUp && 'zx-cell-make-up', cell.due && 'zx-cell-due')}>{figureOf(cell, narrow)}</span>
      {marks}
    </li>
  )
}

function BracketLabel({ bracket }: { bracket: Bracket }) {
  return (
    <span class={cx('zx-bracket', `zx-bracket-${bracket.tone}`)}>
      <span class={`zx-bracket-text zx-lv-${bracket.level} zx-hang-${bracket.hang}`}>{bracket.text}</span>
    </span>
  )
}

/** The statutory clock of a case as a row of day cells: one working day is one square. Says in one sentence what it shows. */
export function Ribbon({ clock, today, reason, bare, citeForm = 'full' }: RibbonProps) {
  const model = ribbonModel(clock, today, reason)
  const said = clockSentence(clock, today)
  return (
    <div class="zx-ribbon">
      <div class="zx-scroll-x" tabindex={0} role="group" aria-label="期限日格" data-scroll-today>
        <div role="img" aria-label={clockSentenceText(clock, today)} class={cx('zx-ribbon-row', model.narrow && 'zx-ribbon-narrow', `zx-flags-${Math.min(4, model.flagLevels)}`, `zx-brackets-${Math.min(4, model.bracketLevels)}`)}>
          <ol>
            {model.runs.map(({ cells, bracket }) => (
              <li class="zx-run">
                <ol>{cells.map(({ cell, index }) => <DayCell cell={cell} narrow={model.narrow} flags={model.flags.filter((flag) => flag.cell === index)} />)}</ol>
                {bracket !== null && <BracketLabel bracket={bracket} />}
              </li>
            ))}
            {model.behind && <li class="zx-day zx-day-gap zx-day-behind zx-has-today"><span class="zx-today-line"></span><span class="zx-flag zx-flag-today zx-lv-0 zx-hang-middle">今天</span></li>}
            {model.stopped && <li class="zx-stopped">期限不走</li>}
          </ol>
        </div>
      </div>
      <Legend kinds={model.kinds} excluded={model.reasons.join('、')} />
      {!bare && (
        <p class="zx-ribbon-sentence">
          {said.before}{said.date !== '' && <b>{said.date}</b>}{said.after}
          {clock.provisional && !said.after.includes('推算') && <>有的年份还没有公布放假安排，日期按周末和法定节日推算，公布后会重新计算。</>} <Cite of={said.cites} form={citeForm} />
        </p>
      )}
    </div>
  )
}
