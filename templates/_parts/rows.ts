import type { FontBook } from '../_fonts/book.ts'
import type { Role } from '../_fonts/files.ts'
import type { Block } from './collect.ts'
import { AREA, type Grid, MM } from './geometry.ts'
import { breakLines, type Glyph, type Inline, isElastic, type Line, type Measure, setGlyphs, widthOf } from './lines.ts'
import { qrPath } from './qr.ts'

/** A run of glyphs placed in its row. `gaps[i]` follows glyph i. Points; x from the left edge of the 版心. */
export interface Placed {
  readonly x: number
  readonly size: number
  readonly glyphs: readonly Glyph[]
  readonly gaps: readonly number[]
}

/** A vector drawing placed in its row; y from the top of the row. */
export interface Drawing {
  readonly x: number
  readonly y: number
  readonly size: number
  /** SVG path in a square of `modules` units. */
  readonly path: string
  readonly modules: number
}

/** What is set at one height. Rows are whole lines of the grid. */
export interface Row {
  readonly kind: 'text' | 'blank' | 'signature'
  readonly lines: number
  /** `box` places a text within a row of several lines; without it the text is centred in the line. */
  readonly texts: readonly (Placed & { readonly box?: { readonly top: number; readonly height: number } })[]
  readonly drawings?: readonly Drawing[]
}

/** At least 25 mm, so that a telephone reads it from arm's length. */
const CODE_SIZE = 27 * MM

const blank: Row = { kind: 'blank', lines: 1, texts: [] }

/** What every setter needs: fonts and grid. */
interface Setting {
  readonly book: FontBook
  readonly grid: Grid
}

/** Sets blocks in rows, in order. */
export function rowsOf(blocks: readonly Block[], book: FontBook, grid: Grid): Row[] {
  const setting = { book, grid }
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return paragraph(block.inlines, block.indent ? 2 * grid.cell : 0, 0, setting)
      case 'attachments':
        return [blank, ...attachments(block.names, setting)]
      case 'signature':
        return [blank, signature(block, setting)]
    }
  })
}

function paragraph(inlines: readonly Inline[], firstIndent: number, indent: number, { book, grid }: Setting): Row[] {
  const { size, spacing } = grid
  const measure: Measure = { size, spacing, first: AREA.width - firstIndent, rest: AREA.width - indent }
  return breakLines(inlines, measure, book).map((line, i) => {
    const x = i === 0 ? firstIndent : indent
    return { kind: 'text', lines: 1, texts: [place(line, x, AREA.width - x, grid)] }
  })
}

/** More room than this between two characters looks like a mistake; such a line stays ragged. */
const MOST_STRETCH = 3

/** Puts a line at `x`; a full line is spread over `width` by its elastic gaps. */
function place(line: Line, x: number, width: number, { size, spacing }: Grid): Placed {
  const { glyphs } = line
  const elastic = glyphs.map((g, i) => i < glyphs.length - 1 && isElastic(g, glyphs[i + 1]!))
  const count = elastic.filter(Boolean).length
  const each = count === 0 ? 0 : (width - widthOf(glyphs, spacing)) / count
  const extra = each < 0 || (line.full && each <= MOST_STRETCH) ? each : 0
  const gaps = glyphs.map((g, i) => (g.wide ? spacing : 0) + (elastic[i] ? extra : 0))
  return { x, size, glyphs, gaps }
}

/** Text that is not broken, with `spacing` after wide characters. */
export function placeText(
  text: string,
  role: Role,
  x: number,
  book: FontBook,
  { size, spacing }: { readonly size: number; readonly spacing: number },
): Placed {
  const glyphs = setGlyphs([{ text, role }], size, book)
  return { x, size, glyphs, gaps: glyphs.map((g) => (g.wide ? spacing : 0)) }
}

/** Ink width of placed text: its last gap is not part of it. */
export function placedWidth(p: Placed): number {
  return p.glyphs.reduce((sum, g, i) => sum + g.advance + (i < p.glyphs.length - 1 ? p.gaps[i]! : 0), 0)
}

/** 7.3.4: “附件：” two characters in; several are numbered, and a name goes on below its own first character. */
function attachments(names: readonly string[], setting: Setting): Row[] {
  const { book, grid } = setting
  const label = placeText('附件：', 'body', 2 * grid.cell, book, grid)
  const left = 5 * grid.cell
  return names.flatMap((name, i) => {
    const number = names.length === 1 ? null : placeText(`${i + 1}.`, 'body', left, book, grid)
    const widest = placedWidth(placeText(`${names.length}.`, 'body', 0, book, grid))
    const indent = number === null ? left : left + widest + grid.cell / 4
    return paragraph([{ text: name, role: 'body' }], indent, indent, setting).map((row, k) => {
      const marks = k > 0 ? [] : [...(i === 0 ? [label] : []), ...(number === null ? [] : [number])]
      return { ...row, texts: [...marks, ...row.texts] }
    })
  })
}

type SignatureBlock = Extract<Block, { kind: 'signature' }>

/** Name and date at the right; with a QR code at the left the row is as high as the code. */
function signature(block: SignatureBlock, { book, grid }: Setting): Row {
  const agency = placeText(block.agency, 'body', 0, book, grid)
  const date = placeText(block.date, 'body', 0, book, grid)
  const [agencyX, dateX] = signatureX(placedWidth(agency), placedWidth(date), block.sealed, grid.cell)
  const lines = block.code === null ? 2 : Math.max(2, Math.ceil(CODE_SIZE / grid.pitch - 0.01))
  const box = (line: number) => ({ top: line * grid.pitch, height: grid.pitch })
  return {
    kind: 'signature',
    lines,
    texts: [
      { ...agency, x: agencyX, box: box(lines - 2) },
      { ...date, x: dateX, box: box(lines - 1) },
    ],
    drawings:
      block.code === null
        ? []
        : [{ ...qrPath(block.code), x: 2 * grid.cell, y: (lines * grid.pitch - CODE_SIZE) / 2, size: CODE_SIZE }],
  }
}

/** 7.3.5.1 (sealed) or 7.3.5.2: a date longer than the name keeps two characters from the right and pushes the name left. */
function signatureX(agency: number, date: number, sealed: boolean, cell: number): readonly [number, number] {
  const { width } = AREA
  if (sealed) {
    const dateX = width - 4 * cell - date
    return [Math.max(0, Math.min(dateX + (date - agency) / 2, width - agency)), dateX]
  }
  if (date > agency) {
    const dateX = width - 2 * cell - date
    return [dateX - 2 * cell, dateX]
  }
  const agencyX = Math.max(0, width - 2 * cell - agency)
  return [agencyX, Math.min(agencyX + 2 * cell, width - date)]
}
