/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { FieldError } from '#platform/errors.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary, HiddenField } from '#ui/form/index.ts'
import { StepBar } from '#ui/steps.tsx'
import { STEP_TITLES, STEPS, type StepKey } from './apply-steps.ts'
import type { Typed } from './draft-store.ts'

/** What every page of the application is made from. */
export interface StepView {
  readonly values: Typed
  readonly errors: readonly FieldError[]
  readonly authorities: readonly Authority[]
  readonly csrf: string
  /** Came from the check page and goes back there. */
  readonly backToCheck: boolean
  readonly phone: string
  /** Something is kept already, so it can be erased. */
  readonly kept: boolean
}

interface FrameProps extends StepView {
  readonly step: StepKey
  readonly help: Child
  readonly children: Child
}

/** One step: bar, what has to be mended, title, fields, two buttons. */
export function StepFrame({ step, help, children, errors, csrf, backToCheck, kept }: FrameProps) {
  const order = Object.keys(STEPS).indexOf(step) + 1
  return (
    <div class="zx-form-column">
      <StepBar steps={STEP_TITLES} current={order} />
      <ErrorSummary errors={errors} />
      <h1>{STEPS[step].title}</h1>
      <p class="zx-help">{help}</p>
      <form method="post" action={`/apply/${step}`} novalidate>
        <Csrf token={csrf} />
        {backToCheck && <HiddenField name="back" value="check" />}
        {children}
        <Buttons note="草稿加密保存30天，只有这个浏览器能打开。用公用电脑的，不写了请删去草稿。">
          <Button kind="primary" name="action" value="next">{backToCheck ? '保存，回去核对' : '保存并继续'}</Button>
          <Button name="action" value="later">先存着，以后再填</Button>
        </Buttons>
      </form>
      {kept && <DiscardForm csrf={csrf} />}
    </div>
  )
}

/** 删去草稿: for those who sit at somebody else's computer. */
export function DiscardForm({ csrf }: { csrf: string }) {
  return (
    <form method="post" action="/apply/discard" class="zx-discard">
      <Csrf token={csrf} />
      <Button kind="link">删去草稿，不写了</Button>
    </form>
  )
}
