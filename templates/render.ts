import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { createFontBook, type FontBook } from './_fonts/book.ts'
import type { FontFiles } from './_fonts/files.ts'
import { type MissingGlyph, MissingGlyphError } from './_fonts/missing.ts'
import { collect, type LetterContent } from './_parts/collect.ts'
import { coverContent } from './_parts/cover.ts'
import { LetterDocument } from './_parts/document.tsx'
import { print } from './_parts/print.ts'
import type { LetterDefinition, MissingPart } from './definition.ts'
import { letterByCode, type LetterCode, type letters } from './index.ts'

/** Props as a caller writes them: plain JSON; defaults may be left out. */
export type LetterProps<C extends LetterCode = LetterCode> = z.input<(typeof letters)[C]['schema']>

/** A finished letter: the PDF file, its SHA-256 in hex, and its number of pages. */
export interface RenderedLetter {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly pages: number
}

/** What stands in the way of sending a draft. */
export interface LetterCheck {
  readonly missingGlyphs: readonly MissingGlyph[]
  readonly missingParts: readonly MissingPart[]
}

/** The props do not fit the letter; a mistake of the program, not of the handler. */
export class LetterPropsError extends Error {
  override readonly name = 'LetterPropsError'
  readonly issues: readonly { readonly path: string; readonly message: string }[]
  constructor(code: string, issues: LetterPropsError['issues']) {
    super(`props do not fit letter ${code}: ${issues.map((i) => `${i.path}: ${i.message}`).join('; ')}`)
    this.issues = issues
  }
}

/**
 * Sets a letter as PDF. The same code, props and fonts give the same bytes, in any process.
 * @throws LetterPropsError, MissingGlyphError, FontFileError
 */
export async function renderLetter<C extends LetterCode>(
  code: C,
  props: LetterProps<C>,
  fonts: FontFiles = {},
): Promise<RenderedLetter> {
  const book = createFontBook(fonts)
  const { definition, parsed, content } = await printable(read(code, props), book)
  const { element, pages } = LetterDocument({ definition, metadata: definition.metadata(parsed), content, book })
  const bytes = await print(element)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages }
}

/** The letter as it can be printed. @throws MissingGlyphError where nothing may stand in for a character */
async function printable(letter: ReturnType<typeof read>, book: FontBook): Promise<ReturnType<typeof read>> {
  const missing = await coverContent(letter.content, book)
  if (missing.length === 0) return letter
  const { definition } = letter
  const parsed = definition.standIn?.(letter.parsed, missing) ?? letter.parsed
  const content = collect(definition.render(parsed))
  const [first, ...more] = definition.standIn ? await coverContent(content, book) : missing
  if (first !== undefined) throw new MissingGlyphError([first, ...more])
  return { definition, parsed, content }
}

/** Characters of the letter that no font has, without setting it. */
export async function checkGlyphs<C extends LetterCode>(
  code: C,
  props: LetterProps<C>,
  fonts: FontFiles = {},
): Promise<readonly MissingGlyph[]> {
  return coverContent(read(code, props).content, createFontBook(fonts))
}

/** Everything that stands in the way of sending: characters without glyph and required parts not yet written. */
export async function checkLetter<C extends LetterCode>(
  code: C,
  props: LetterProps<C>,
  fonts: FontFiles = {},
): Promise<LetterCheck> {
  const { definition, parsed, content } = read(code, props)
  return {
    missingGlyphs: await coverContent(content, createFontBook(fonts)),
    missingParts: definition.missingParts(parsed),
  }
}

function read(code: LetterCode, props: unknown): { definition: LetterDefinition; parsed: unknown; content: LetterContent } {
  const definition = letterByCode(code)
  const result = definition.schema.safeParse(props)
  if (!result.success) {
    throw new LetterPropsError(
      code,
      result.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message })),
    )
  }
  return { definition, parsed: result.data, content: collect(definition.render(result.data)) }
}
