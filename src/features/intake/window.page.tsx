/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldError } from '#platform/errors.ts'
import type { StaffCtx } from '#store/context.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary, HiddenField } from '#ui/form/index.ts'
import { Columns, Panel, Stack } from '#ui/panel.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { ApplicantPart, ArrivalPart, HowPart, WhatPart } from './window-parts.tsx'
import type { WindowValues } from './window-form.ts'
import { ReceiptPreview } from './window-preview.tsx'

export interface WindowPageProps {
  readonly ctx: StaffCtx
  readonly values: WindowValues
  readonly errors: readonly FieldError[]
  /** A sentence on top: the same page has filed something before. */
  readonly remark: string | null
  /** Number of the application that was filed just before this one. */
  readonly filed: string | null
  readonly idempotencyKey: string
  readonly csrf: string
}

/** 录入纸质申请: four parts on one page, and what the receipt will say. Duplicates never block: everything is registered. */
export function WindowPage(props: WindowPageProps) {
  const { ctx, values, errors, remark, filed, idempotencyKey, csrf } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      {remark !== null && <Notice tone="amber" title={remark} live />}
      {filed !== null && <Notice tone="green" title={<>{filed}已登记。<a href={`/desk/intake/receipt/${filed}`}>打印{filed}的回执</a></>} live />}
      <Columns kind="window">
        <Panel>
          <form class="zx-window" method="post" action="/desk/intake">
            <Csrf token={csrf} />
            <HiddenField name="key" value={idempotencyKey} />
            <ArrivalPart values={values} errors={errors} />
            <ApplicantPart values={values} errors={errors} today={ctx.today} />
            <WhatPart values={values} errors={errors} />
            <HowPart values={values} errors={errors} />
            <Buttons>
              <Button kind="primary" name="do" value="print" keys="Ctrl Enter">存并打印回执</Button>
              <Button name="do" value="again" keys="Ctrl Shift Enter">存，再录一份</Button>
              <noscript><Button name="do" value="preview">算一算</Button></noscript>
            </Buttons>
          </form>
        </Panel>
        <Stack as="aside">
          <Panel title="回执上会写" edge="navy">
            <div id="receipt-preview"><ReceiptPreview ctx={ctx} values={values} /></div>
          </Panel>
        </Stack>
      </Columns>
    </>
  )
}
