/** @jsxImportSource react @jsxRuntime automatic */
import { Document, type DocumentProps } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import type { FontBook } from '../_fonts/book.ts'
import type { LetterDefinition, LetterMetadata } from '../definition.ts'
import type { LetterContent } from './collect.ts'
import { CLOSE, DENSE, type Grid, STANDARD } from './geometry.ts'
import { type Head, layoutHead } from './head.ts'
import { paginate } from './paginate.ts'
import { type Row, rowsOf } from './rows.ts'
import { Sheet } from './sheet.tsx'

/**
 * Sets content in pages. Dates of the file come from the letter, never from the clock: pdfkit derives the file's /ID
 * from them, so the same letter is the same file.
 */
export function LetterDocument(props: {
  readonly definition: LetterDefinition
  readonly metadata: LetterMetadata
  readonly content: LetterContent
  readonly book: FontBook
}): { readonly element: ReactElement<DocumentProps>; readonly pages: number } {
  const { definition, metadata, content, book } = props
  const { head, pages, grid } = fit(content, book)
  const on = new Date(`${metadata.on}T00:00:00+08:00`)
  const element = (
    <Document
      title={`${content.head.title} ${metadata.number}`}
      author={metadata.agency}
      subject={`${definition.code} ${definition.version}`}
      language="zh-CN"
      creator="知悉"
      producer="知悉"
      creationDate={on}
      modificationDate={on}
      pdfVersion="1.7"
    >
      {pages.map((rows, i) => (
        <Sheet key={i} number={i + 1} rows={rows} head={head} book={book} grid={grid} />
      ))}
    </Document>
  )
  return { element, pages: pages.length }
}

interface Layout {
  readonly head: Head
  readonly pages: readonly (readonly Row[])[]
  readonly grid: Grid
}

/** Lines are closed up, and a dense letter set smaller, only where that saves a page. */
function fit(content: LetterContent, book: FontBook): Layout {
  const on = (grid: Grid): Layout => {
    const head = layoutHead(content.head, book, grid)
    return { head, grid, pages: paginate(rowsOf(content.blocks, book, grid), head.textLines, grid.lines) }
  }
  const [usual, other] = content.head.dense === true ? DENSE.map(on) : [STANDARD, CLOSE].map(on)
  return other!.pages.length < usual!.pages.length ? other! : usual!
}
