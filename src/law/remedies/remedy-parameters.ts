import { art } from '../citation.ts'
import { civilDate } from '../civil-date.ts'
import { parameter } from '../parameter.ts'
import { REGULATION_2007_FROM } from '../disclosure-regulation/version.ts'

const REVIEWED = civilDate('2026-11-21')

/**
 * @statute reconsideration 20① from 2024-01-01
 * 公民、法人或者其他组织认为行政行为侵犯其合法权益的，可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请；
 *
 * The sixty days were the same before the revision of 2023.
 */
export const RECONSIDERATION_LIMIT = parameter({
  name: '申请行政复议的期限',
  unit: '日',
  reviewedOn: REVIEWED,
  values: [{ from: REGULATION_2007_FROM, value: 60, cite: art('reconsideration', 20, 1) }],
})

/**
 * @statute litigation 46① from 2015-05-01
 * 公民、法人或者其他组织直接向人民法院提起诉讼的，应当自知道或者应当知道作出行政行为之日起六个月内提出。
 *
 * LEGAL(question): before 2015-05-01 the limit for direct suits was three months by general knowledge; law.md §12.6 gives six
 * months for all dates, so one value is kept.
 */
export const LITIGATION_LIMIT = parameter({
  name: '直接提起行政诉讼的期限',
  unit: '个月',
  reviewedOn: REVIEWED,
  values: [{ from: REGULATION_2007_FROM, value: 6, cite: art('litigation', 46, 1) }],
})

/**
 * @statute litigation 45 from 2015-05-01
 * 公民、法人或者其他组织不服复议决定的，可以在收到复议决定书之日起十五日内向人民法院提起诉讼。
 */
export const SUIT_AFTER_RECONSIDERATION_LIMIT = parameter({
  name: '不服复议决定提起行政诉讼的期限',
  unit: '日',
  reviewedOn: REVIEWED,
  values: [{ from: REGULATION_2007_FROM, value: 15, cite: art('litigation', 45) }],
})

/**
 * Whether reconsideration comes first for a refusal, by the day of the decision.
 *
 * @statute reconsideration 23①(四) from 2024-01-01
 * 申请政府信息公开，行政机关不予公开；
 *
 * Reading (law.md §12.2): 不予公开 means the refusals of 14、15、16条 of the Regulation, as 法释〔2025〕8号 1条 reads it from 2025-06-01.
 * LEGAL(question): from 2024-01-01 to 2025-05-31 the same narrow reading is applied.
 */
export const RECONSIDERATION_FIRST = parameter<boolean>({
  name: '不予公开先复议',
  unit: '是否',
  reviewedOn: REVIEWED,
  values: [
    { from: REGULATION_2007_FROM, value: false, cite: art('reconsideration', 23, 1, 4) },
    { from: civilDate('2024-01-01'), value: true, cite: art('reconsideration', 23, 1, 4) },
  ],
})
