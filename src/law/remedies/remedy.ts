import { art } from '../citation.ts'
import { addDays, addMonths, formatDate, formatDateWithWeekday, formatShort, type CivilDate } from '../civil-date.ts'
import type { WorkingStep } from '../clock-types.ts'
import { decisionKind, groundOf, type DecisionCode, type RemedyGroup } from '../disclosure-regulation/decision-kind.ts'
import { regulationAt } from '../disclosure-regulation/version.ts'
import { entryAt, valueAt, type Parameter } from '../parameter.ts'
import { refuse, type Outcome } from '../refusal.ts'
import { rollForward, type CountedDate, type WorkingCalendar } from '../working-days.ts'
import { GENERAL_NAMES, remedyClause, type RemedyNames, type RemedyRoute } from './remedy-clause.ts'
import { LITIGATION_LIMIT, RECONSIDERATION_FIRST, RECONSIDERATION_LIMIT, SUIT_AFTER_RECONSIDERATION_LIMIT } from './remedy-parameters.ts'

export type { RemedyRoute } from './remedy-clause.ts'

/** What the remedy is computed from. */
export interface RemedyInput {
  readonly decision: DecisionCode
  readonly issuedOn: CivilDate
  /** The day on which the applicant received the letter; without it no last day can be named. */
  readonly deliveredOn?: CivilDate
  readonly electronic?: boolean
  /** Receipt date of the application; when given, the decision must exist under the law of that day. */
  readonly lawAsOf?: CivilDate
  readonly calendar: WorkingCalendar
  readonly names?: RemedyNames
  /** LEGAL(question): 36条七项 stands among 不予公开 in the report but not in 14–16条; default false, a choice. */
  readonly specialInquiryReconsiderationFirst?: boolean
}

/** The remedy with its last days, the sentence for the letter, and why. */
export interface Remedy {
  readonly route: RemedyRoute
  readonly reconsiderationBy: CivilDate | null
  /** Last day for a direct suit; null where reconsideration comes first, because its fifteen days run from that decision. */
  readonly litigationBy: CivilDate | null
  readonly provisional: boolean
  readonly clause: string
  readonly working: readonly WorkingStep[]
}

/**
 * The remedy against a decision (law.md §12.6), by the law of the day on which it was issued.
 *
 * @statute 711 51 from 2019-05-15
 * 公民、法人或者其他组织认为行政机关在政府信息公开工作中侵犯其合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。
 *
 * @statute reconsideration 23① from 2024-01-01
 * 有下列情形之一的，申请人应当先向行政复议机关申请行政复议，对行政复议决定不服的，可以再依法向人民法院提起行政诉讼：
 *
 * Reading: 提供、不存在、不属于本机关、不予处理 are no 不予公开; 法释〔2025〕8号 1条 lets them be contested in court at once.
 */
export function remedyFor(input: RemedyInput): Outcome<Remedy> {
  const { decision, issuedOn, deliveredOn, calendar } = input
  for (const date of [issuedOn, deliveredOn ?? issuedOn]) {
    const inForce = regulationAt(date)
    if (!inForce.ok) return inForce
  }
  const ground = input.lawAsOf === undefined ? null : groundOf(decision, input.lawAsOf)
  if (ground && !ground.ok) return ground
  if (deliveredOn !== undefined && deliveredOn < issuedOn) {
    return refuse('remedy/delivered-before-issued', `送达的日期${formatDate(deliveredOn)}早于作出的日期${formatDate(issuedOn)}`, art('reconsideration', 20, 1))
  }
  const route = routeOf(decisionKind(decision).remedy, issuedOn, input.specialInquiryReconsiderationFirst === true)
  const days = valueAt(RECONSIDERATION_LIMIT, issuedOn)
  const months = valueAt(LITIGATION_LIMIT, issuedOn)
  const suitDays = valueAt(SUIT_AFTER_RECONSIDERATION_LIMIT, issuedOn)
  const applies = route !== 'none' && deliveredOn !== undefined
  const reconsideration = applies ? rollForward(calendar, addDays(deliveredOn, days)) : null
  const litigation = applies && route === 'choice' ? rollForward(calendar, addMonths(deliveredOn, months)) : null
  return {
    ok: true,
    route,
    reconsiderationBy: reconsideration?.date ?? null,
    litigationBy: litigation?.date ?? null,
    provisional: reconsideration?.provisional === true || litigation?.provisional === true,
    clause: remedyClause(
      route,
      decision === 'partly_granted',
      input.names ?? GENERAL_NAMES,
      { reconsiderationDays: days, litigationMonths: months, suitDays },
      input.electronic === true && issuedOn >= ONLINE_CHANNEL_FROM,
    ),
    working: [
      ...whyRoute(route, issuedOn),
      ...(route !== 'none' && deliveredOn === undefined
        ? [{ on: issuedOn, text: '期限从收到答复的次日起数，还没有送达日期，算不出最后一天', cite: art('reconsideration', 20, 1) }]
        : []),
      ...lastDay(reconsideration, deliveredOn, `${days}日`, '申请行政复议', addDays, days, RECONSIDERATION_LIMIT, issuedOn),
      ...lastDay(litigation, deliveredOn, `${months}个月`, '提起行政诉讼', addMonths, months, LITIGATION_LIMIT, issuedOn),
    ],
  }
}

/** 行政复议法22条第二款 in the revision of 2023. */
const ONLINE_CHANNEL_FROM = '2024-01-01' as CivilDate

function routeOf(group: RemedyGroup, issuedOn: CivilDate, specialFirst: boolean): RemedyRoute {
  if (group === 'none') return 'none'
  const first = group === 'reconsideration_first' || (group === 'special' && specialFirst)
  return first && valueAt(RECONSIDERATION_FIRST, issuedOn) ? 'reconsideration_first' : 'choice'
}

function whyRoute(route: RemedyRoute, issuedOn: CivilDate): readonly WorkingStep[] {
  if (route === 'none') return [{ on: issuedOn, text: '申请人自己撤回的，没有可以复议或者起诉的决定', cite: null }]
  if (route === 'choice') {
    return [{ on: issuedOn, text: '这类决定可以申请行政复议，也可以直接提起行政诉讼', cite: art('711', 51) }]
  }
  const text = '依照条例第十四条、第十五条、第十六条不予公开的，先申请行政复议，对复议决定不服再提起行政诉讼'
  return [
    { on: issuedOn, text, cite: art('reconsideration', 23, 1, 4) },
    { on: issuedOn, text: '提起行政诉讼的期限是收到复议决定书之日起15日', cite: art('litigation', 45) },
  ]
}

/** Reading (law.md §12.1): the day of delivery is not counted, and a last day on a day off rolls to the next working day. */
function lastDay(
  by: CountedDate | null,
  deliveredOn: CivilDate | undefined,
  length: string,
  what: string,
  add: (date: CivilDate, amount: number) => CivilDate,
  amount: number,
  limit: Parameter,
  issuedOn: CivilDate,
): readonly WorkingStep[] {
  if (by === null || deliveredOn === undefined) return []
  const end = add(deliveredOn, amount)
  const rolled = end === by.date ? '' : `，${formatShort(end)}放假，顺延`
  const settled = by.provisional ? '。那一年的放假安排还没有公布，公布后可能顺延' : ''
  const text = `${formatDateWithWeekday(deliveredOn)}收到，次日起数${length}${rolled}，最晚${formatDateWithWeekday(by.date)}${what}${settled}`
  return [{ on: by.date, text, cite: entryAt(limit, issuedOn)?.cite ?? null }]
}
