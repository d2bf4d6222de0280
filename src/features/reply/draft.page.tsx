/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { mayDo } from '#case/permission.ts'
import { civilDate, formatDate } from '#law/civil-date.ts'
import type { Refusal } from '#law/refusal.ts'
import { casePath, CaseTop, momentText } from '#features/desk/index.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { Csrf, ErrorSummary, HiddenField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { DraftGate } from './draft-gate.tsx'
import { HandOver } from './draft-hand-over.tsx'
import type { DraftPageProps } from './draft-props.ts'
import { lastReturn } from './draft-view.ts'
import { REPLY_TEMPLATE_VERSION } from './letter-of.ts'
import { PreviewPanel } from './preview-panel.tsx'

/** 拟稿: gate and editor left; the letter as it will be printed and who gets it next right. */
export function DraftPage(props: DraftPageProps) {
  const { ctx, draft, gate, changes, errors, refusal, available, unsaved } = props
  const { view, material, saved, parts } = draft
  const { number } = view.row
  const may = mayDo('save_draft', ctx.actor, view.state)
  const readOnly = !may.ok && !unsaved
  const path = casePath(number, 'draft')
  const meta = saved === null ? '还没有存过，照现在的内容' : `第${saved.revision}稿`
  return (
    <>
      <CaseTop view={view} today={ctx.today} />
      <ErrorSummary errors={errors} />
      <Told {...props} />
      <Columns kind="letter">
        <Stack>
          <div id="draft-check"><DraftGate gate={gate} material={material} linked={!readOnly} /></div>
          <Panel title="正文" meta={`模板：${material.letter.title}，${formatDate(civilDate(REPLY_TEMPLATE_VERSION))}版`} end={changes !== null && changes.count > 0 ? <a href="#changes">看修改处（{changes.count}）</a> : undefined}>
            <form method="post" action={path} id="draft" {...(readOnly ? {} : live(path, available))}>
              <Csrf token={props.csrf} />
              <HiddenField name="version" value={props.version} />
              <DraftEditor material={material} parts={parts} errors={errors} readOnly={readOnly} />
            </form>
          </Panel>
          {changes !== null && changes.count > 0 && <ChangesPanel changes={changes} />}
        </Stack>
        <Stack>
          <PreviewPanel number={number} available={available} meta={meta} />
          {may.ok || refusal !== null ? <HandOver {...props} /> : <Notice title="这份稿您只能看"><p>{may.refusal.message} <Cite of={may.refusal.cite ?? null} /></p></Notice>}
        </Stack>
      </Columns>
    </>
  )
}

/** What the script keeps current while somebody types. */
function live(path: string, available: boolean) {
  const check = { 'data-refresh': `${path}/check`, 'data-refresh-target': 'draft-check' }
  return available ? { ...check, 'data-preview': `${path}/preview`, 'data-preview-target': 'letter-preview' } : check
}

/** What the person must know before reading on: why it came back, what was refused, that it is saved. */
function Told({ ctx, draft, refusal, justSaved }: DraftPageProps) {
  const { view, saved } = draft
  const back = lastReturn(view.events)
  return (
    <>
      {refusal && <Notice tone="red" title="没有送出去" live><p>{refusal.message} <Cite of={refusal.cite ?? null} /></p></Notice>}
      {justSaved && saved && <Notice tone="green" title={`第${saved.revision}稿已存好，${momentText(saved.savedAt, ctx.today)}`} live />}
      {back && (
        <Notice tone="amber" title={`${back.actorName}在${momentText(back.recordedAt, ctx.today)}退回修改`}>
          <p class="zx-typed">{back.reason}</p>
        </Notice>
      )}
    </>
  )
}

/** In place of the draft: nothing is decided yet, or the reply has gone out. */
export function NoDraft({ number, refusal, decide }: { number: string; refusal: Refusal; decide: boolean }) {
  return (
    <Notice tone="amber" title="现在没有稿子">
      <p>{refusal.message}。</p>
      <div class="zx-buttons">
        {decide && <Button kind="primary" href={casePath(number, 'decide')}>定处理决定</Button>}
        <Button href={casePath(number)}>返回案件</Button>
      </div>
    </Notice>
  )
}
