/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { Phone } from '#features/portal/index.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { nearDate } from '#ui/clock/index.ts'
import { TodoPanel } from '#ui/todo-panel.tsx'
import { letterHref } from './status-path.ts'
import type { StatusView } from './status-view.ts'

/** 需要您缴费: how much, until when, how, what happens otherwise. */
export function AwaitedPayment({ state, clock, number, letters, today, authority }: StatusView) {
  const { fee } = state
  if (fee === null) return null
  const { payBy } = clock
  const stored = letters.some(({ id, status }) => id === fee.letterId && status === 'stored')
  return (
    <TodoPanel
      tone="amber"
      kicker="需要您缴费"
      title={payBy === null ? `缴信息处理费${formatYuan(fee.amountFen)}` : `${nearDate(payBy, today)}前缴${formatYuan(fee.amountFen)}`}
      items={[
        '看收费通知书：依据、怎么算出来的、缴纳方式',
        '按收费通知书写的方式缴，不要向个人账户转账',
        <>缴费后本局登记；登记以前想问的，打 <Phone number={authority.consultPhone} /></>,
      ]}
      {...(stored ? { action: <Button kind="primary" icon="download" wide href={`${letterHref(number, fee.letterId)}?download=1`}>下载收费通知书</Button> } : {})}
    >
      <p>{payBy === null ? '从您收到收费通知的第二天起20个工作日以内缴。' : '当天也算。'}过期没有缴的，就当您放弃申请，本局不再处理。</p>
      <p>对收费有异议的，不能单独申请复议、提起诉讼，可以等缴费期满以后对不再处理提出。</p>
      <Cite of={[art('109', 6), art('109', 7)]} form="full" block />
    </TodoPanel>
  )
}
