/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Phone } from '#features/portal/index.ts'
import type { FieldError } from '#platform/errors.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Csrf, ErrorSummary, errorOf, TextField } from '#ui/form/index.ts'

export interface StatusFormView {
  readonly number: string
  readonly queryCode: string
  readonly errors: readonly FieldError[]
  readonly csrf: string
  readonly phone: string
}

/** 查询进度: number and query code from the receipt. */
export function StatusFormPage({ number, queryCode, errors, csrf, phone }: StatusFormView) {
  return (
    <div class="zx-form-column">
      <ErrorSummary errors={errors} />
      <h1>查询进度</h1>
      <p class="zx-help">申请编号和查询码都在回执上。</p>
      <form method="post" action="/status" novalidate>
        <Csrf token={csrf} />
        <TextField name="number" label="申请编号" help="例如2026-0187" value={number} autocomplete="off" width="half" required error={errorOf(errors, 'number')} />
        <TextField name="queryCode" label="查询码" help="8位字母和数字，例如K7M4 2Q9T，大小写都行" value={queryCode} autocomplete="off" width="half" required error={errorOf(errors, 'queryCode')} />
        <Buttons><Button kind="primary">看进度</Button></Buttons>
      </form>
      <p class="zx-form-note">查询码丢了的，打咨询电话 <Phone number={phone} />，或者带身份证明到服务窗口，由工作人员帮您查。</p>
    </div>
  )
}
