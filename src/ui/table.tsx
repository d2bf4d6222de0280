/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { cx } from './class-names.ts'

export interface Column<Row> {
  readonly key: string
  readonly head: Child
  readonly cell: (row: Row) => Child
  readonly numeric?: boolean
  /** Does not break: dates, numbers, badges. */
  readonly tight?: boolean
  /** At most two lines, then "…". */
  readonly clamp?: boolean
  /** Header is a link that sorts by this column. */
  readonly sortHref?: string
  readonly sorted?: 'ascending' | 'descending'
}

export interface DataTableProps<Row> {
  readonly caption: string
  /** Show the caption, or keep it for assistive technology only. */
  readonly captionVisible?: boolean
  readonly columns: ReadonlyArray<Column<Row>>
  readonly rows: readonly Row[]
  readonly rowKey?: (row: Row) => string
  /** Address that Enter opens; rows with it take part in J K. */
  readonly rowHref?: (row: Row) => string
  /** Adds a column of boxes with this name; the table then belongs in a form. */
  readonly select?: { readonly name: string; readonly value: (row: Row) => string; readonly label: (row: Row) => string; readonly checked?: (row: Row) => boolean; readonly form?: string }
  readonly selected?: (row: Row) => boolean
  readonly empty?: Child
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const arrow = column.sorted === undefined ? null : <span aria-hidden="true">{column.sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
  return (
    <th scope="col" class={cx(column.numeric && 'zx-num')} aria-sort={column.sorted}>
      {column.sortHref === undefined ? column.head : <a href={column.sortHref}>{column.head}</a>}
      {arrow}
    </th>
  )
}

/** A list as a table: numbers right, one sorted column, rows reached by keys where they have an address. Scrolls inside itself. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionVisible, columns, rows, rowKey, rowHref, select, selected, empty } = props
  const width = columns.length + (select === undefined ? 0 : 1)
  return (
    <div class="zx-scroll-x" tabindex={0} role="group" aria-label={caption}>
      <table class={cx('zx-table', columns.length > 5 && 'zx-table-wide')} data-list={rowHref === undefined ? undefined : ''}>
        <caption class={captionVisible ? undefined : 'zx-sr'}>{caption}</caption>
        <thead>
          <tr>
            {select !== undefined && <th scope="col" class="zx-col-check"><span class="zx-sr">选择</span></th>}
            {columns.map((column) => <Head column={column} />)}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <tr><td colspan={width} class="zx-row-quiet">{empty ?? '没有'}</td></tr>}
          {rows.map((row) => (
            <tr class={cx(selected?.(row) && 'zx-selected')} id={rowKey?.(row)} data-href={rowHref?.(row)}>
              {select !== undefined && (
                <td class="zx-col-check"><input class="zx-checkbox" type="checkbox" name={select.name} value={select.value(row)} aria-label={select.label(row)} checked={select.checked?.(row)} form={select.form} /></td>
              )}
              {columns.map((column) => (
                <td class={cx(column.numeric && 'zx-num', column.tight && 'zx-tight')}>{column.clamp ? <span class="zx-clamp">{column.cell(row)}</span> : column.cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 已选2件 and what can be done with them; every action ends in "…" and opens a preview. */
export function BulkBar({ count, children, note, end }: { count: number; children: Child; note?: Child; end?: Child }) {
  return (
    <div class="zx-bulk no-print" data-bulk>
      <b aria-live="polite">已选<span data-bulk-count>{count}</span>件</b>
      {children}
      {note && <span class="zx-bulk-note">{note}</span>}
      {end && <span class="zx-push">{end}</span>}
    </div>
  )
}
