import { codePointName } from './characters.ts'

/** A character that no font has, and where it stands. Plain data: it crosses the thread boundary. */
export interface MissingGlyph {
  readonly character: string
  /** U+20BB7 */
  readonly codePoint: string
  /** The part of the letter, for example 申请内容. */
  readonly field: string
  /** The sentence around the character, shortened to about forty characters. */
  readonly sentence: string
}

/** The letter holds characters that no font has; it is not printed, because a wrong letter is worse than none. */
export class MissingGlyphError extends Error {
  override readonly name = 'MissingGlyphError'
  readonly missing: readonly MissingGlyph[]
  constructor(missing: readonly [MissingGlyph, ...MissingGlyph[]]) {
    super(missingGlyphMessage(missing))
    this.missing = missing
  }
  get character(): string {
    return this.missing[0]!.character
  }
  get codePoint(): string {
    return this.missing[0]!.codePoint
  }
  /** Field and sentence of the first missing character. */
  get context(): string {
    return `${this.missing[0]!.field}：${this.missing[0]!.sentence}`
  }
}

/** The sentence for the person who must change the text or add a font. */
export function missingGlyphMessage(missing: readonly [MissingGlyph, ...MissingGlyph[]]): string {
  const [first] = missing
  const more = missing.length > 1 ? `，另有${missing.length - 1}处` : ''
  return `字体里没有“${first.character}”（${first.codePoint}），在${first.field}：“${first.sentence}”${more}`
}

/** Names the character at `index` of `text`. */
export function missingAt(text: string, index: number, character: string, field: string): MissingGlyph {
  return {
    character: character.isWellFormed() ? character : '\uFFFD',
    codePoint: codePointName(character),
    field,
    sentence: sentenceAround(text, index, character.length),
  }
}

const SENTENCE_END = /[。！？；\n]/
const REACH = 20

function sentenceAround(text: string, index: number, length: number): string {
  const before = Array.from(text.slice(0, index))
  const after = Array.from(text.slice(index + length))
  let start = before.length
  while (start > 0 && before.length - start < REACH && !SENTENCE_END.test(before[start - 1]!)) start -= 1
  let end = 0
  while (end < after.length && end < REACH && !SENTENCE_END.test(after[end]!)) end += 1
  return `${before.slice(start).join('')}${text.slice(index, index + length)}${after.slice(0, end).join('')}`.toWellFormed()
}
