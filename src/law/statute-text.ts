import { chineseNumeral } from './chinese-numeral.ts'

/** One 款 with its 项; items keep their own marks, e.g. “(一)…”. */
export interface StatuteParagraph {
  readonly text: string
  readonly items: readonly string[]
}

/** Articles by number. */
export type Statute = ReadonlyMap<number, readonly StatuteParagraph[]>

const ARTICLE = /^第([一二三四五六七八九十百零]+)条\s+/
const ITEM = /^[(（][一二三四五六七八九十]+[)）]/
const NUMBERS = new Map(Array.from({ length: 199 }, (_, index) => [chineseNumeral(index + 1), index + 1]))

/**
 * Reads a statute of one line per paragraph or item, as it is published: an article opens with its number, an item with its
 * number in brackets, every other line is the next paragraph of the article above.
 * @throws RangeError when a line belongs to no article
 */
export function parseStatute(text: string): Statute {
  const articles = new Map<number, { text: string; items: string[] }[]>()
  let current: { text: string; items: string[] }[] | undefined
  for (const line of text.split('\n').map((each) => each.trim()).filter((each) => each !== '')) {
    const opening = ARTICLE.exec(line)
    if (opening) {
      current = []
      articles.set(NUMBERS.get(opening[1] ?? '') ?? 0, current)
    }
    if (!current) throw new RangeError(`a line before the first article: ${line}`)
    const body = opening ? line.slice(opening[0].length) : line
    const paragraph = current.at(-1)
    if (ITEM.test(body) && paragraph) paragraph.items.push(body)
    else current.push({ text: body, items: [] })
  }
  return articles
}
