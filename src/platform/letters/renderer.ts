/** A finished letter: the PDF file, its SHA-256 in hex, and its number of pages. */
export interface RenderedLetter {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly pages: number
}

/** A character that no font has, and where in the letter it stands. */
export interface MissingGlyph {
  readonly character: string
  /** U+20BB7 */
  readonly codePoint: string
  /** The part of the letter in words of the page, for example 申请内容. */
  readonly field: string
  readonly sentence: string
}

/** Something the law requires of this kind of letter and the draft does not say yet. */
export interface MissingPart {
  readonly field: string
  readonly message: string
  readonly article: string
}

/** What stands in the way of sending a draft; both empty when nothing does. */
export interface LetterCheck {
  readonly missingGlyphs: readonly MissingGlyph[]
  readonly missingParts: readonly MissingPart[]
}

/**
 * Sets letters as PDF. `code` is one of the letters of templates/index.ts, `props` plain JSON as its schema says.
 * The same code and props give the same bytes.
 */
export interface LetterRenderer {
  /** @throws MissingGlyphError, LetterPropsError, LetterRenderError */
  render(code: string, props: unknown): Promise<RenderedLetter>
  /** Looks for what stands in the way without setting the letter. @throws LetterPropsError, LetterRenderError */
  check(code: string, props: unknown): Promise<LetterCheck>
  /** Lets running letters finish, refuses waiting ones, ends the threads. */
  close(): Promise<void>
}

/** The letter holds characters that no font has; the handler must change the text or the agency add a font. */
export class MissingGlyphError extends Error {
  override readonly name = 'MissingGlyphError'
  readonly missing: readonly MissingGlyph[]
  constructor(message: string, missing: readonly MissingGlyph[]) {
    super(message)
    this.missing = missing
  }
  get character(): string {
    return this.missing[0]?.character ?? ''
  }
  get codePoint(): string {
    return this.missing[0]?.codePoint ?? ''
  }
  /** Field and sentence of the first missing character. */
  get context(): string {
    const [first] = this.missing
    return first === undefined ? '' : `${first.field}：${first.sentence}`
  }
}

/** Unknown letter, or props that do not fit it: a mistake of the program. */
export class LetterPropsError extends Error {
  override readonly name = 'LetterPropsError'
}

/** Why a letter was not set although nothing is wrong with it; trying again may help except after `failed`. */
export type LetterFailure = 'timeout' | 'crashed' | 'closed' | 'failed'

/** The thread did not bring the letter. */
export class LetterRenderError extends Error {
  override readonly name = 'LetterRenderError'
  readonly failure: LetterFailure
  constructor(failure: LetterFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}
