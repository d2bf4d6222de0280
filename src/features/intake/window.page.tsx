/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { SimilarPanel } from '#features/similar/index.ts'
import type { UploadView } from '#features/uploads/index.ts'
import type { FieldError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary, HiddenField } from '#ui/form/index.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { PaperCheck, typedIn } from './window-checks.tsx'
import type { WindowValues } from './window-form.ts'
import type { LastForm } from './window-last.ts'
import { ApplicantPart, ArrivalPart, HowPart, SAVE, WhatPart } from './window-parts.tsx'
import { ReceiptPreview } from './window-preview.tsx'
import { ReturningHint } from './window-returning.tsx'

export interface WindowPageProps {
  readonly ctx: StaffCtx
  readonly values: WindowValues
  readonly errors: readonly FieldError[]
  readonly scans: readonly UploadView[]
  /** What the page before this one did, or what is to be decided, above the form; said to screen readers too. */
  readonly told: Told | null
  /** Where typing goes on. */
  readonly start: string
  readonly last: LastForm | null
  readonly idempotencyKey: string
  readonly csrf: string
}

export interface Told {
  readonly tone: 'green' | 'amber'
  readonly title: Child
  readonly say: string
}

/** 录入纸质申请: four parts on one page, and what the receipt will say. Duplicates never block: everything is registered. */
export function WindowPage(props: WindowPageProps) {
  const { ctx, values, errors, scans, told, start, last, idempotencyKey, csrf } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      {told !== null && <div data-say-now={told.say}><Notice tone={told.tone} title={told.title} live /></div>}
      <Columns kind="window">
        <Panel>
          <form class="zx-window" method="post" action="/desk/intake" enctype="multipart/form-data" data-refresh="/desk/intake/preview?part=check" data-refresh-target="paper-check" data-start={start}>
            <Csrf token={csrf} />
            <HiddenField name="key" value={idempotencyKey} />
            <button class="zx-sr" type="submit" tabindex={-1} aria-hidden="true" name={SAVE.name} value={SAVE.value}>存</button>
            {last !== null && <SameAsLast last={last} />}
            <ArrivalPart values={values} errors={errors} />
            <ApplicantPart values={values} errors={errors} today={ctx.today} returning={<ReturningHint ctx={ctx} values={values} />} />
            <WhatPart values={values} errors={errors} scans={scans} />
            <HowPart values={values} errors={errors} />
            <Buttons end={<span class="zx-meta" data-elapsed aria-hidden="true" />}>
              <Button kind="primary" {...SAVE} keys="Ctrl Enter">存并打印回执</Button>
              <Button name="do" value="again" keys="Ctrl Shift Enter">存，再录一份</Button>
              <span data-for="ordinary_mail fax"><button class="btn zx-btn-secondary" type="submit" formaction="/desk/pending-receipts" data-fkey="F9"><span>先存为待确认收到</span><KeyHint keys="F9" joined /></button></span>
              <noscript><Button name="do" value="preview">算一算</Button></noscript>
            </Buttons>
          </form>
        </Panel>
        <Stack as="aside">
          <Panel title="回执上会写" edge="navy">
            <div id="receipt-preview"><ReceiptPreview ctx={ctx} values={values} /></div>
          </Panel>
          <Panel title="存之前，对一遍原件">
            <div id="paper-check"><PaperCheck values={values} scans={scans} /></div>
          </Panel>
          <div id="similar"><SimilarPanel ctx={ctx} typed={typedIn(ctx, values)} /></div>
        </Stack>
      </Columns>
    </>
  )
}

/** For batches: what the form before had in common with this one, with one key; its person only when asked for. */
function SameAsLast({ last }: { last: LastForm }) {
  return (
    <p class="zx-same-last no-print">
      <button class="btn zx-btn-secondary zx-btn-small" type="submit" name="do" value="same" data-fkey="F2" data-same={JSON.stringify(last.values)}><span>同上一份的收件、类别、给法</span><KeyHint keys="F2" joined /></button>
      {last.number !== null && <button class="btn zx-btn-secondary zx-btn-small" type="submit" name="do" value="same-person" data-fkey="Shift F2"><span>连同申请人</span><KeyHint keys="Shift F2" joined /></button>}
    </p>
  )
}
