/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { mayDo } from '#case/permission.ts'
import { casePath, CaseTop, type CaseView } from '#features/desk/index.ts'
import { UPLOAD_PURPOSES, UploadField, type UploadView } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, errorOf, ErrorSummary, Radios } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'

interface AttachPageProps {
  readonly ctx: StaffCtx
  readonly view: CaseView
  readonly purpose: string
  readonly staged: readonly UploadView[]
  readonly errors: readonly FieldError[]
  readonly csrf: string
}

const CHOICES = Object.entries(UPLOAD_PURPOSES).map(([value, label]) => ({ value, label }))

/** What kind of paper, which files; those that were good are kept while the others are mended. */
export function AttachPage({ ctx, view, purpose, staged, errors, csrf }: AttachPageProps) {
  const path = casePath(view.row.number)
  const may = mayDo('attach', ctx.actor, view.state)
  return (
    <>
      <ErrorSummary errors={errors} />
      <CaseTop view={view} today={ctx.today} />
      {!may.ok && <Notice tone="red" title="不能添加材料" live><p>{may.refusal.message}</p></Notice>}
      <Columns kind="case">
        <Panel title="添加材料" meta="存进案卷，谁什么时候添加都有记录">
          <form method="post" action={`${path}/attach`} enctype="multipart/form-data">
            <Csrf token={csrf} />
            <Radios name="purpose" label="材料种类" columns={2} value={purpose} options={CHOICES} error={errorOf(errors, 'purpose')} />
            <UploadField name="files" label="文件" errors={errors} kept={staged} />
            <Buttons>
              <Button kind="primary" disabled={!may.ok}>存进案卷</Button>
              <Button href={path}>返回案件</Button>
            </Buttons>
          </form>
        </Panel>
        <Stack as="aside">
          <Notice title="存进去就不能删">
            <p>文件加密保存，SHA-256记进案件经过。身份证明和授权委托书要写事由才能打开。</p>
          </Notice>
        </Stack>
      </Columns>
    </>
  )
}
