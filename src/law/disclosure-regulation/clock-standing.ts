import type { Citation } from '../citation.ts'
import { art } from '../citation.ts'
import { formatDateWithWeekday, formatShort, type CivilDate } from '../civil-date.ts'
import type { ClockStatus } from '../clock-types.ts'
import { countWorkingDays } from '../working-days.ts'
import { correctionArticle } from './art30-correction.ts'
import { exclusionArticle } from './art33-time-limit.ts'
import type { Due } from './clock-due.ts'
import type { ClockState } from './clock-state.ts'

interface Standing {
  readonly state: ClockState
  readonly status: ClockStatus
  readonly today: CivilDate
  readonly due: Due
  readonly resumed: Due
  readonly latest: Due
}

/** The closing sentence of the working: why the clock stands still and what the date can become, or by how much it is overdue. */
export function standingSentence(standing: Standing): { readonly text: string; readonly cite: Citation } | null {
  const { state, status, today, due } = standing
  switch (status) {
    case 'awaiting_correction':
      return { text: stopped('正在等补正', '今天收到补正', standing), cite: correctionArticle(state.receivedOn) }
    case 'awaiting_payment':
      return { text: stopped('正在等缴费', '今天缴费', standing), cite: art('109', 6) }
    case 'consulting':
      return { text: stopped('正在征求意见', '今天收到全部意见', standing), cite: exclusionArticle(state.receivedOn) }
    case 'running':
    case 'deferred':
      if (due.date === null || today <= due.date) return null
      return { text: overdue(state, today, due.date), cite: state.limitCite }
    default:
      return null
  }
}

function stopped(why: string, event: string, { resumed, latest }: Standing): string {
  const now = resumed.date === null ? '' : `。如果${event}，最晚${formatDateWithWeekday(resumed.date)}答复`
  const limit = latest.date === null ? '' : `；最迟不超过${formatDateWithWeekday(latest.date)}`
  return `${why}，答复期限现在不走${now}${limit}`
}

function overdue(state: ClockState, today: CivilDate, dueOn: CivilDate): string {
  const days = countWorkingDays(state.calendar, dueOn, today)
  const by = days === 0 ? '' : `，超过${days}个工作日`
  return `到${formatShort(today)}还没有答复，已过最晚答复日${formatDateWithWeekday(dueOn)}${by}`
}
