import { art, type Citation } from '../citation.ts'
import { civilDate, type CivilDate } from '../civil-date.ts'
import { entryAt, parameter, valueAt } from '../parameter.ts'
import { addWorkingDays, type CountedDate, type WorkingCalendar } from '../working-days.ts'
import { REGULATION_2007_FROM, REGULATION_2019_FROM } from './version.ts'

/**
 * @statute 711 30 from 2019-05-15
 * 政府信息公开申请内容不明确的，行政机关应当给予指导和释明，并自收到申请之日起7个工作日内一次性告知申请人作出补正，说明需要补正的事项和合理的补正期限。
 *
 * Reading: 一次性告知 allows one notice per case. A notice after the seventh working day is late, not void: it is recorded as
 * late (law.md §12.3.2). 492 had no such limit.
 */
export const CORRECTION_NOTICE_LIMIT = parameter<number>({
  name: '补正告知期限',
  unit: '个工作日',
  reviewedOn: civilDate('2026-11-21'),
  values: [
    { from: REGULATION_2007_FROM, value: null, cite: art('492', 21, undefined, 4) },
    { from: REGULATION_2019_FROM, value: 7, cite: art('711', 30) },
  ],
})

/**
 * @statute 711 30 from 2019-05-15
 * 说明需要补正的事项和合理的补正期限。
 *
 * Reading: the Regulation names no number of days. Fifteen working days are proposed, as long as 第32条 gives a third party;
 * the office may set another day for a case.
 */
export const CORRECTION_RESPONSE = parameter<number>({
  name: '补正期限（本机关的惯例）',
  unit: '个工作日',
  reviewedOn: civilDate('2026-11-21'),
  values: [
    { from: REGULATION_2007_FROM, value: 15, cite: art('492', 21, undefined, 4) },
    { from: REGULATION_2019_FROM, value: 15, cite: art('711', 30) },
  ],
})

/** The last day for the correction that is proposed in a notice of `on`. */
export function proposedRespondBy(calendar: WorkingCalendar, lawAsOf: CivilDate, on: CivilDate): CountedDate {
  return addWorkingDays(calendar, on, valueAt(CORRECTION_RESPONSE, lawAsOf))
}

/** The last day for the correction notice, or null where the law of the receipt date has no such limit. */
export function correctionNoticeDue(calendar: WorkingCalendar, receivedOn: CivilDate): CountedDate | null {
  const limit = entryAt(CORRECTION_NOTICE_LIMIT, receivedOn)
  return limit && addWorkingDays(calendar, receivedOn, limit.value)
}

/**
 * @statute 711 30 from 2019-05-15
 * 答复期限自行政机关收到补正的申请之日起计算。申请人无正当理由逾期不补正的，视为放弃申请，行政机关不再处理该政府信息公开申请。
 *
 * Reading: 自收到补正之日起计算 starts the whole limit anew; nothing counted before is kept, and an extension granted before
 * is spent.
 * LEGAL(question): 492's 21条四项 speaks of 更改、补充 and says nothing of the restart; the same restart is used.
 */
export function correctionArticle(lawAsOf: CivilDate): Citation {
  return lawAsOf >= REGULATION_2019_FROM ? art('711', 30) : art('492', 21, undefined, 4)
}
