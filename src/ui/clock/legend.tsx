/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { cx } from '../class-names.ts'

const ENTRIES = [
  { kind: 'counted', sample: 'zx-cell-counted', desk: '已计入', portal: '已过的工作日' },
  { kind: 'ahead', sample: 'zx-cell-ahead', desk: '未到', portal: '还没到的工作日' },
  { kind: 'receipt', sample: 'zx-cell-receipt', desk: '', portal: '收到日，不计' },
  { kind: 'origin', sample: 'zx-cell-receipt', desk: '重新起算的那天，不计', portal: '重新起算的那天，不计' },
  { kind: 'make_up', sample: 'zx-cell-counted zx-cell-make-up', desk: '调休上班，计入', portal: '调休上班，计入' },
  { kind: 'excluded', sample: 'zx-cell-excluded', desk: '不计', portal: '不计' },
  { kind: 'extension', sample: 'zx-cell-ahead zx-cell-extension', desk: '延长部分', portal: '延长的工作日' },
  { kind: 'late', sample: 'zx-cell-late', desk: '超期', portal: '超过期限' },
  { kind: 'gap', sample: 'zx-dot', desk: '周末、假日', portal: '周末、假日，不计' },
  { kind: 'today', sample: 'zx-sample-today', desk: '今天', portal: '今天' },
  { kind: 'due', sample: 'zx-sample-due', desk: '最晚答复日', portal: '' },
] as const

function wordOf(entry: (typeof ENTRIES)[number], kinds: ReadonlySet<string>, words: 'desk' | 'portal', excluded: string): string {
  if (entry.kind === 'excluded' && excluded !== '') return `${excluded}，不计`
  return entry.kind === 'ahead' && words === 'portal' && !kinds.has('counted') ? '工作日（数字是第几日）' : entry[words]
}

/** Explains only the kinds of cell that occur; `excluded` names why days are not counted. */
export function Legend({ kinds, excluded = '', words = 'desk' }: { kinds: ReadonlySet<string>; excluded?: string; words?: 'desk' | 'portal' }) {
  const shown = ENTRIES.filter((entry) => kinds.has(entry.kind) && entry[words] !== '')
  return (
    <ul class="zx-legend" aria-hidden="true">
      {shown.map((entry) => (
        <li>
          <span class={cx('zx-sample', entry.sample)}></span>
          {wordOf(entry, kinds, words, excluded)}
        </li>
      ))}
    </ul>
  )
}
