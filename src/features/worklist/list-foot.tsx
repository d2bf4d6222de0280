/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { KeyLine } from '#ui/key-hint.tsx'
import { Pager } from '#ui/pager.tsx'
import { countText } from './clock-chips.tsx'
import { LAST_PAGE, listAddress, PAGE_SIZE, type ListQuery } from './list-address.ts'
import { COUNT_CAP } from './list-cases.ts'

interface ListFootProps {
  readonly path: string
  readonly query: ListQuery
  readonly page: number
  /** As counted, at most {@link COUNT_CAP}. */
  readonly many: number
  /** Another page follows. */
  readonly more: boolean
  /** 按最晚答复日排 */
  readonly order: string
}

/** Below a list: its pages, its keys, how many there are. How many pages there are is told where all were counted. */
export function ListFoot({ path, query, page, many, more, order }: ListFootProps) {
  const atEnd = more && page >= LAST_PAGE
  return (
    <>
      <Pager
        page={page}
        pages={many < COUNT_CAP ? Math.max(1, Math.ceil(many / PAGE_SIZE)) : null}
        more={more && !atEnd}
        href={(to) => listAddress(path, query, { page: String(to) })}
        note={atEnd && `只翻到前${LAST_PAGE * PAGE_SIZE}件，再多请筛选`}
      />
      <KeyLine
        hints={[
          { keys: 'J K', label: '下一件、上一件' },
          { keys: 'Enter', label: '打开' },
          { keys: 'F', label: '筛选' },
          { keys: '/', label: '查找' },
          { keys: '?', label: '全部快捷键' },
        ]}
        end={`${countText(many)}件，${order}`}
      />
    </>
  )
}
