/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import { cellsOf, lateDays, todayIsBehind } from './cells.ts'

const STEP = 3
const INKS = [
  { look: 'counted', extension: false, stroke: '#1a4f9c' },
  { look: 'ahead', extension: false, stroke: '#cbd6e4' },
  { look: 'excluded', extension: false, stroke: '#7d8ba1' },
  { look: 'late', extension: false, stroke: '#b01e1e' },
  { look: 'counted', extension: true, stroke: '#0d666e' },
  { look: 'ahead', extension: true, stroke: '#8fc7cb' },
] as const

/** What the bars show, in words: 已计24日，不计10日，共34格. */
export function barsText(clock: Clock, today: CivilDate): string {
  const cells = cellsOf(clock, today, { outlook: clock.status === 'consulting' })
  const many = (look: string) => cells.filter((cell) => cell.look === look).length
  const late = lateDays(clock)
  const parts = [`已计${many('counted')}日`, many('excluded') > 0 ? `不计${many('excluded')}日` : '', many('ahead') > 0 ? `还有${many('ahead')}日` : '', late > 0 ? `超期${late}日` : '']
  return parts.filter((part) => part !== '').join('，')
}

/** The day cells of one list row: bars of 2 × 13 with a gap of 1, and today's line. */
export function Bars({ clock, today }: { clock: Clock; today: CivilDate }) {
  const days = cellsOf(clock, today, { outlook: clock.status === 'consulting' }).filter((cell) => cell.look !== 'receipt' && cell.look !== 'origin')
  let x = 0
  let line: number | null = null
  const bars = days.flatMap((cell) => {
    if (cell.look === 'gap') {
      if (cell.today) line = x
      return []
    }
    const at = x
    x += STEP
    if (cell.today) line = x
    return [{ at: line === null || cell.today ? at : at + STEP, cell }]
  })
  if (todayIsBehind(clock, today)) line = x
  const width = Math.max(4, x + (line === null ? 0 : STEP))
  return (
    <svg class="zx-bars" width={width} height={17} viewBox={`0 0 ${width} 17`} role="img" aria-label={barsText(clock, today)}>
      {INKS.map(({ look, extension, stroke }) => {
        const own = bars.filter(({ cell }) => cell.look === look && cell.extension === extension)
        if (own.length === 0) return null
        return <path d={own.map(({ at }) => `M${at + 1} 2v13`).join('')} stroke={stroke} stroke-width={2} stroke-dasharray={look === 'excluded' ? '1 1' : undefined} fill="none" />
      })}
      {line !== null && <path d={`M${line + 1} 0v17`} stroke="#172033" stroke-width={2} fill="none" />}
    </svg>
  )
}

/** Explains the bars under a list. */
export function BarsLegend() {
  return (
    <ul class="zx-legend zx-bars-legend" aria-hidden="true">
      {[['已计', '#1a4f9c', undefined], ['未到', '#cbd6e4', undefined], ['不计', '#7d8ba1', '1 1'], ['延长', '#0d666e', undefined]].map(([word, stroke, dash]) => (
        <li><svg width={6} height={14} viewBox="0 0 6 14"><path d="M3 0v14" stroke={stroke} stroke-width={5} stroke-dasharray={dash} /></svg>{word}</li>
      ))}
      <li><svg width={6} height={14} viewBox="0 0 6 14"><path d="M3 0v14" stroke="#172033" stroke-width={2} /></svg>今天</li>
    </ul>
  )
}
