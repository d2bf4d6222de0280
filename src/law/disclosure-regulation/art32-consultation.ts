import { art, type Citation } from '../citation.ts'
import { civilDate, type CivilDate } from '../civil-date.ts'
import { parameter, valueAt } from '../parameter.ts'
import { addWorkingDays, type CountedDate, type WorkingCalendar } from '../working-days.ts'
import { REGULATION_2007_FROM, REGULATION_2019_FROM } from './version.ts'

/** Who is asked: 第三方 (32条), 共同制作机关 (34条), 其他机关 (33条第三款). */
export type ConsultationKind = 'third_party' | 'co_producer' | 'other_agency'

/** The words for whom is asked. */
export const CONSULTED: Readonly<Record<ConsultationKind, string>> = {
  third_party: '第三方',
  co_producer: '共同制作机关',
  other_agency: '其他机关',
}

/**
 * @statute 711 32 from 2019-05-15
 * 第三方应当自收到征求意见书之日起15个工作日内提出意见。第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开。
 *
 * Reading: the fifteen days run from the day of service, which does not count itself. They bound the excluded time too: an
 * opinion that comes later does not stop the clock any longer (law.md §12.3.4). Another agency outside 34条 has no term of
 * its own; the same bound is used.
 * LEGAL(question): 492 gave the third party no term; the same fifteen days are used.
 */
export const OPINION_LIMIT = parameter({
  name: '征求意见期限',
  unit: '个工作日',
  reviewedOn: civilDate('2026-11-21'),
  values: [
    { from: REGULATION_2007_FROM, value: 15, cite: art('492', 23) },
    { from: REGULATION_2019_FROM, value: 15, cite: art('711', 32) },
  ],
})

/** The last day for an opinion, counted from service of the letter. */
export function opinionDue(calendar: WorkingCalendar, lawAsOf: CivilDate, servedOn: CivilDate): CountedDate {
  return addWorkingDays(calendar, servedOn, valueAt(OPINION_LIMIT, lawAsOf))
}

/**
 * @statute 711 34 from 2019-05-15
 * 被征求意见机关应当自收到征求意见书之日起15个工作日内提出意见，逾期未提出意见的视为同意公开。
 *
 * Reading: silence means consent only for the agencies that made the information together; for everybody else the agency
 * decides by itself.
 */
export function silence(kind: ConsultationKind): { readonly text: string; readonly cite: Citation } {
  switch (kind) {
    case 'third_party':
      return { text: '没有提出意见，由机关依照条例决定是否公开', cite: art('711', 32) }
    case 'co_producer':
      return { text: '没有提出意见，视为同意公开', cite: art('711', 34) }
    case 'other_agency':
      return { text: '没有提出意见，由机关依照条例决定是否公开', cite: art('711', 33, 3) }
  }
}
