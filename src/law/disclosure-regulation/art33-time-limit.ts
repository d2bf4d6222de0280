import { art, type Citation } from '../citation.ts'
import { civilDate, type CivilDate } from '../civil-date.ts'
import { entryAt, parameter, valueAt } from '../parameter.ts'
import { refuse, type Refused } from '../refusal.ts'
import { REGULATION_2007_FROM, REGULATION_2019_FROM } from './version.ts'

const REVIEWED = civilDate('2026-11-21')

/**
 * @statute 711 33② from 2019-05-15
 * 行政机关不能当场答复的，应当自收到申请之日起20个工作日内予以答复；需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日。
 *
 * Reading: 自收到申请之日起 does not count the day of receipt (民法典201条; published cases C01, C02, C15).
 * LEGAL(question): 492's limit of 15 and its place (24条二款) come from general knowledge and from published cases.
 */
export const ANSWER_LIMIT = parameter({
  name: '答复期限',
  unit: '个工作日',
  reviewedOn: REVIEWED,
  values: [
    { from: REGULATION_2007_FROM, value: 15, cite: art('492', 24, 2) },
    { from: REGULATION_2019_FROM, value: 20, cite: art('711', 33, 2) },
  ],
})

/** The longest extension (same sentence of 33条第二款). */
export const EXTENSION_LIMIT = parameter({
  name: '延长期限上限',
  unit: '个工作日',
  reviewedOn: REVIEWED,
  values: [
    { from: REGULATION_2007_FROM, value: 15, cite: art('492', 24, 2) },
    { from: REGULATION_2019_FROM, value: 20, cite: art('711', 33, 2) },
  ],
})

/** Working days for the answer under the law of a receipt date, with the article. */
export function answerLimit(lawAsOf: CivilDate): { readonly days: number; readonly cite: Citation } {
  return { days: valueAt(ANSWER_LIMIT, lawAsOf), cite: entryAt(ANSWER_LIMIT, lawAsOf)?.cite as Citation }
}

/**
 * @statute 711 33③ from 2019-05-15
 * 行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。
 *
 * Reading: 所需时间 is every working day after the day of sending up to the day of the opinion (law.md §12.3.4).
 * LEGAL(question): 492's 24条三款 names third parties only; the same fold is used for every kind.
 */
export function exclusionArticle(lawAsOf: CivilDate): Citation {
  return lawAsOf >= REGULATION_2019_FROM ? art('711', 33, 3) : art('492', 24, 3)
}

/** What must hold for an extension; the clock supplies the facts. */
export interface ExtensionFacts {
  readonly lawAsOf: CivilDate
  readonly on: CivilDate
  readonly days: number
  /** The due date as of `on`; null when the clock stands still or has another limit. */
  readonly dueOn: CivilDate | null
  readonly alreadyExtended: boolean
}

/**
 * Reading of 33条第二款: 最长不得超过20个工作日 bounds the whole extension, so there is one, of 1 to 20 working days; and a limit
 * that has passed cannot be extended any more (law.md §12.3.5). Returns null when the extension is lawful.
 */
export function refuseExtension({ lawAsOf, on, days, dueOn, alreadyExtended }: ExtensionFacts): Refused | null {
  const { value: limit, cite } = entryAt(EXTENSION_LIMIT, lawAsOf) ?? { value: 0, cite: art('711', 33, 2) }
  if (alreadyExtended) return refuse('extension/already-extended', '本案已延长过一次，不能再延长', cite)
  if (!Number.isInteger(days) || days < 1) return refuse('extension/too-short', '延长的天数要填1以上的整数', cite)
  if (days > limit) return refuse('extension/too-long', `延长最多${limit}个工作日，不能延长${days}个工作日`, cite)
  if (dueOn === null) return refuse('extension/not-running', '答复期限现在不走，或者已经改定延迟答复的日期，不能延长', cite)
  if (on > dueOn) return refuse('extension/after-deadline', '答复期限已经过了，不能再延长', cite)
  return null
}
