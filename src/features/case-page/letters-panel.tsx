/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { casePath, tableDate } from '#features/desk/index.ts'
import type { LetterFacts } from '#features/letters/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Badge } from '#ui/badge.tsx'
import { Panel } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'

interface LettersPanelProps {
  readonly number: string
  readonly letters: readonly LetterFacts[]
  /** Letter that was delivered, if one was. */
  readonly delivered: string | null
  readonly today: CivilDate
}

/** 文书: every letter of the case with where it stands; one that could not be made says why. */
export function LettersPanel({ number, letters, delivered, today }: LettersPanelProps) {
  const columns: Column<LetterFacts>[] = [
    { key: 'title', head: '文书', cell: (letter) => <Title number={number} letter={letter} /> },
    { key: 'number', head: '文号', cell: (letter) => letter.documentNumber ?? '不编号' },
    { key: 'date', head: '日期', tight: true, cell: (letter) => tableDate(letter.issuedOn, today) },
    { key: 'pages', head: '页数', numeric: true, cell: (letter) => (letter.pages === null ? '' : `${letter.pages}页`) },
    { key: 'status', head: '状态', tight: true, cell: (letter) => <Standing letter={letter} delivered={delivered === letter.id} /> },
  ]
  return (
    <Panel title="文书" meta={`${letters.length}份`} flush>
      <DataTable caption="文书" columns={columns} rows={letters} empty="还没有文书" />
    </Panel>
  )
}

function Title({ number, letter }: { number: string; letter: LetterFacts }) {
  if (letter.status === 'stored') return <a href={casePath(number, `letters/${letter.id}.pdf`)}>{letter.title}</a>
  return <>{letter.title}{letter.failure !== null && <p class="zx-meta">{letter.failure}</p>}</>
}

function Standing({ letter, delivered }: { letter: LetterFacts; delivered: boolean }) {
  if (delivered) return <Badge tone="green" shape="tick">已送达</Badge>
  if (letter.status === 'stored') return <Badge tone="done">已存</Badge>
  if (letter.status === 'failed') return <Badge tone="red" shape="octagon">失败</Badge>
  return <Badge tone="paused" shape="bars">生成中</Badge>
}
