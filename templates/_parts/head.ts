import type { FontBook } from '../_fonts/book.ts'
import type { HeadProps } from './blocks.tsx'
import { AREA, BOX_ASCENT, DOUBLE_LINE, type Grid, LETTER, LINE_TO_NUMBER, PAGE, SIZE, STANDARD } from './geometry.ts'
import { breakLines, setGlyphs, widthOf } from './lines.ts'
import { type Placed, placedWidth, placeText } from './rows.ts'

/** Text placed on the page: x from the left edge of the 版心, baseline from the top edge of the paper. */
export interface Line extends Placed {
  readonly baseline: number
}

/** The first page above the text. */
export interface Head {
  readonly name: Line
  /** Horizontal scale of the name; below 1 only for names too long for the page. */
  readonly nameScale: number
  readonly ruleTop: number
  readonly number: Line
  readonly title: readonly Line[]
  /** Where the first row of the text begins, and how many rows fit below it. */
  readonly textTop: number
  readonly textLines: number
}

const NAME = { size: 36, least: 26, tracking: 0.12, narrowest: 0.6 } as const
const TITLE_PITCH = 33

/** Lays out 信函格式 10.1: name, double line, number, title. */
export function layoutHead({ agency, number, title, dense }: HeadProps, book: FontBook, grid: Grid): Head {
  const { size, pitch } = STANDARD
  const { placed, scale } = nameOf(agency, book)
  const inks = placed.glyphs.map((g) => g.face.ink(g.text.codePointAt(0)!))
  const baseline = LETTER.nameTop + Math.max(...inks.map((i) => i.top)) * placed.size
  const ruleTop = baseline - Math.min(...inks.map((i) => i.bottom)) * placed.size + LETTER.nameToLine
  const boxTop = ruleTop + DOUBLE_LINE + LINE_TO_NUMBER
  const numberText = placeText(number, 'body', 0, book, STANDARD)
  const titleTop = boxTop + size + (pitch - size) / 2 + (dense === true ? 1 : 2) * pitch
  const titleLines = titleOf(title, titleTop, book)
  const textTop = titleTop + titleLines.length * TITLE_PITCH + grid.pitch
  return {
    name: { ...placed, baseline },
    nameScale: scale,
    ruleTop,
    number: { ...numberText, x: AREA.width - placedWidth(numberText), baseline: boxTop + size * BOX_ASCENT },
    title: titleLines,
    textTop,
    textLines: Math.floor((AREA.bottom - textTop + 0.01) / grid.pitch),
  }
}

/** The red name, spaced a little; a long name loses the spacing, then size, then width, and stays within the 版心. */
function nameOf(agency: string, book: FontBook): { placed: Placed; scale: number } {
  const natural = widthOf(setGlyphs([{ text: agency, role: 'title' }], 1, book), 0)
  const count = [...agency].length
  const spaced = natural + (count - 1) * NAME.tracking
  const loose = spaced * NAME.size <= AREA.width
  const size = loose ? NAME.size : Math.max(NAME.least, Math.min(NAME.size, AREA.width / natural))
  const tracking = loose ? NAME.tracking * size : Math.max(0, (AREA.width - natural * size) / Math.max(1, count - 1))
  const glyphs = setGlyphs([{ text: agency, role: 'title' }], size, book)
  const placed: Placed = { x: 0, size, glyphs, gaps: glyphs.map(() => tracking) }
  const width = placedWidth(placed)
  const scale = Math.min(1, Math.max(NAME.narrowest, AREA.width / width))
  return { placed: { ...placed, x: (AREA.width - width) / 2 }, scale }
}

/** 2号, centred; a long title goes on below in lines of about equal length. */
function titleOf(title: string, top: number, book: FontBook): Line[] {
  const inlines = [{ text: title, role: 'title' as const }]
  const whole = widthOf(setGlyphs(inlines, SIZE.title, book), 0)
  const count = Math.ceil(whole / AREA.width)
  const width = count === 1 ? AREA.width : Math.min(AREA.width, whole / count + 2 * SIZE.title)
  const lines = breakLines(inlines, { size: SIZE.title, first: width, rest: width, spacing: 0 }, book)
  return lines.map(({ glyphs }, i) => {
    const placed = { x: 0, size: SIZE.title, glyphs, gaps: glyphs.map(() => 0) }
    const box = top + i * TITLE_PITCH + (TITLE_PITCH - SIZE.title) / 2
    return { ...placed, x: (AREA.width - placedWidth(placed)) / 2, baseline: box + SIZE.title * BOX_ASCENT }
  })
}

/** Top of the foot line: thin over thick, its lower edge 20 mm from the foot of the paper. */
export const FOOT_TOP = PAGE.height - LETTER.footFromBottom - DOUBLE_LINE
