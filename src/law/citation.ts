import { chineseNumeral } from './chinese-numeral.ts'

/** Instruments the software cites. Keys are stable; they are stored in events and returned by the API. */
export const INSTRUMENTS = {
  '711': { name: '中华人民共和国政府信息公开条例', short: '条例', number: '国务院令第711号' },
  '492': { name: '中华人民共和国政府信息公开条例（2007年）', short: '2007年条例', number: '国务院令第492号' },
  '109': { name: '政府信息公开信息处理费管理办法', short: '109号', number: '国办函〔2020〕109号' },
  reconsideration: { name: '中华人民共和国行政复议法', short: '行政复议法', number: '主席令第9号' },
  litigation: { name: '中华人民共和国行政诉讼法', short: '行政诉讼法', number: '' },
  fashi2025: {
    name: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
    short: '法释〔2025〕8号',
    number: '法释〔2025〕8号',
  },
  'letter235': {
    name: '关于政府信息公开处理决定送达问题的解释',
    short: '235号',
    number: '国办公开办函〔2016〕235号',
  },
  holidays: { name: '全国年节及纪念日放假办法', short: '放假办法', number: '' },
} as const

export type Instrument = keyof typeof INSTRUMENTS

/** One place in one instrument. `paragraph` counts 款, `item` counts 项; both start at 1. */
export interface Citation {
  readonly instrument: Instrument
  readonly article: number
  readonly paragraph?: number
  readonly item?: number
}

/** `art('711', 33, 2)` is 条例第三十三条第二款. */
export function art(instrument: Instrument, article: number, paragraph?: number, item?: number): Citation {
  return {
    instrument,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  }
}

/** 33条第二款 (workbench) · 条例第三十三条第二款 (portal) · 《中华人民共和国政府信息公开条例》第三十三条第二款 (letter). */
export type CitationStyle = 'short' | 'portal' | 'letter'

/** How an instrument is called before its article; the Regulation itself needs no name in the workbench. */
const CALLED: Readonly<Record<CitationStyle, Readonly<Record<Instrument, string>>>> = {
  short: {
    '711': '',
    '492': '2007年条例',
    '109': '109号',
    reconsideration: '行政复议法',
    litigation: '行政诉讼法',
    fashi2025: '法释〔2025〕8号',
    letter235: '235号',
    holidays: '放假办法',
  },
  portal: {
    '711': '条例',
    '492': '2007年条例',
    '109': '信息处理费管理办法',
    reconsideration: '行政复议法',
    litigation: '行政诉讼法',
    fashi2025: '法释〔2025〕8号',
    letter235: '国办公开办函〔2016〕235号',
    holidays: '放假办法',
  },
  letter: {
    '711': '《中华人民共和国政府信息公开条例》',
    '492': '《中华人民共和国政府信息公开条例》（国务院令第492号）',
    '109': '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
    reconsideration: '《中华人民共和国行政复议法》',
    litigation: '《中华人民共和国行政诉讼法》',
    fashi2025: '《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》（法释〔2025〕8号）',
    letter235: '《关于政府信息公开处理决定送达问题的解释》（国办公开办函〔2016〕235号）',
    holidays: '《全国年节及纪念日放假办法》',
  },
}

/** Names one place. A paragraph is named as the citation has it: give none where the article has only one. */
export function formatCitation(cite: Citation, style: CitationStyle): string {
  return CALLED[style][cite.instrument] + placeOf(cite, style)
}

/** Names several places, each instrument once: 条例第三十六条第三项、第十六条第一款. */
export function formatCitations(cites: readonly Citation[], style: CitationStyle): string {
  return citationParts(cites, style).join('、')
}

/** The names that `formatCitations` joins, one for each place. */
export function citationParts(cites: readonly Citation[], style: CitationStyle): readonly string[] {
  return cites.map((cite, index) => (cites[index - 1]?.instrument === cite.instrument ? placeOf(cite, style) : formatCitation(cite, style)))
}

function placeOf({ article, paragraph, item }: Citation, style: CitationStyle): string {
  const head = style === 'short' ? `${article}条` : `第${chineseNumeral(article)}条`
  const within = paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`
  return `${head}${within}${item === undefined ? '' : `第${chineseNumeral(item)}项`}`
}
