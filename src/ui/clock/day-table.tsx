/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { compareDates, formatDate, weekdayName, type CivilDate } from '#law/civil-date.ts'
import type { Clock, DayRow } from '#law/clock-types.ts'
import { cx } from '../class-names.ts'
import { isOver } from './cells.ts'
import { reasonNotCounted } from './sentence.ts'

function kindText(clock: Clock, row: DayRow): string {
  const late = clock.dueOn !== null && compareDates(row.date, clock.dueOn) > 0
  if (row.count === null && (row.kind === 'working' || row.kind === 'make_up')) {
    if (row.date === clock.originOn) return '重新起算的那天，不计'
    if (late) return '超过期限'
    const why = compareDates(row.date, clock.originOn) < 0 ? 'restart' : 'waiting'
    return `${reasonNotCounted(clock, { date: row.date, why })}，不计`
  }
  switch (row.kind) {
    case 'receipt':
      return '收到日，不计'
    case 'working':
      return row.extension ? '工作日（延长）' : '工作日'
    case 'make_up':
      return row.extension ? '调休上班（延长）' : '调休上班'
    case 'weekend':
      return '周末'
    case 'day_off':
      return `${row.name ?? ''}休假`
    case 'excluded':
      return `${reasonNotCounted(clock, { date: row.date, why: 'consulting' })}，不计`
  }
}

/** The rows of a case that is long overdue end before today. */
function isCut(clock: Clock, today: CivilDate | undefined): boolean {
  const last = clock.days.at(-1)
  return today !== undefined && last !== undefined && !isOver(clock) && compareDates(last.date, today) < 0
}

/** 逐日列表: every day of the clock with what it is and its ordinal; the ribbon as a table. */
export function DayTable({ clock, today }: { clock: Clock; today?: CivilDate }) {
  return (
    <div class="zx-scroll-x" tabindex={0} role="group" aria-label="逐日列表">
      <table class="zx-table zx-day-table">
        <caption class="zx-sr">逐日列表</caption>
        <thead>
          <tr><th scope="col">日期</th><th scope="col">星期</th><th scope="col">这一天</th><th scope="col" class="zx-num">第几日</th><th scope="col">说明</th></tr>
        </thead>
        <tbody>
          {clock.days.map((row) => {
            const notes = [row.date === clock.originalDueOn && clock.originalDueOn !== clock.dueOn ? '原期限' : '', row.date === clock.dueOn ? '最晚答复日' : '', row.date === clock.endedOn ? '结束' : '', row.date === today && !isOver(clock) ? '今天' : '']
            return (
              <tr class={cx(row.count === null && 'zx-row-quiet', row.date === clock.dueOn && 'zx-row-due')}>
                <th scope="row">{formatDate(row.date)}</th>
                <td>{weekdayName(row.date)}</td>
                <td>{kindText(clock, row)}</td>
                <td class="zx-num">{row.count ?? ''}</td>
                <td>{notes.filter((note) => note !== '').join('、')}</td>
              </tr>
            )
          })}
          {isCut(clock, today) && <tr class="zx-row-quiet"><td colspan={5}>以下略</td></tr>}
        </tbody>
      </table>
    </div>
  )
}
