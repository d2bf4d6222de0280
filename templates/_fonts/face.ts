import { Font } from '@react-pdf/renderer'

/** One opened font file. Lengths are fractions of the font size. */
export interface Face {
  readonly path: string
  /** Name under which react-pdf knows the font. */
  readonly family: string
  readonly ascent: number
  has(codePoint: number): boolean
  advance(codePoint: number): number
  /** Highest and lowest ink of a character, from the baseline, up positive. */
  ink(codePoint: number): { readonly top: number; readonly bottom: number }
}

/** A configured font file cannot be read; says which. */
export class FontFileError extends Error {
  override readonly name = 'FontFileError'
  readonly path: string
  constructor(path: string, cause: unknown) {
    super(`字体文件打不开：${path}`, { cause })
    this.path = path
  }
}

/** The part of a fontkit font that letters need; fontkit ships no types. */
interface FontkitFont {
  readonly unitsPerEm: number
  readonly ascent: number
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): { advanceWidth: number; bbox: { minY: number; maxY: number } }
  _glyphs: Record<number, unknown>
}

const opening = new Map<string, Promise<{ face: Face; font: FontkitFont }>>()

/** Opens a font file once per thread and registers it with react-pdf. */
export async function openFace(path: string): Promise<Face> {
  let entry = opening.get(path)
  if (entry === undefined) {
    entry = open(path)
    opening.set(path, entry)
    entry.catch(() => opening.delete(path))
  }
  return (await entry).face
}

async function open(path: string): Promise<{ face: Face; font: FontkitFont }> {
  Font.register({ family: path, src: path })
  let font: FontkitFont | undefined
  try {
    await Font.load({ fontFamily: path })
    font = (Font.getFont({ fontFamily: path }) as unknown as { data?: FontkitFont }).data
    if (font === undefined) throw new Error('no font in the file')
  } catch (error) {
    // A family that failed once would stay failed; forget it so that a repaired file is read.
    delete (Font.getRegisteredFonts() as Record<string, unknown>)[path]
    throw new FontFileError(path, error)
  }
  return { face: faceOf(path, font), font }
}

function faceOf(path: string, font: FontkitFont): Face {
  const em = font.unitsPerEm
  return {
    path,
    family: path,
    ascent: font.ascent / em,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => font.glyphForCodePoint(codePoint).advanceWidth / em,
    ink: (codePoint) => {
      const { maxY, minY } = font.glyphForCodePoint(codePoint).bbox
      return { top: maxY / em, bottom: minY / em }
    },
  }
}

/**
 * Forgets decoded glyphs. fontkit keeps with each glyph the first character that asked for it, so without this
 * the text layer of a letter, and with it the bytes, would depend on the letters before it.
 */
export async function forgetGlyphs(): Promise<void> {
  for (const { font } of await Promise.all(opening.values())) font._glyphs = {}
}
