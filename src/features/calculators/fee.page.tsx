/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { Fee, FeePart } from '#law/processing-fee-measures/fee.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { readDate } from '#platform/validation/date.ts'
import { Cite } from '#ui/cite.tsx'
import { art } from '#law/citation.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { DateField, Radios, TextField } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { DataTable } from '#ui/table.tsx'
import { CalculatorFrame, saidOf } from './calculator-frame.tsx'
import type { FeeResult, TypedFee } from './fee-form.ts'

/** 信息处理费: by cases or by pages, never both. */
export function FeePage({ typed, result }: { typed: TypedFee; result: FeeResult }) {
  const { fee, errors, refusal } = result
  const said = (field: string) => saidOf(errors, refusal, field)
  const date = readDate(typed.received)
  const perCase = (
    <>
      <TextField name="cases" label="一共几件" help="一份里有几件事的，按几件算" inputmode="numeric" width="half" value={typed.cases} error={said('cases')} />
      <TextField name="ordinal" label="从这个月的第几件算起" mark="可不填" help="不填就从第1件算起。换了月份重新数" inputmode="numeric" width="half" value={typed.ordinal} error={said('ordinal')} />
    </>
  )
  const perPage = <TextField name="pages" label="这一件一共几页" help="A4或者更小，一面是一页" inputmode="numeric" width="half" value={typed.pages} error={said('pages')} />
  return (
    <CalculatorFrame current="fee" errors={errors} refusal={refusal}>
      <Section title="信息处理费" id="fee">
        <p class="zx-prose no-print">一般不收费。同一个人一个月里申请超过10件，或者一件要的材料超过30页，才可能收。收不收由机关决定，收以前会通知您。两种算法只能用一种。 <Cite of={art('711', 42)} form="full" /></p>
        <form class="zx-form-column no-print" method="get" action="/calculators/fee#answer">
          <DateField name="received" label="收到日" width="half" help="件数按收到那天所在的月份数" value={typed.received} readBack={date === null ? undefined : formatDateWithWeekday(date)} error={said('received')} />
          <Radios name="basis" label="怎么算" value={typed.basis} options={[{ value: 'per_case', label: '按件：同一个人一个月里的件数', children: perCase }, { value: 'per_page', label: '按量：一件的页数', children: perPage }]} />
          <Buttons><Button kind="primary">算一算</Button></Buttons>
        </form>
        {fee && <FeePanel fee={fee} unit={typed.basis === 'per_case' ? '件' : '页'} />}
      </Section>
    </CalculatorFrame>
  )
}

function FeePanel({ fee: { amountFen, parts, working }, unit }: { fee: Fee; unit: string }) {
  const last = working.at(-1)
  const range = ({ from, to }: FeePart) => (from === to ? `第${from}${unit}` : `第${from}至${to}${unit}`)
  return (
    <Panel tinted id="answer">
      <p class="zx-meta">信息处理费</p>
      <p class="zx-key-date">{formatYuan(amountFen)}</p>
      <p>{last?.text}。</p>
      <DataTable caption="各档" rows={parts} columns={[
        { key: 'range', head: '哪一段', cell: range },
        { key: 'count', head: `几${unit}`, numeric: true, cell: ({ from, to }) => to - from + 1 },
        { key: 'unit', head: `每${unit}`, numeric: true, tight: true, cell: ({ unitFen }) => (unitFen === 0 ? '不收费' : formatYuan(unitFen)) },
        { key: 'amount', head: '小计', numeric: true, tight: true, cell: (part) => formatYuan(part.amountFen) },
      ]} />
      <p><Cite of={[unit === '件' ? art('109', 4) : art('109', 5), art('711', 42)]} form="full" /></p>
      <div class="zx-answer-foot"><p class="zx-meta">对收费有异议的，不能单独复议或者起诉；缴费期满以后，可以就不再处理申请这件事复议或者起诉。 <Cite of={art('109', 7)} form="full" /></p><Button action="print" icon="print" small>打印</Button></div>
    </Panel>
  )
}
