import { art, type Citation } from '../citation.ts'
import { civilDate, formatDate, type CivilDate } from '../civil-date.ts'
import { refuse, type Outcome } from '../refusal.ts'

/** The two texts of the Regulation. */
export type RegulationVersion = '492' | '711'

/** First day of 国务院令第492号. */
export const REGULATION_2007_FROM: CivilDate = civilDate('2008-05-01')
/** First day of the revision by 国务院令第711号. */
export const REGULATION_2019_FROM: CivilDate = civilDate('2019-05-15')

/** Later days are typing errors; a bound against absurd input, not a rule of law. */
const LAST_DAY: CivilDate = civilDate('2199-12-31')

/**
 * @statute 711 56 from 2019-05-15
 * 本条例自2019年5月15日起施行。
 *
 * Reading (law.md §12.2): the receipt date decides which text governs a case to its end (`lawAsOf`); the text has no
 * transitional clause. Before 2008-05-01 there was no right to ask, so nothing is computed.
 */
export function regulationAt(lawAsOf: CivilDate): Outcome<{ readonly version: RegulationVersion }> {
  if (lawAsOf > LAST_DAY) return refuse('law/too-far', `${formatDate(lawAsOf)}太远了，请核对年份`)
  if (lawAsOf >= REGULATION_2019_FROM) return { ok: true, version: '711' }
  if (lawAsOf >= REGULATION_2007_FROM) return { ok: true, version: '492' }
  return refuse(
    'law/not-in-force',
    `条例自${formatDate(REGULATION_2007_FROM)}起施行，${formatDate(lawAsOf)}还没有可以适用的规定`,
    REGULATION_2007_IN_FORCE,
  )
}

// LEGAL(question): the 2007 text was not at hand; its last article is the 38th by general knowledge.
const REGULATION_2007_IN_FORCE: Citation = art('492', 38)
