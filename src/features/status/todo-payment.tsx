/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { TodoPanel } from '#ui/todo-panel.tsx'
import type { FeeView } from './fee-view.ts'
import { letterHref } from './status-path.ts'
import type { StatusView } from './status-view.ts'

/** 需要您缴费: how much, until when, how, what happens otherwise. */
export function AwaitedPayment({ fee, number, letters, today }: StatusView & { readonly fee: FeeView }) {
  const { payBy, method, working, amountFen, letterId } = fee
  const stored = letters.some(({ id, status }) => id === letterId && status === 'stored')
  return (
    <TodoPanel
      tone="amber"
      kicker="需要您缴费"
      title={payBy === null ? `缴信息处理费${formatYuan(amountFen)}` : `${nearDate(payBy, today)}前缴${formatYuan(amountFen)}`}
      items={[
        method ?? '缴纳方式见收费通知书',
        '只按通知书写的方式缴，不要向个人账户转账',
        '缴费后留好凭证，到账后答复期限重新数',
      ]}
      {...(stored ? { action: <Button kind="primary" icon="download" wide href={`${letterHref(number, letterId)}?download=1`}>下载收费通知书</Button> } : {})}
    >
      {working.length > 0 && <details class="zx-fold"><summary>怎么算出来的</summary><ul>{working.map((line) => <li>{line}</li>)}</ul></details>}
      <p>{payBy === null ? '从您收到收费通知书的第二天起20个工作日以内缴。' : '当天也算。'}过期没有缴的，就当您放弃申请，本局不再处理。</p>
      <p>对收费有异议的，不能单独申请复议、提起诉讼，可以等缴费期满以后对不再处理提出。</p>
      <Cite of={[art('109', 6), art('109', 7)]} form="full" block />
    </TodoPanel>
  )
}
