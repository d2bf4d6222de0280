/** As many parts as one application may be split into. */
export const MOST_PARTS = 20

/** Ways in which people number what they ask for; the number itself in the first group. */
const STYLES: readonly { readonly mark: RegExp; readonly numberOf: (mark: string) => number }[] = [
  { mark: /([一二三四五六七八九十]{1,3})、/gu, numberOf: chinese },
  { mark: /[（(]([一二三四五六七八九十]{1,3})[）)]/gu, numberOf: chinese },
  { mark: /[（(](\d{1,2})[）)]/gu, numberOf: Number },
  { mark: /([①-⑳])/gu, numberOf: (mark) => mark.codePointAt(0)! - 0x2460 + 1 },
  { mark: /第([一二三四五六七八九十]{1,3})[项，,：:]/gu, numberOf: chinese },
  { mark: /(?<![\d.])(\d{1,2})[.．、)](?!\d)/gu, numberOf: Number },
]

const DIGITS = '一二三四五六七八九'

function chinese(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!) + 1) : 0
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones!) + 1)
}

/**
 * The parts that a description seems to have (一事一申请): by numbered items, else by lines, else by semicolons. Words that stand before the
 * first item belong to each of them. One part where nothing divides it. No word is left out; numbers and separators are.
 */
export function proposeParts(description: string): readonly string[] {
  const text = description.trim()
  const [lead, items] = numbered(text) ?? lines(text) ?? clauses(text) ?? ['', [text]]
  return fewEnough(items).map((item) => join(lead, item))
}

type Divided = readonly [lead: string, items: readonly string[]]

/** Items 1, 2, 3… in their order, whichever way they are numbered; the outermost numbering if there are two. */
function numbered(text: string): Divided | null {
  const found = STYLES.flatMap(({ mark, numberOf }) => {
    const marks: { start: number; end: number }[] = []
    for (const match of text.matchAll(mark)) if (numberOf(match[1]!) === marks.length + 1) marks.push({ start: match.index, end: match.index + match[0].length })
    return marks.length >= 2 ? [marks] : []
  })
  const marks = found.toSorted((a, b) => a[0]!.start - b[0]!.start)[0]
  if (!marks) return null
  const items = marks.map(({ end }, index) => tidy(text.slice(end, marks[index + 1]?.start)))
  return items.every((item) => item !== '') ? [text.slice(0, marks[0]!.start).trim(), items] : null
}

function lines(text: string): Divided | null {
  const all = text.split(/\n+/u).map(tidy).filter((line) => line !== '')
  const [first = '', ...rest] = all
  if (/[：:]$/u.test(first) && rest.length >= 2) return [first, rest]
  return all.length >= 2 ? ['', all] : null
}

function clauses(text: string): Divided | null {
  const all = text.split(/[；;]+/u).map(tidy).filter((clause) => clause !== '')
  if (all.length < 2) return null
  const colon = all[0]!.search(/[：:]/u)
  if (colon < 0 || colon === all[0]!.length - 1) return ['', all]
  return [all[0]!.slice(0, colon + 1), [tidy(all[0]!.slice(colon + 1)), ...all.slice(1)]]
}

function tidy(text: string): string {
  return text.trim().replace(/^[；;，,、\s]+|[；;，,、\s]+$/gu, '')
}

function join(lead: string, item: string): string {
  return lead === '' ? item : `${lead}${item}`
}

/** More than can be: the last takes the rest. */
function fewEnough(items: readonly string[]): readonly string[] {
  return items.length <= MOST_PARTS ? items : [...items.slice(0, MOST_PARTS - 1), items.slice(MOST_PARTS - 1).join('；')]
}
