/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Outcome } from '#case/outcome.ts'
import { mayDo } from '#case/permission.ts'
import { casePath } from '#features/desk/index.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { Csrf, errorOf, HiddenField, TextArea } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { namesOf } from './next-person.ts'
import { lockedParts } from './reply-props.ts'
import type { SignOffAction, SignOffProps } from './sign-off-props.ts'

/** 审核 or 签发, and 退回; what this person must not do stays, with its reason. */
export function SignOffForms(props: SignOffProps) {
  const { ctx, draft } = props
  const issuing = draft.view.state.status === 'awaiting_issue'
  const forward = mayDo(issuing ? 'issue' : 'approve_draft', ctx.actor, draft.view.state)
  return (
    <Panel title={issuing ? '签发' : '审核'} edge="primary">
      {issuing ? <Issue {...props} may={forward} /> : <Approve {...props} may={forward} />}
      <Return {...props} may={mayDo('return_draft', ctx.actor, draft.view.state)} opened={!forward.ok || props.typed['do'] === 'return'} />
    </Panel>
  )
}

type FormProps = SignOffProps & { readonly may: Outcome }

function Form({ act, csrf, version, draft, children }: SignOffProps & { act: SignOffAction; children: Child }) {
  const { number } = draft.view.row
  return (
    <form method="post" action={casePath(number, 'signoff')}>
      <Csrf token={csrf} />
      <HiddenField name="version" value={version} />
      <HiddenField name="do" value={act} />
      {children}
    </form>
  )
}

function WhyNot({ may }: { may: Outcome }) {
  return may.ok ? null : <p class="zx-why-not">{may.refusal.message} <Cite of={may.refusal.cite ?? null} /></p>
}

function Approve(props: FormProps) {
  const { may, issuers, errors, typed } = props
  const next = issuers.length === 0 ? '现在没有能签发的人：拟过稿、审过稿的人不能签发。请系统管理员补设签发人。' : `同意后交给：${namesOf(issuers)}签发、编号。`
  return (
    <Form {...props} act="approve">
      <p>{next}</p>
      {may.ok && <TextArea name="comment" label="审核意见" mark="可不填" rows={2} max={1000} value={typed['comment'] ?? ''} error={errorOf(errors, 'comment')} />}
      <div class="zx-buttons zx-sign-buttons">
        <Button kind="primary" disabled={!may.ok} {...(may.ok ? { keys: 'Ctrl Enter' } : {})}>审核同意</Button>
        <WhyNot may={may} />
      </div>
    </Form>
  )
}

function Issue(props: FormProps) {
  const { may, draft } = props
  const { numberSeries } = lockedParts({ ...draft.material.source, signed: null })
  return (
    <Form {...props} act="issue">
      <p>签发时编号，排在“{numberSeries}”这一年的下一号；签发以后答复书生成PDF，存进案卷，不再改动，由公开办或者窗口送达。</p>
      <div class="zx-buttons zx-sign-buttons">
        <Button kind="primary" disabled={!may.ok} {...(may.ok ? { keys: 'Ctrl Enter' } : {})}>签发</Button>
        <WhyNot may={may} />
      </div>
    </Form>
  )
}

/** The reason is asked where one can return it; folded, so that the way forward stands alone. */
function Return(props: FormProps & { readonly opened: boolean }) {
  const { may, errors, typed, opened } = props
  if (!may.ok) return <div class="zx-buttons zx-return"><Button kind="danger" disabled>退回修改</Button><WhyNot may={may} /></div>
  return (
    <details class="zx-return" open={opened}>
      <summary>退回修改</summary>
      <Form {...props} act="return">
        <TextArea name="reason" label="退回理由" help="写清要改哪里，拟稿人照着改" rows={3} max={1000} value={typed['reason'] ?? ''} error={errorOf(errors, 'reason')} />
        <div class="zx-buttons zx-sign-buttons"><Button kind="danger">退回修改</Button></div>
      </Form>
    </details>
  )
}
