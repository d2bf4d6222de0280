import LineBreaker from 'linebreak'

/** May not end a line: opening marks, currency signs before figures (GB/T 15834 5.1.3). */
const NO_END = /[“‘《〈（〔［｛「『【〖([{¥￥＄$£€№§]/u
/** May not begin a line: closing marks, stops, connecting and separating marks (GB/T 15834 5.1). */
const NO_START = /[、。，．：；？！…·•‧”’》〉）〕］｝」』】〗,.!?:;)\]}％%‰℃°′″々ー～－–/／]/u
const QUOTE = /[“”‘’]/u
const HAN = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u
const DIGIT = /[0-9]/
/** Measure words and date words that stay with their figure: 数字、年份不能回行. */
const COUNTED = /[年月日号时分秒条款项页份件张个人次元角万亿倍名章节期届]/u

/**
 * Places where a line may end, as UTF-16 offsets into `text`, ascending, without 0 and the end.
 * UAX #14 proposes; the Chinese rules (避头尾, figures kept whole, quotes known by direction) decide.
 */
export function breakOpportunities(text: string): number[] {
  const proposed = proposals(text)
  const kept: number[] = []
  for (let at = 1; at < text.length; at += 1) {
    if (isTrail(text, at)) continue
    const before = charBefore(text, at)
    const after = charAt(text, at)
    if ((proposed.has(at) || atQuote(before, after)) && !forbidden(text, at, before, after)) kept.push(at)
  }
  return kept
}

function proposals(text: string): Set<number> {
  const breaker = new LineBreaker(text)
  const found = new Set<number>()
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) found.add(next.position)
  return found
}

/** UAX #14 treats “ and ” alike and forbids both sides; in Chinese “ always opens and ” always closes. */
function atQuote(before: string, after: string): boolean {
  return (QUOTE.test(after) && HAN.test(before)) || (QUOTE.test(before) && HAN.test(after))
}

function forbidden(text: string, at: number, before: string, after: string): boolean {
  if (NO_END.test(before) || NO_START.test(after)) return true
  if (after === ' ' || after === '\u3000') return true
  if (after === '—') return before === '—' || charAt(text, at + 1) !== '—'
  if (DIGIT.test(before) && COUNTED.test(after)) return true
  if (before === '第' && DIGIT.test(after)) return true
  return before === '〕' && DIGIT.test(after)
}

function isTrail(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const previous = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && previous >= 0xd800 && previous <= 0xdbff
}

function charAt(text: string, at: number): string {
  const codePoint = text.codePointAt(at)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}

function charBefore(text: string, at: number): string {
  return charAt(text, isTrail(text, at - 1) ? at - 2 : at - 1)
}
