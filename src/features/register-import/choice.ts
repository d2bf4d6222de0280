import type { Table, TableSheet } from '#platform/tables/table-reader.ts'
import { findHead, headAt, type Head } from './head.ts'
import { guessMapping, type Mapping, type SavedMapping } from './mapping.ts'

/** What the person chose of a file: sheet, line of the head, columns. */
export interface Choice {
  readonly sheet: number
  /** Line of the head, counted from 1. */
  readonly headLine: number
  readonly mapping: Mapping
}

/** A choice together with what it is a choice of. */
export interface Chosen extends Choice {
  readonly rows: TableSheet['rows']
  readonly sheetName: string
  readonly head: Head
}

/** Before anybody chose: the sheet that looks most like a register, its head, and the columns that the heads suggest. */
export function firstChoice({ sheets }: Table, saved: SavedMapping): Choice {
  const guesses = sheets.map(({ rows }, sheet) => {
    const head = findHead(rows) ?? headAt(rows, Math.max(1, rows.findIndex((row) => row.some((cell) => cell !== '')) + 1))
    return { sheet, headLine: head.line, mapping: guessMapping(head, saved) }
  })
  return guesses.toSorted((a, b) => Object.keys(b.mapping).length - Object.keys(a.mapping).length)[0]!
}

/** Another sheet or head: its columns are guessed anew. */
export function choiceAt({ sheets }: Table, sheet: number, headLine: number | null, saved: SavedMapping): Choice {
  const at = sheets[sheet] === undefined ? 0 : sheet
  const { rows } = sheets[at]!
  const head = headLine !== null && headLine >= 1 && headLine <= rows.length ? headAt(rows, headLine) : (findHead(rows) ?? headAt(rows, 1))
  return { sheet: at, headLine: head.line, mapping: guessMapping(head, saved) }
}

export function chosen({ sheets }: Table, choice: Choice): Chosen {
  const { rows, name } = sheets[choice.sheet] ?? sheets[0]!
  return { ...choice, rows, sheetName: name, head: headAt(rows, choice.headLine) }
}
