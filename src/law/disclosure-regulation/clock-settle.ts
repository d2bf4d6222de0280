import { art } from '../citation.ts'
import { formatDateWithWeekday, formatShort, type CivilDate } from '../civil-date.ts'
import { CONSULTED, silence } from './art32-consultation.ts'
import { correctionArticle } from './art30-correction.ts'
import { dueOf, tell, type ClockState } from './clock-state.ts'
import { dueSentence } from './clock-words.ts'

/**
 * @statute 711 30 from 2019-05-15
 * 申请人无正当理由逾期不补正的，视为放弃申请，行政机关不再处理该政府信息公开申请。
 *
 * @statute 711 32 from 2019-05-15
 * 第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开。
 *
 * Brings about what the passing of days brings about by itself, up to the evening before `today`: silent parties (32条、34条),
 * a correction that did not come (30条), a fee that was not paid (109号6条). A day named as the last one still belongs to
 * whoever must act, so it takes effect only when a later day is seen.
 */
export function settle(state: ClockState, today: CivilDate): ClockState {
  let current = state
  for (let next = firstPassed(current, today); next !== null; next = firstPassed(current, today)) current = next(current)
  return current
}

type Effect = (state: ClockState) => ClockState

function firstPassed(state: ClockState, today: CivilDate): Effect | null {
  if (state.end !== null) return null
  const passed: { on: CivilDate; effect: Effect }[] = []
  for (const { id, endedOn, opinionDueOn } of state.consultations) {
    if (endedOn === null && opinionDueOn !== null && opinionDueOn < today) {
      passed.push({ on: opinionDueOn, effect: (s) => endSilently(s, id, opinionDueOn) })
    }
  }
  const { correction, fee } = state
  if (correction?.pending && correction.respondBy < today) {
    passed.push({ on: correction.respondBy, effect: (s) => lapseCorrection(s, correction.respondBy) })
  }
  const payBy = fee?.pending ? fee.payBy : null
  if (payBy !== null && payBy < today) passed.push({ on: payBy, effect: (s) => lapseFee(s, payBy) })
  passed.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return passed[0]?.effect ?? null
}

function endSilently(state: ClockState, id: string, on: CivilDate): ClockState {
  const asked = state.consultations.find((each) => each.id === id)
  if (!asked) return state
  const ended: ClockState = {
    ...state,
    consultations: state.consultations.map((each) => (each.id === id ? { ...each, endedOn: on } : each)),
  }
  const { text, cite } = silence(asked.kind)
  const due = dueOf(ended)
  const then = due.date === null ? '' : `，次日起接着数，${dueSentence(state.calendar, on, due)}`
  return tell(ended, on, `${CONSULTED[asked.kind]}到${formatShort(on)}${text}${then}`, cite)
}

function lapseCorrection(state: ClockState, on: CivilDate): ClockState {
  const text = `到${formatDateWithWeekday(on)}没有收到补正，视为放弃申请，不再处理`
  const ended: ClockState = { ...state, end: { on, how: 'correction_lapsed', dueOn: null, provisional: false } }
  return tell(ended, on, text, correctionArticle(state.receivedOn))
}

function lapseFee(state: ClockState, on: CivilDate): ClockState {
  const text = `到${formatDateWithWeekday(on)}没有缴费，视为放弃申请，不再处理`
  return tell({ ...state, end: { on, how: 'fee_lapsed', dueOn: null, provisional: false } }, on, text, art('109', 6))
}
