/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { partsOf, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { cx } from '../class-names.ts'
import { Legend } from './legend.tsx'
import { clockSentenceText } from './sentence.ts'
import { stripModel, type StripCell } from './strip-model.ts'

function StripDay({ cell, month, dueLevel, todayLevel }: StripCell) {
  const line = cell.today && <span class={cx('zx-today-line', cell.look !== 'gap' && 'zx-at-edge')}></span>
  const label = cell.today && <span class={cx('zx-flag zx-flag-today zx-hang-middle', `zx-lv-${todayLevel}`, cell.look !== 'gap' && 'zx-at-edge')}>今天</span>
  if (cell.look === 'gap') {
    return (
      <span class={cx('zx-day zx-day-gap', cell.holiday !== null && 'zx-day-holiday', cell.today && 'zx-has-today')}>
        {cell.holiday === null ? <span class="zx-dot"></span> : <span class="zx-holiday">{cell.holiday}<br />休</span>}
        {line}{label}
      </span>
    )
  }
  return (
    <span class="zx-day">
      {month !== null && <span class="zx-flag zx-flag-month zx-lv-0 zx-hang-start">{month}</span>}
      {cell.due && <span class={`zx-flag zx-flag-due zx-lv-${dueLevel} zx-hang-middle`}>最晚</span>}
      <span class={cx('zx-dom', cell.makeUp && 'zx-dom-make-up')}>{cell.makeUp && <b>班</b>}{partsOf(cell.date).day}</span>
      <span class={cx('zx-cell', `zx-cell-${cell.look}`, cell.extension && 'zx-cell-extension', cell.makeUp && 'zx-cell-make-up', cell.due && 'zx-cell-due')}>{cell.look === 'receipt' ? '收' : cell.look === 'origin' ? '起' : cell.count ?? ''}</span>
      {line}{label}
    </span>
  )
}

export interface StripProps {
  readonly clock: Clock
  readonly today: CivilDate
  readonly size: 'home' | 'receipt' | 'status'
  /** The legend below; the home page goes without. */
  readonly legend?: boolean
}

/** The same squares for the public: wraps by week, two weeks a row on phones. */
export function Strip({ clock, today, size, legend = size !== 'home' }: StripProps) {
  const model = stripModel(clock, today)
  return (
    <div class={cx('zx-strip', `zx-strip-${size}`, `zx-flags-${model.levels}`)}>
      <div class="zx-strip-rows" role="img" aria-label={clockSentenceText(clock, today)}>
        {model.pairs.map((pair) => (
          <span class="zx-pair">
            {pair.map((week) => <span class="zx-week">{week.map((cell) => <StripDay {...cell} />)}</span>)}
          </span>
        ))}
      </div>
      {legend && <Legend kinds={model.kinds} excluded={model.reasons.join('、')} words="portal" />}
    </div>
  )
}
