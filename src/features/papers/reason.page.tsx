/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { mayDo } from '#case/permission.ts'
import { casePath, CaseTop, type CaseView } from '#features/desk/index.ts'
import { describeUpload, UPLOAD_PURPOSES, type UploadView } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, errorOf, ErrorSummary, TextField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'

interface ReasonPageProps {
  readonly ctx: StaffCtx
  readonly view: CaseView
  readonly paper: UploadView
  readonly reason: string
  readonly errors: readonly FieldError[]
  readonly csrf: string
}

/** Before a paper opens that shows who somebody is: why? */
export function ReasonPage({ ctx, view, paper, reason, errors, csrf }: ReasonPageProps) {
  const path = casePath(view.row.number)
  const may = mayDo('open_personal_data', ctx.actor, view.state)
  return (
    <>
      <ErrorSummary errors={errors} />
      <CaseTop view={view} today={ctx.today} />
      {!may.ok && <Notice tone="red" title="不能打开这份材料" live><p>{may.refusal.message}</p></Notice>}
      <Columns kind="case">
        <Panel title={paper.name} meta={`${UPLOAD_PURPOSES[paper.purpose]}，${describeUpload(paper)}`}>
          <form method="post" action={`${path}/files/${paper.id}`}>
            <Csrf token={csrf} />
            <TextField name="reason" label="查看事由" help="例如：核对委托权限" value={reason} error={errorOf(errors, 'reason')} autocomplete="off" />
            <Buttons>
              <Button kind="primary" disabled={!may.ok}>下载</Button>
              <Button href={path}>返回案件</Button>
            </Buttons>
          </form>
        </Panel>
        <Stack as="aside">
          <Notice title="谁看过，都有记录">
            <p>您的姓名、时间和事由写进案件经过，不能删改。</p>
          </Notice>
        </Stack>
      </Columns>
    </>
  )
}
