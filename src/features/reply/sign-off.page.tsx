/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { CivilDate } from '#law/civil-date.ts'
import { casePath, CaseTop, decisionName, momentText } from '#features/desk/index.ts'
import { Article, Cite } from '#ui/cite.tsx'
import { Button } from '#ui/button.tsx'
import { clockSentence } from '#ui/clock/index.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { ErrorSummary } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { groundCites } from './draft-editor.tsx'
import { submissions } from './draft-view.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { lockedParts } from './reply-props.ts'
import { SignOffForms } from './sign-off-forms.tsx'
import type { SignOffProps } from './sign-off-props.ts'

/** 审签: what can be done first, then what it rests on and what changed; the letter as it will be sent beside it. */
export function SignOffPage(props: SignOffProps) {
  const { ctx, draft, changes, errors, refusal, available } = props
  const { view, saved } = draft
  const { number } = view.row
  return (
    <>
      <CaseTop view={view} today={ctx.today} />
      <ErrorSummary errors={errors} />
      {refusal && <Notice tone="red" title="没有办成" live><p>{refusal.message} <Cite of={refusal.cite ?? null} /></p></Notice>}
      <Columns kind="letter">
        <Stack>
          <SignOffForms {...props} />
          <Panel title="这份答复"><DefinitionList items={facts(props)} /></Panel>
          <ChangesPanel changes={changes} />
        </Stack>
        <Stack>
          <PreviewPanel number={number} available={available} meta={saved === null ? '还没有存过' : `第${saved.revision}稿，照这样送出`} />
        </Stack>
      </Columns>
    </>
  )
}

function facts({ ctx, draft }: SignOffProps): readonly { readonly term: string; readonly value: Child }[] {
  const { view, material } = draft
  const { state, clock, events } = view
  const { decision } = material.source.state
  const { before, date, after, cites } = clockSentence(clock, ctx.today)
  const approval = events.findLast(({ event }) => event.type === 'draft_approved')
  const remedy = lockedParts({ ...material.source, signed: null }).remedyClause
  return [
    { term: '处理决定', value: <><b>{decisionName(decision.code)}</b> <Cite of={groundCites(material)} />{decision.groundText !== null && <Article>{decision.groundText}</Article>}</> },
    { term: '为什么', value: <span class="zx-typed">{decision.reason}</span> },
    { term: '救济', value: remedy ?? '申请人自己撤回的，不告知救济' },
    { term: '期限', value: <>{before}<b>{date}</b>{after} <Cite of={cites} /></> },
    { term: '拟稿', value: drafted(events, ctx.today) },
    ...(state.status === 'awaiting_issue' && approval?.event.type === 'draft_approved'
      ? [{ term: '审核', value: `${approval.actorName}${momentText(approval.recordedAt, ctx.today)}同意${approval.event.comment === null ? '' : `：${approval.event.comment}`}` }]
      : []),
  ]
}

/** Everybody who wrote on it, and who sent it when. */
function drafted(events: SignOffProps['draft']['view']['events'], today: CivilDate): string {
  const names = [...new Set(events.flatMap(({ event, actorName }) => (event.type === 'draft_saved' ? [actorName] : [])))]
  const sent = submissions(events)[0]
  if (!sent) return names.join('、')
  const by = names.length === 1 && names[0] === sent.actorName ? '，' : `；${sent.actorName}`
  return `${names.join('、')}${by}${momentText(sent.recordedAt, today)}送审第${sent.revision}稿`
}

/** In place of the page: there is nothing to sign off yet, or no longer. */
export function NothingToSignOff({ number, why }: { number: string; why: string }) {
  return (
    <Notice tone="amber" title="现在没有要审签的">
      <p>{why}。</p>
      <div class="zx-buttons"><Button kind="primary" href="/desk/signoff">看别的待审签</Button><Button href={casePath(number)}>返回案件</Button></div>
    </Notice>
  )
}
