/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { yearOf, type CivilDate } from '#law/civil-date.ts'
import { tableDate } from '#features/desk/index.ts'
import type { StaffCtx } from '#store/context.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, HiddenField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { DataTable, type Column } from '#ui/table.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import type { ChangeRequest } from './change.schema.ts'
import { dayRuns, type DayRun } from './day-runs.ts'
import { runText } from './holiday-runs.ts'
import type { CasePreview, ChangePreview } from './preview-change.ts'

interface PreviewPageProps {
  readonly ctx: StaffCtx
  readonly preview: ChangePreview
  readonly authorities: readonly Authority[]
  readonly csrf: string
}

/** What would change, before anything does: the sum, the days, the first cases, and the button that does it. */
export function PreviewPage({ ctx, preview, authorities, csrf }: PreviewPageProps) {
  const { plan, days, total, first } = preview
  if (plan.unchanged) {
    return (
      <Notice title="日历已经是这样，没有要改的">
        <p>{plan.kind === 'import' ? '这些年份的安排和正在用的一样，再导入一次什么也不会做。' : '这一条已经办过了。'}</p>
        <div class="zx-buttons"><Button href="/desk/calendar">返回日历</Button></div>
      </Notice>
    )
  }
  return (
    <>
      {plan.warnings.length > 0 && (
        <Notice tone="amber" title={`请对照原文，有${plan.warnings.length}处不寻常`}><ul>{plan.warnings.map((text) => <li>{text}</li>)}</ul></Notice>
      )}
      <Panel title={sumTitle(preview)} edge="primary" meta="还没有改">
        <p>{sumText(preview)}</p>
        <form method="post" action="/desk/calendar/confirm">
          <Csrf token={csrf} />
          <HiddenField name="request" value={JSON.stringify(preview.request)} />
          <HiddenField name="digest" value={preview.digest} />
          <Buttons>
            <Button kind="primary">{CONFIRM[plan.kind]}</Button>
            {plan.kind !== 'revocation' && <Button formaction="/desk/calendar/edit">回去修改</Button>}
            <Button href="/desk/calendar">不改了，返回日历</Button>
          </Buttons>
        </form>
      </Panel>
      <Columns kind="case">
        <Stack>
          <Panel title="要重新计算的在办案件" meta={total > 0 ? byAuthority(preview) : undefined} foot={total > first.length ? `只列前${first.length}件，一共${total}件` : undefined} flush>
            <DataTable caption="要重新计算的在办案件" columns={caseColumns(authorities, ctx.today)} rows={first} empty="没有" />
          </Panel>
        </Stack>
        <Stack as="aside">
          <Panel title="上班、休息对换的日子" meta={`${days.length}天${plan.kind === 'import' ? '，和现在用的比' : ''}`} flush>
            <DataTable caption="上班、休息对换的日子" columns={dayColumns(plan.years)} rows={dayRuns(days)} empty="没有" />
          </Panel>
        </Stack>
      </Columns>
    </>
  )
}

const CONFIRM: Readonly<Record<ChangeRequest['kind'], string>> = { import: '导入并重新计算', day_off: '登记并重新计算', revocation: '撤销并重新计算' }

function sumTitle({ plan }: ChangePreview): string {
  return plan.kind === 'import' ? `导入${plan.years.map((year) => `${year}年`).join('、')}放假安排` : plan.reason
}

function sumText({ total, moved, plan }: ChangePreview): string {
  if (total === 0) return '没有在办案件的期限会变。'
  const told = '的最晚答复日会变，承办人有提醒，回执上写过日期的申请人能在进度页看到新日期和原因'
  const kept = `日期不变，只${plan.kind === 'import' ? '是不再标“推算”' : '改“推算”的标记或者补正告知的日期'}`
  if (moved === total) return `${total}件在办案件${told}。`
  if (moved === 0) return `${total}件在办案件${kept}。`
  return `${total}件在办案件要重新计算：${moved}件${told}；${total - moved}件${kept}。`
}

function byAuthority({ byAuthority: counts }: ChangePreview): string {
  return counts.map(({ name, count }) => `${name}${count}件`).join('、')
}

/** Years are said where they are not the one that the change is about. */
function dayColumns([year]: readonly number[]): Column<DayRun>[] {
  return [
    { key: 'days', head: '日子', cell: ({ first, last }) => <>{yearOf(first) !== year && `${yearOf(first)}年`}{runText({ first, last })}</> },
    { key: 'after', head: '改为', tight: true, cell: ({ working, makeUp }) => <b>{working ? (makeUp ? '调休上班' : '上班') : '放假'}</b> },
    { key: 'name', head: '节日', cell: ({ name }) => name ?? '' },
  ]
}

function caseColumns(authorities: readonly Authority[], today: CivilDate): Column<CasePreview>[] {
  const day = (date: CivilDate | null, provisional: boolean) => (date === null ? <span class="zx-meta">期限不走</span> : <>{tableDate(date, today)}{provisional && <span class="zx-meta">（推算）</span>}</>)
  return [
    { key: 'number', head: '编号', tight: true, cell: ({ number }) => <b>{number}</b> },
    { key: 'authority', head: '机关', tight: true, cell: ({ authorityId }) => authorities.find(({ id }) => id === authorityId)?.shortName ?? authorityId },
    { key: 'old', head: '现在最晚答复', tight: true, cell: ({ oldDueOn, wasProvisional }) => day(oldDueOn, wasProvisional) },
    { key: 'new', head: '改为', tight: true, cell: (one) => (one.oldDueOn === one.newDueOn ? <span class="zx-meta">不变{one.provisional ? '' : '，不再推算'}</span> : <b>{day(one.newDueOn, one.provisional)}</b>) },
    { key: 'handler', head: '承办人', cell: ({ handlerName }) => handlerName ?? <span class="zx-meta">待分办</span> },
  ]
}
