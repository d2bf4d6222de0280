/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Button, Buttons } from '#ui/button.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { Csrf, ErrorSummary, errorOf, TextArea } from '#ui/form/index.ts'
import { CheckList } from '#ui/lists.tsx'
import type { ActionForm } from './correct.page.tsx'
import { statusPath } from './status-path.ts'
import type { StatusView } from './status-view.ts'

/** 撤回申请: what it means, before it is done. */
export function WithdrawPage({ form, ...view }: StatusView & { form: ActionForm }) {
  const { number, subject, clock, today, state } = view
  const { values, errors, csrf } = form
  return (
    <div class="zx-form-column">
      <ErrorSummary errors={errors} />
      <h1>撤回申请{number}</h1>
      <p>{subject}</p>
      <CheckList items={[
        '撤回以后本局不再办理，不会再有答复',
        clock.dueOn === null ? '答复期限到此为止' : `答复期限（最晚${nearDate(clock.dueOn, today)}）到此为止`,
        '撤回不能反悔。以后还可以重新申请，期限从头数',
        ...(state.fee === null || state.fee.paidOn !== null ? [] : ['收费通知不用再缴']),
      ]} />
      <form method="post" action={statusPath(number, 'withdraw')} novalidate class="zx-form-note">
        <Csrf token={csrf} />
        <TextArea name="reason" label="为什么撤回" mark="可不填" help="不写也可以撤回" rows={3} max={500} value={values['reason'] ?? ''} error={errorOf(errors, 'reason')} />
        <Buttons>
          <Button kind="danger">撤回申请</Button>
          <Button href={statusPath(number)}>不撤回，返回</Button>
        </Buttons>
      </form>
    </div>
  )
}
