/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { casePath, momentText } from '#features/desk/index.ts'
import { sizeText, UPLOAD_PURPOSES, type UploadView } from '#features/uploads/index.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { Badge } from '#ui/badge.tsx'
import { Panel } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'

interface PapersPanelProps {
  readonly number: string
  readonly papers: readonly UploadView[]
  readonly mayAttach: boolean
  readonly today: CivilDate
}

/** 卷内文件: what the applicant and the office have put into the file. */
export function PapersPanel({ number, papers, mayAttach, today }: PapersPanelProps) {
  const columns: Column<UploadView>[] = [
    { key: 'name', head: '文件', cell: (paper) => <Name number={number} paper={paper} /> },
    { key: 'purpose', head: '种类', tight: true, cell: ({ purpose }) => UPLOAD_PURPOSES[purpose] },
    { key: 'pages', head: '页数', numeric: true, cell: ({ pages }) => `${pages}页` },
    { key: 'size', head: '大小', numeric: true, cell: ({ size }) => sizeText(size) },
    { key: 'added', head: '添加', cell: ({ addedByName, createdAt }) => <>{addedByName}<br /><span class="zx-meta">{momentText(createdAt, today)}</span></> },
  ]
  return (
    <Panel title="卷内文件" meta={`${papers.length}份`} end={mayAttach ? <a href={casePath(number, 'attach')}>添加材料</a> : undefined} flush>
      <DataTable caption="卷内文件" columns={columns} rows={papers} empty="还没有材料" />
    </Panel>
  )
}

/** SHA-256 by its first eight digits; all of it when pointed at, and in the API. */
function Name({ number, paper }: { number: string; paper: UploadView }) {
  const digest = <p class="zx-meta" title={paper.sha256}>SHA-256 {paper.sha256.slice(0, 8)}…</p>
  if (paper.scan === 'found') return <>{paper.name} <Badge tone="red" shape="octagon">查到病毒，已隔离</Badge>{digest}</>
  if (paper.scan === 'waiting') return <>{paper.name} <Badge tone="paused" shape="bars">等待病毒检查</Badge>{digest}</>
  return <><a href={casePath(number, `files/${paper.id}`)}>{paper.name}</a>{digest}</>
}
