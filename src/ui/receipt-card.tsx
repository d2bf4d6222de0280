/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { DefinitionList, type Definition } from './definition-list.tsx'

export interface ReceiptDate {
  /** 收到日, 最晚答复日 */
  readonly label: string
  readonly date: string
  readonly why: Child
  readonly article?: Child
}

export interface ReceiptCardProps {
  readonly title?: string
  readonly agencyName: string
  readonly number: string
  readonly code: string
  /** An inline SVG or image without personal data. */
  readonly qr?: Child
  readonly qrText?: string
  readonly facts: readonly Definition[]
  readonly dates: readonly [ReceiptDate, ReceiptDate]
  /** The strip. */
  readonly children?: Child
}

/** 登记回执: number and query code large, the two dates with their reasons, the strip. Prints on one page. */
export function ReceiptCard(props: ReceiptCardProps) {
  return (
    <section class="zx-receipt">
      <div class="zx-receipt-head"><h2>{props.title ?? '政府信息公开申请登记回执'}</h2><span class="zx-meta">{props.agencyName}</span></div>
      <div class="zx-receipt-body">
        <div class="zx-receipt-codes">
          <p><span class="zx-help">申请编号</span><br /><span class="zx-big-code">{props.number}</span></p>
          <p><span class="zx-help">查询码</span><br /><span class="zx-big-code">{props.code}</span></p>
          {props.qr !== undefined && <div class="zx-push"><span class="zx-qr">{props.qr}</span><p class="zx-meta">{props.qrText ?? '扫码直接看进度，不含您的个人信息'}</p></div>}
        </div>
        <DefinitionList items={props.facts} />
      </div>
      <div class="zx-receipt-dates">
        <div class="zx-dates">
          {props.dates.map(({ label, date, why, article }) => (
            <div><p class="zx-help">{label}</p><p class="zx-date-big">{date}</p><p>{why}</p>{article}</div>
          ))}
        </div>
        {props.children}
      </div>
    </section>
  )
}
