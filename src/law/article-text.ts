import { HOLIDAY_MEASURES } from './calendar/statute.ts'
import type { Citation, Instrument } from './citation.ts'
import { REGULATION_2019 } from './disclosure-regulation/statute.ts'
import { LITIGATION_ACT, RECONSIDERATION_ACT } from './remedies/statute.ts'
import { parseStatute, type Statute } from './statute-text.ts'

/** The instruments whose text is at hand. The fee measures, 492号 and the judicial interpretation are cited without text. */
const TEXTS: Readonly<Partial<Record<Instrument, string>>> = {
  '711': REGULATION_2019,
  reconsideration: RECONSIDERATION_ACT,
  litigation: LITIGATION_ACT,
  holidays: HOLIDAY_MEASURES,
}

const parsed = new Map<Instrument, Statute>()

/** The parsed text of an instrument, or null when it is not at hand. */
export function statuteOf(instrument: Instrument): Statute | null {
  const text = TEXTS[instrument]
  if (text === undefined) return null
  const known = parsed.get(instrument) ?? parseStatute(text)
  parsed.set(instrument, known)
  return known
}

/**
 * The words of a place, one paragraph or item a line, as published: a whole article, one paragraph with its items, or one item.
 * Null when the text is not at hand or has no such place.
 */
export function articleText({ instrument, article, paragraph, item }: Citation): readonly string[] | null {
  const paragraphs = statuteOf(instrument)?.get(article)
  if (!paragraphs) return null
  const chosen = paragraph === undefined ? paragraphs : paragraphs.slice(paragraph - 1, paragraph)
  if (item === undefined) return chosen.length === 0 ? null : chosen.flatMap(({ text, items }) => [text, ...items])
  const found = chosen.flatMap(({ items }) => items)[item - 1]
  return found === undefined ? null : [found]
}
