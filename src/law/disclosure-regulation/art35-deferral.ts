import { art, type Citation } from '../citation.ts'
import { formatDateWithWeekday, type CivilDate } from '../civil-date.ts'
import { refuse, type Outcome, type Refused } from '../refusal.ts'
import { REGULATION_2019_FROM } from './version.ts'

/**
 * @statute 711 35 from 2019-05-15
 * 申请人申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由。
 *
 * Reading: asking for reasons does not stop the clock (law.md §12.3.7). The 2007 text has no such power.
 */
export function deferralArticle(lawAsOf: CivilDate): Outcome<{ readonly cite: Citation }> {
  if (lawAsOf >= REGULATION_2019_FROM) return { ok: true, cite: art('711', 35) }
  return refuse('law/not-in-force', '2019年5月15日以前收到的申请，没有说明理由和延迟答复的规定', art('711', 35))
}

/** What must hold for a deferral; the clock supplies the facts. */
export interface DeferralFacts {
  readonly lawAsOf: CivilDate
  readonly on: CivilDate
  readonly until: CivilDate
  /** The due date as of `on`; null when the clock stands still. */
  readonly dueOn: CivilDate | null
  readonly already: boolean
}

/**
 * @statute 711 35 from 2019-05-15
 * 行政机关认为申请理由合理，但是无法在本条例第三十三条规定的期限内答复申请人的，可以确定延迟答复的合理期限并告知申请人。
 *
 * Reading: 无法在…期限内答复 presupposes that the limit still runs and that the new day lies behind it. The day is the one
 * told to the applicant; it does not move when it is a day off.
 */
export function refuseDeferral({ lawAsOf, on, until, dueOn, already }: DeferralFacts): Refused | null {
  const article = deferralArticle(lawAsOf)
  if (!article.ok) return article
  const { cite } = article
  if (already) return refuse('deferral/already-deferred', '本案已经确定过延迟答复的日期', cite)
  if (until <= on) return refuse('clock/out-of-order', '延迟答复的日期要晚于作出决定的日期', cite)
  if (dueOn === null) return refuse('deferral/not-running', '答复期限现在不走，不能确定延迟答复的日期', cite)
  if (on > dueOn) return refuse('deferral/after-deadline', '答复期限已经过了，不能再确定延迟答复的日期', cite)
  if (until <= dueOn) {
    return refuse('deferral/not-later', `延迟答复的日期要晚于现在的最晚答复日${formatDateWithWeekday(dueOn)}`, cite)
  }
  return null
}
