/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { STATUSES } from '#case/status.ts'
import { CHANNELS, type Channel } from '#case/words.ts'
import { casePath } from '#features/desk/index.ts'
import { formatDate, formatDay, yearOf, type CivilDate } from '#law/civil-date.ts'
import { caseClock } from '#store/case-row.ts'
import type { LoadedCase } from '#store/case-store.ts'
import { calendarFor, type StaffCtx } from '#store/context.ts'
import { ClockBadge } from '#ui/badge.tsx'
import { sharedPieces } from './likeness.ts'

/** 10月27日; another year's with the year. */
export function nearDay(date: CivilDate, today: CivilDate): string {
  return yearOf(date) === yearOf(today) ? formatDay(date) : formatDate(date)
}

/** Number, clock, subject, when it came and where it stands; what it shares with the request at hand is marked. */
export function CaseLine({ ctx, loaded, words, end, children }: { ctx: StaffCtx; loaded: LoadedCase; words?: ReadonlySet<string>; end?: Child; children?: Child }) {
  const { row, state, events } = loaded
  const clock = caseClock(state, events, ctx.today, calendarFor(ctx, row.authorityId))
  return (
    <li>
      <p class="zx-same-head">
        <a href={casePath(row.number)}>{row.number}</a> <ClockBadge clock={clock} />
        {end !== undefined && <span class="zx-push">{end}</span>}
      </p>
      <p>{words === undefined ? row.subject : sharedPieces(row.subject, words).map(({ text, shared }) => (shared ? <mark>{text}</mark> : text))}</p>
      <p class="zx-meta">
        {children}{nearDay(row.receivedOn, ctx.today)}收到，{CHANNELS[row.channel as Channel] ?? row.channel}，{STATUSES[state.status]}
      </p>
    </li>
  )
}
