import type { Outcome } from '#law/refusal.ts'

/** One sheet as text: `rows[0]` is line 1 as the spreadsheet counts. Cells are trimmed; days are `YYYY-MM-DD`. */
export interface TableSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** A spreadsheet or a text file of columns, without hidden sheets and without sheets that hold nothing. */
export interface Table {
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly TableSheet[]
}

/** Reads what people hand in. Null where a runtime has none (Cloudflare Workers). */
export interface TableReader {
  /** Every fault of the file is a refusal that says what to do. */
  read(bytes: Uint8Array): Promise<Outcome<{ readonly table: Table }>>
}

/** The largest file, in bytes. */
export const TABLE_BYTES = 10 * 1024 * 1024
/** The most lines of one sheet, head included. */
export const TABLE_ROWS = 20_000
export const TABLE_COLUMNS = 100
/** The longest text of a cell that is kept; the rest is never read by anybody. */
export const TABLE_CELL = 5_000
