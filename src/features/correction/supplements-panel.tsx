/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { casePath, type CaseView } from '#features/desk/index.ts'
import type { UploadView } from '#features/uploads/index.ts'
import { formatShort } from '#law/civil-date.ts'
import type { StaffCtx } from '#store/context.ts'
import { Badge } from '#ui/badge.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'
import { readNotice } from './read-notice.ts'
import { supplementsOf, type Supplement } from './supplements.ts'

interface Props {
  readonly ctx: StaffCtx
  readonly view: CaseView
  /** Papers of the case, to name those that came with a supplement. */
  readonly papers: readonly UploadView[]
}

/** 补正: what was asked, until when, and what the applicant sent. Nothing where no correction was asked for. */
export async function SupplementsPanel({ ctx, view, papers }: Props) {
  const { correction } = view.state
  const came = await supplementsOf(ctx.db, ctx, view)
  if (correction === null && came.length === 0) return null
  const notice = correction && (await readNotice(ctx.db, correction.letterId))
  return (
    <Panel title="补正" meta={correction === null ? undefined : `${nearDate(correction.requestedOn, ctx.today)}告知，${nearDate(correction.respondBy, ctx.today)}以前补正`} end={<Standing view={view} today={ctx.today} />}>
      {notice && <DefinitionList tight items={[{ term: '要补的', value: <ol class="zx-numbered">{notice.items.map((item) => <li>{item}</li>)}</ol> }]} />}
      {came.map((one) => <Came one={one} view={view} papers={papers.filter(({ id }) => one.papers.includes(id))} />)}
    </Panel>
  )
}

function Standing({ view, today }: { view: CaseView; today: Props['ctx']['today'] }) {
  const { correction, lateCorrection } = view.state
  if (correction === null) return null
  if (correction.receivedOn !== null) return <Badge tone="green" shape="tick">已补正</Badge>
  if (lateCorrection?.refused === null) return <Badge tone="amber" shape="triangle">逾期补正，等认定</Badge>
  if (lateCorrection) return <Badge tone="done">理由未认可</Badge>
  return today > correction.respondBy ? <Badge tone="red" shape="octagon">逾期未补正</Badge> : <Badge tone="paused" shape="bars">等补正</Badge>
}

function Came({ one, view, papers }: { one: Supplement; view: CaseView; papers: readonly UploadView[] }) {
  const { content, byStaff } = one
  const refused = view.state.lateCorrection?.supplementId === one.id ? view.state.lateCorrection.refused : null
  return (
    <DefinitionList
      tight
      items={[
        { term: '收到', value: `${formatShort(one.receivedOn)}，${byStaff ? '纸上来的，窗口录入' : '申请人网上补正'}` },
        { term: '内容', value: <span class="zx-typed">{content?.text ?? '已经按规定清除'}</span> },
        content?.lateReason != null && { term: byStaff ? '正当理由' : '逾期的理由', value: content.lateReason },
        refused !== null && { term: '不认可', value: refused },
        papers.length > 0 && { term: '材料', value: <>{papers.map((paper, index) => <>{index > 0 && '、'}{paper.scan === 'found' || paper.scan === 'waiting' ? paper.name : <a href={casePath(view.row.number, `files/${paper.id}`)}>{paper.name}</a>}</>)}</> },
      ]}
    />
  )
}
