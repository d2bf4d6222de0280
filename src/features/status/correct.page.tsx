/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { UploadField, type UploadView } from '#features/uploads/index.ts'
import type { Refusal } from '#law/refusal.ts'
import type { FieldError } from '#platform/errors.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { Csrf, ErrorSummary, errorOf, HiddenField, TextArea, TextField } from '#ui/form/index.ts'
import { Notice } from '#ui/todo-panel.tsx'
import { letterHref, statusPath } from './status-path.ts'
import type { StatusView } from './status-view.ts'

/** What an action page is drawn from, besides the case. */
export interface ActionForm {
  readonly csrf: string
  /** The same on every showing of one form: sent twice, it counts once. */
  readonly key: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  readonly kept: readonly UploadView[]
  /** This runtime takes files. */
  readonly takesFiles: boolean
}

/** Why something cannot be done any more, on its own page. */
export function NotNow({ title, refusal, number }: { title: string; refusal: Refusal; number: string }) {
  return (
    <div class="zx-form-column">
      <h1>{title}</h1>
      <Notice tone="amber" title={refusal.message} live>{refusal.cite && <p><Cite of={refusal.cite} form="full" /></p>}</Notice>
      <Buttons><Button kind="primary" href={statusPath(number)}>看现在的进度</Button></Buttons>
    </div>
  )
}

/** 补正: what was asked, the answer, papers; late also why. */
export function CorrectPage({ form, late, ...view }: StatusView & { form: ActionForm; late: boolean }) {
  const { number, correction, today, ifToday } = view
  const { values, errors, csrf, key, kept, takesFiles } = form
  if (correction === null) return null
  const due = ifToday?.dueOn ?? null
  return (
    <div class="zx-form-column">
      <ErrorSummary errors={errors} />
      <h1>{late ? '写明理由并补正' : '补正'}</h1>
      <p class="zx-help">申请{number}。{late ? `补正期限${nearDate(correction.respondBy, today)}已经过了。` : `${nearDate(correction.respondBy, today)}前补正，当天也算。`}</p>
      {correction.notice && (
        <section class="zx-asked">
          <h2>要补的</h2>
          <ol>{correction.notice.items.map((item) => <li>{item}</li>)}</ol>
          <h3>怎样补</h3>
          <p class="zx-typed">{correction.notice.guidance}</p>
        </section>
      )}
      <p><a href={letterHref(number, correction.letterId)}>看补正告知书</a></p>
      <form method="post" action={statusPath(number, 'correct')} enctype="multipart/form-data" novalidate>
        <Csrf token={csrf} />
        <HiddenField name="key" value={key} />
        {late && (
          <TextField name="lateReason" label="逾期的理由" help="为什么没有按时补正，例如住院、出差在外没有看到。理由是不是正当，由本局看" value={values['lateReason'] ?? ''} error={errorOf(errors, 'lateReason')} autocomplete="off" />
        )}
        <TextArea name="text" label="补正的内容" help="照上面要补的，一项一项写" rows={7} max={5000} value={values['text'] ?? ''} error={errorOf(errors, 'text')} />
        {takesFiles && <UploadField name="papers" label="材料" mark="可不填" help="能说清楚的文件、照片。" errors={errors} kept={kept} enter={{ name: 'send', value: 'yes' }} />}
        <Notice title={late ? '交了以后，答复期限不会马上恢复' : '补正只有这一次，请写全再交'}>
          <p>{late
            ? '要等本局看您的理由是不是正当。认可的，从今天的第二天起重新数；不认可的，会告诉您为什么。'
            : `从收到补正的第二天起重新数答复期限。${due === null ? '' : `今天交，最晚${nearDate(due, today)}答复。`}`} <Cite of={art('711', 30)} form="full" /></p>
        </Notice>
        <Buttons>
          <Button kind="primary" name="send" value="yes">{late ? '交给本局看' : '交补正'}</Button>
          <Button href={statusPath(number)}>先不交，返回</Button>
        </Buttons>
      </form>
    </div>
  )
}
