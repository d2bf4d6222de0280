import type { FontBook } from '../_fonts/book.ts'
import { clusters, isWide } from '../_fonts/characters.ts'
import type { Face } from '../_fonts/face.ts'
import type { Role } from '../_fonts/files.ts'
import { breakOpportunities } from './breaks.ts'

/** Text with the role it is set in. Within one paragraph sizes are equal. */
export interface Inline {
  readonly text: string
  readonly role: Role
}

/** A character on its line, with its width before spacing. */
export interface Glyph {
  readonly text: string
  readonly face: Face
  readonly advance: number
  readonly wide: boolean
}

/** A set line: what stands on it and how far its own widths and grid spacing reach. */
export interface Line {
  readonly glyphs: readonly Glyph[]
  /** The text went on after this line, so the line is to be filled. */
  readonly full: boolean
}

/** Widths in points: the first line of a paragraph is shorter by its indent. `spacing` follows each wide character. */
export interface Measure {
  readonly size: number
  readonly first: number
  readonly rest: number
  readonly spacing: number
}

/** How much a gap may be tightened to bring the last word on the line. */
const SHRINK = 0.22
/** A hole wider than this share of the line is worse than a broken Latin word. */
const HOLE = 0.25

/** Breaks one paragraph (no `\n`) in lines. A piece wider than a whole line is broken anywhere rather than leave the page. */
export function breakLines(inlines: readonly Inline[], measure: Measure, book: FontBook): Line[] {
  // Taken from the end: shifting a long array once per character would be quadratic.
  const pieces = split(inlines, measure.size, book).reverse()
  const lines: Glyph[][] = []
  let line: Glyph[] = []
  const room = (): number => (lines.length === 0 ? measure.first : measure.rest)
  const flush = (): void => {
    lines.push(trimEnd(line))
    line = []
  }
  while (pieces.length > 0) {
    const piece = pieces.pop()!
    if (fits([...line, ...piece], room(), measure.spacing)) {
      line.push(...piece)
      continue
    }
    const cut = cutPoint(line, piece, room(), measure)
    if (cut > 0) {
      line.push(...piece.slice(0, cut))
      pieces.push(piece.slice(cut))
      flush()
    } else {
      flush()
      pieces.push(piece)
    }
  }
  if (line.length > 0) flush()
  return lines.map((glyphs, i) => ({ glyphs, full: i < lines.length - 1 }))
}

/** Width of glyphs with the spacing of the grid between them. */
export function widthOf(glyphs: readonly Glyph[], spacing: number): number {
  return glyphs.reduce((sum, g, i) => sum + g.advance + (g.wide && i < glyphs.length - 1 ? spacing : 0), 0)
}

/** A gap that justification may change: beside a wide character, or a space. */
export function isElastic(before: Glyph, after: Glyph): boolean {
  return before.wide || after.wide || before.text === ' ' || after.text === ' '
}

/** Glyphs of unbroken text. */
export function setGlyphs(inlines: readonly Inline[], size: number, book: FontBook): Glyph[] {
  return inlines.flatMap(({ text, role }) =>
    clusters(text).map((cluster) => {
      const face = book.faceFor(role, cluster)
      return { text: cluster, face, advance: face.advance(cluster.codePointAt(0)!) * size, wide: isWide(cluster) }
    }),
  )
}

function split(inlines: readonly Inline[], size: number, book: FontBook): Glyph[][] {
  const ends = new Set(breakOpportunities(inlines.map((i) => i.text).join('')))
  const pieces: Glyph[][] = [[]]
  let at = 0
  for (const glyph of setGlyphs(inlines, size, book)) {
    if (ends.has(at)) pieces.push([])
    pieces.at(-1)!.push(glyph)
    at += glyph.text.length
  }
  return pieces.filter((p) => p.length > 0)
}

function fits(glyphs: readonly Glyph[], room: number, spacing: number): boolean {
  const kept = trimEnd(glyphs)
  const gaps = kept.filter((g, i) => i > 0 && isElastic(kept[i - 1]!, g)).length
  return widthOf(kept, spacing) - gaps * SHRINK <= room + 1e-6
}

/** Number of glyphs of `piece` that go on the present line when the piece itself has to be broken, or 0. */
function cutPoint(line: readonly Glyph[], piece: readonly Glyph[], room: number, measure: Measure): number {
  const whole = widthOf(piece, measure.spacing) > measure.rest
  const hole = room - widthOf(line, measure.spacing)
  const latin = piece.every((g) => !g.wide)
  const number = latin && piece.every((g) => /[0-9.,\- ]/.test(g.text))
  if (!whole && (!latin || number || hole < HOLE * measure.rest)) return 0
  let most = 0
  while (most < piece.length && fits([...line, ...piece.slice(0, most + 1)], room, measure.spacing)) most += 1
  if (line.length === 0) most = Math.max(most, 1)
  if (!latin || most === 0) return most
  for (let at = most; at > most / 2; at -= 1) {
    if (/[/?&=._\-@:#%+]/.test(piece[at - 1]!.text)) return at
  }
  return most
}

function trimEnd(glyphs: readonly Glyph[]): Glyph[] {
  let end = glyphs.length
  while (end > 0 && /^[ \u3000]$/.test(glyphs[end - 1]!.text)) end -= 1
  return glyphs.slice(0, end)
}
