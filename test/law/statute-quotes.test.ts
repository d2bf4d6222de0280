import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleText, statuteOf } from '#law/article-text.ts'
import { INSTRUMENTS, art, type Instrument } from '#law/citation.ts'
import { chineseNumeral } from '#law/chinese-numeral.ts'
import { isCivilDate } from '#law/civil-date.ts'

const FILES = globSync('src/law/**/*.ts').filter((path) => !path.endsWith('statute.ts')).sort()
const CIRCLED = '①②③④⑤⑥'

interface Quote {
  readonly file: string
  readonly tag: string
  readonly text: string
}

/** Every `@statute 711 33② from 2019-05-15` with the lines below it up to an empty comment line. */
function quotesOf(file: string): Quote[] {
  const lines = readFileSync(file, 'utf8').split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
  return lines.flatMap((line, index) => {
    if (!line.startsWith('@statute ')) return []
    const rest = lines.slice(index + 1)
    const end = rest.findIndex((each) => each === '' || each === '/')
    return [{ file, tag: line.slice('@statute '.length), text: rest.slice(0, end).join('') }]
  })
}

function place(tag: string) {
  const match = /^(\w+) (\d+)([①-⑥])?(?:\(([一二三四五六七八九十]+)\)|（([一二三四五六七八九十]+)）)? from (\S+)$/.exec(tag)
  if (!match) throw new Error(`not a statute tag: ${tag}`)
  const [, instrument, article, circled, item, wideItem, from] = match
  const ordinal = item ?? wideItem
  const number = ordinal === undefined ? undefined : Array.from({ length: 20 }, (_, i) => i + 1).find((n) => chineseNumeral(n) === ordinal)
  return { cite: art(instrument as Instrument, Number(article), circled ? CIRCLED.indexOf(circled) + 1 : undefined, number), from }
}

const QUOTES = FILES.flatMap(quotesOf)

describe('quotations in the rule files', () => {
  it('exist, in every folder of rules', () => {
    expect(QUOTES.length).toBeGreaterThanOrEqual(38)
    expect(new Set(QUOTES.map(({ file }) => file.split('/')[2]))).toEqual(new Set(['annual-report', 'calendar', 'disclosure-regulation', 'processing-fee-measures', 'remedies']))
  })

  it.each(QUOTES.map(({ file, tag, text }) => [tag, file, text]))('%s in %s is the text of the law word for word', (tag, _file, text) => {
    const { cite, from } = place(tag)
    expect(isCivilDate(from)).toBe(true)
    expect(text.length).toBeGreaterThan(5)
    expect(articleText(cite)?.join('')).toContain(text)
  })
})

describe('citations in the sources', () => {
  const calls = globSync('src/law/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(art\('([^']+)',|is\()\s*(\d+)(?:, (\d+|undefined))?(?:, (\d+))?\)/g)].map((match) => ({
      file,
      cite: art(
        (match[2] ?? '711') as Instrument,
        Number(match[3]),
        match[4] === undefined || match[4] === 'undefined' ? undefined : Number(match[4]),
        match[5] === undefined ? undefined : Number(match[5]),
      ),
    })),
  )
  const withText = calls.filter(({ cite }) => statuteOf(cite.instrument) !== null)

  it('are found', () => {
    expect(withText.length).toBeGreaterThanOrEqual(60)
    expect(calls.every(({ cite }) => cite.instrument in INSTRUMENTS)).toBe(true)
  })

  it('name a place that exists', () => {
    expect(withText.filter(({ cite }) => articleText(cite) === null)).toEqual([])
  })

  it('name a paragraph only where the article has several, and always with an item of one of several', () => {
    const paragraphs = ({ instrument, article }: (typeof withText)[number]['cite']) => statuteOf(instrument)?.get(article)?.length ?? 0
    expect(withText.filter(({ cite }) => paragraphs(cite) === 1 && cite.paragraph !== undefined)).toEqual([])
    expect(withText.filter(({ cite }) => paragraphs(cite) > 1 && cite.item !== undefined && cite.paragraph === undefined)).toEqual([])
  })
})
