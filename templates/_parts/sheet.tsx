/** @jsxImportSource react @jsxRuntime automatic */
import { Page, Path, Svg, Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import type { FontBook } from '../_fonts/book.ts'
import { AREA, BOX_ASCENT, DOUBLE_LINE, type Grid, LETTER, MM, PAGE, SIZE } from './geometry.ts'
import { FOOT_TOP, type Head, type Line } from './head.ts'
import { placedWidth, placeText, type Row } from './rows.ts'

/** Kerning and ligatures would move glyphs away from the widths the lines were broken with. */
const AS_MEASURED = { kern: 0, liga: 0, clig: 0 } as unknown as []
const wholeWord = (word: string | null): string[] => [word ?? '']

/** Draws placed text with its baseline where the layout wants it, whatever fonts take part. */
function Placed({ line, color = 'black' }: { readonly line: Line; readonly color?: string }): ReactElement {
  const ascent = Math.max(...line.glyphs.map((g) => g.face.ascent))
  return (
    <Text
      hyphenationCallback={wholeWord}
      style={{
        position: 'absolute',
        left: AREA.left + line.x,
        top: line.baseline - ascent * line.size,
        // Wider than anything set here: react-pdf shall draw the line, not break it again.
        width: 2 * PAGE.width,
        height: 4 * line.size,
        fontSize: line.size,
        color,
        fontFeatureSettings: AS_MEASURED,
      }}
    >
      {runs(line).map((run, i) => (
        <Text key={i} style={{ fontFamily: run.family, letterSpacing: run.gap }}>
          {run.text}
        </Text>
      ))}
    </Text>
  )
}

function runs(line: Line): { text: string; family: string; gap: number }[] {
  const result: { text: string; family: string; gap: number }[] = []
  line.glyphs.forEach((glyph, i) => {
    // Rounded so that equal gaps make one run; the sum over a line stays far below what an eye sees.
    const gap = Math.round(line.gaps[i]! * 1000) / 1000
    const last = result.at(-1)
    if (last?.family === glyph.face.family && last.gap === gap) last.text += glyph.text
    else result.push({ text: glyph.text, family: glyph.face.family, gap })
  })
  return result
}

/** 武文线: a thick and a thin rule, red, 170 mm, centred on the paper. */
function DoubleLine({ top, thickAbove }: { readonly top: number; readonly thickAbove: boolean }): ReactElement {
  const { thick, thin, lineLeft: left, lineWidth: width, red } = LETTER
  const thickTop = thickAbove ? top : top + DOUBLE_LINE - thick
  const thinTop = thickAbove ? top + DOUBLE_LINE - thin : top
  const rule = { position: 'absolute', left, width, backgroundColor: red } as const
  return (
    <>
      <View style={{ ...rule, top: thickTop, height: thick }} />
      <View style={{ ...rule, top: thinTop, height: thin }} />
    </>
  )
}

function HeadOfLetter({ head }: { readonly head: Head }): ReactElement {
  return (
    <>
      <View
        style={{
          position: 'absolute',
          left: 0,
          top: 0,
          width: PAGE.width,
          height: PAGE.height,
          transform: `scale(${head.nameScale}, 1)`,
        }}
      >
        <Placed line={{ ...head.name, x: head.name.x + centreShift }} color={LETTER.red} />
      </View>
      <DoubleLine top={head.ruleTop} thickAbove />
      <Placed line={head.number} />
      {head.title.map((line, i) => (
        <Placed key={i} line={line} />
      ))}
      <DoubleLine top={FOOT_TOP} thickAbove={false} />
    </>
  )
}

/** The name is centred between the double lines, which lie 1 mm left of the middle of the 版心. */
const centreShift = PAGE.width / 2 - (AREA.left + AREA.width / 2)

function Rows({ rows, top, pitch }: { readonly rows: readonly Row[]; readonly top: number; readonly pitch: number }): ReactElement {
  let y = top
  const drawn: ReactElement[] = []
  for (const row of rows) {
    row.texts.forEach((text) => {
      const box = text.box ?? { top: 0, height: pitch }
      const baseline = y + box.top + (box.height - text.size) / 2 + text.size * BOX_ASCENT
      drawn.push(<Placed key={drawn.length} line={{ ...text, baseline }} />)
    })
    for (const d of row.drawings ?? []) {
      drawn.push(
        <Svg
          key={drawn.length}
          viewBox={`0 0 ${d.modules} ${d.modules}`}
          style={{ position: 'absolute', left: AREA.left + d.x, top: y + d.y, width: d.size, height: d.size }}
        >
          <Path d={d.path} fill="black" />
        </Svg>,
      )
    }
    y += row.lines * pitch
  }
  return <>{drawn}</>
}

/** 7.5: 4号 figures between dashes, the dash 7 mm below the 版心, odd pages right, even pages left, one character in. */
function PageNumber({ number, book }: { readonly number: number; readonly book: FontBook }): ReactElement {
  const size = SIZE.page
  const placed = placeText(pageNumberText(number), 'song', 0, book, { size, spacing: 0 })
  const x = number % 2 === 1 ? AREA.width - size - placedWidth(placed) : size
  // The dash lies about a third of the size above the baseline.
  return <Placed line={{ ...placed, x, baseline: AREA.bottom + 7 * MM + size / 3 }} />
}

/** — 2 — */
export function pageNumberText(number: number): string {
  return `— ${number} —`
}

/** One page. The first has the head and, in 信函格式, no page number. */
export function Sheet(props: {
  readonly number: number
  readonly rows: readonly Row[]
  readonly head: Head
  readonly book: FontBook
  readonly grid: Grid
}): ReactElement {
  const { number, rows, head, book, grid } = props
  return (
    // Pages are made here, not by react-pdf; with `wrap` off the page is as high as this one view.
    <Page size={[PAGE.width, PAGE.height]} wrap={false}>
      <View style={{ width: PAGE.width, height: PAGE.height }}>
        {number === 1 && <HeadOfLetter head={head} />}
        <Rows rows={rows} top={number === 1 ? head.textTop : AREA.top} pitch={grid.pitch} />
        {number > 1 && <PageNumber number={number} book={book} />}
      </View>
    </Page>
  )
}
