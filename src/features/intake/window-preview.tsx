/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { formatDateWithWeekday, formatShort, yearOf, type CivilDate } from '#law/civil-date.ts'
import { foldClock } from '#law/disclosure-regulation/clock.ts'
import type { Ctx } from '#store/context.ts'
import { Badge } from '#ui/badge.tsx'
import { Cite } from '#ui/cite.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { art } from '#law/citation.ts'
import { decideReceipt } from './receipt.decide.ts'
import { readReceipt, type WindowValues } from './window-form.ts'

/** What the receipt will say of these dates, each with its reason and article; or what is missing to say it. */
export function ReceiptPreview({ ctx, values }: { ctx: Ctx; values: WindowValues }) {
  const facts = readReceipt(values)
  if (!facts.ok) return <Unknown>{facts.errors[0]!.message}</Unknown>
  const receipt = decideReceipt({ ...facts.value, recordedByStaff: true }, ctx)
  if (!receipt.ok) return <Unknown>{receipt.refusal.message} <Cite of={receipt.refusal.cite ?? null} /></Unknown>
  const { receivedOn } = receipt
  const folded = foldClock({ receivedOn, events: [], today: ctx.today, calendar: ctx.calendar })
  if (!folded.ok) return <Unknown>{folded.refusal.message}</Unknown>
  const { dueOn, correctionNoticeDueOn, provisional, working, overdue } = folded.clock
  const near = (date: CivilDate) => (yearOf(date) === yearOf(ctx.today) ? formatShort(date) : formatDateWithWeekday(date))
  return (
    <div data-say={`收到日${formatDateWithWeekday(receivedOn)}，最晚答复${dueOn === null ? '' : formatDateWithWeekday(dueOn)}`}>
      <DefinitionList
        items={[
          { term: '收到日', value: <><Day date={receivedOn} />{receipt.working.map((step) => <p>{step.text}</p>)}<Cite of={receipt.cite} block /></> },
          dueOn !== null && {
            term: '最晚答复',
            value: <><Day date={dueOn} />{working.map((step) => <p>{step.text}</p>)}{overdue && <Badge tone="overdue" shape="octagon">已经超期</Badge>}{provisional && <Badge tone="amber" shape="triangle">放假安排未公布，暂算</Badge>}<Cite of={working[0]?.cite} block /></>,
          },
          correctionNoticeDueOn !== null && { term: '补正通知', value: <>最晚{near(correctionNoticeDueOn)} <Cite of={art('711', 30)} /></> },
        ]}
      />
    </div>
  )
}

function Day({ date }: { date: CivilDate }) {
  return <p class="zx-lead"><b>{formatDateWithWeekday(date)}</b></p>
}

function Unknown({ children }: { children: Child }) {
  return <p class="zx-meta">现在还算不出来：{children}</p>
}
