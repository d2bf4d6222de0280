/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { UploadView } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import type { Authority } from '#store/tables/authority.table.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary, HiddenField } from '#ui/form/index.ts'
import { StepBar } from '#ui/steps.tsx'
import { OverwrittenNotice, type OverwrittenView } from './apply-overwritten.tsx'
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
  /** Papers kept so far; null where none can be taken. */
  readonly papers: readonly UploadView[] | null
  /** Which draft in which state this page shows: a later save knows what has changed elsewhere. */
  readonly shown: { readonly draft: string; readonly fields: string }
  /** What another device wrote and this one has just replaced. */
  readonly overwritten: OverwrittenView | null
}

interface FrameProps extends StepView {
  readonly step: StepKey
  readonly help: Child
  readonly children: Child
}

/** What Enter and the first button do. */
export const GO_ON = { name: 'action', value: 'next' } as const

/** One step: bar, what has to be mended, title, fields, two buttons. */
export function StepFrame({ step, help, children, errors, csrf, backToCheck, kept, shown, overwritten, papers }: FrameProps) {
  const order = Object.keys(STEPS).indexOf(step) + 1
  return (
    <div class="zx-form-column">
      <StepBar steps={STEP_TITLES} current={order} />
      <ErrorSummary errors={errors} />
      <h1>{STEPS[step].title}</h1>
      <p class="zx-help">{help}</p>
      {step === 'who' && !kept && <p><a href="/apply/resume">以前存过草稿？用续写码接着写</a></p>}
      <form method="post" action={`/apply/${step}`} novalidate enctype={papers === null ? undefined : 'multipart/form-data'}>
        <button class="zx-sr" type="submit" tabindex={-1} aria-hidden="true" {...GO_ON}>保存并继续</button>
        <Csrf token={csrf} />
        <HiddenField name="draft" value={shown.draft} />
        <HiddenField name="shown" value={shown.fields} />
        {backToCheck && <HiddenField name="back" value="check" />}
        {overwritten && <OverwrittenNotice {...overwritten} />}
        {children}
        <Buttons note="草稿加密保存30天。要换手机、换电脑接着写，点“先存着”，给您一个续写码。用公用电脑的，不写了请删去草稿。">
          <Button kind="primary" {...GO_ON}>{backToCheck ? '保存，回去核对' : '保存并继续'}</Button>
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
