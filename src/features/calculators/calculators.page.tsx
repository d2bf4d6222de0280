/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday, type CivilDate } from '#law/civil-date.ts'
import type { Clock } from '#law/clock-types.ts'
import type { Fee } from '#law/processing-fee-measures/fee.ts'
import { formatYuan } from '#law/processing-fee-measures/money.ts'
import { DueMayMove } from '#features/portal/index.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { citesOf, DayTable, Strip } from '#ui/clock/index.ts'
import { DateField, ErrorSummary, errorOf, Segments, TextField, type FieldProblem } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { Section } from '#ui/portal-parts.tsx'

export type Basis = 'per_case' | 'per_page'

export interface CalculatorsView {
  readonly today: CivilDate
  readonly typed: { readonly received: string; readonly basis: Basis; readonly cases: string; readonly pages: string }
  readonly clock: Clock | null
  readonly fee: Fee | null
  readonly errors: readonly FieldProblem[]
}

function DueResult({ clock, today }: { clock: Clock; today: CivilDate }) {
  const past = clock.dueOn! < today
  return (
    <Panel tinted>
      <p class="zx-meta">最晚答复日</p>
      <p class="zx-key-date">{formatDateWithWeekday(clock.dueOn!)}</p>
      <Strip clock={clock} today={past ? clock.receivedOn : today} size="receipt" />
      {clock.working.map((step) => <p>{step.text}。</p>)}
      {past && <p>这一天已经过了。如果还没有收到答复，见<a href="/guide#remedy">不服怎么办</a>。</p>}
      <p><Cite of={citesOf(clock)} form="full" /></p>
      <details class="zx-fold"><summary>逐日看一遍</summary><DayTable clock={clock} today={past ? undefined : today} /></details>
    </Panel>
  )
}

function FeeResult({ fee }: { fee: Fee }) {
  return (
    <Panel tinted>
      <p class="zx-meta">信息处理费</p>
      <p class="zx-key-date">{formatYuan(fee.amountFen)}</p>
      {fee.working.map((step) => <p>{step.text}。</p>)}
      <p><Cite of={fee.working.at(-1)?.cite} form="full" /></p>
    </Panel>
  )
}

/** 期限与费用: the same computation as for a real case, open to everybody. */
export function CalculatorsPage({ today, typed, clock, fee, errors }: CalculatorsView) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>期限与费用</h1>
      <p class="zx-lede">和办案用的是同一套算法，每一步都写明依据。</p>
      <Section title="最晚哪天答复" id="due">
        <form class="zx-form-column" method="get" action="/calculators">
          <DateField name="received" label="收到日" help="网上申请就是提交的这天；寄信是机关签收的这天。例如2026-11-20" value={typed.received} readBack={clock ? formatDateWithWeekday(clock.receivedOn) : undefined} error={errorOf(errors, 'received')} />
          <Buttons><Button kind="primary">算一算</Button></Buttons>
        </form>
        {clock && <DueResult clock={clock} today={today} />}
        <div class="zx-prose"><h3>这一天会变吗</h3><DueMayMove lawAsOf={clock?.lawAsOf ?? today} /></div>
      </Section>
      <Section title="信息处理费" id="fee">
        <p class="zx-prose">一般不收费。同一个人一个月里申请超过10件，或者一件要的材料超过30页，才可能收。收不收由机关决定，收以前会通知您。两种算法只能用一种。</p>
        <form class="zx-form-column" method="get" action="/calculators#fee">
          <Segments name="basis" label="怎么算" value={typed.basis} options={[{ value: 'per_case', label: '按件' }, { value: 'per_page', label: '按页' }]} />
          <TextField name="cases" label="这个月一共申请几件" mark="按件算就写" help="同一个自然月里收到的，一份里有几件事的按几件算" inputmode="numeric" width="half" value={typed.cases} error={errorOf(errors, 'cases')} />
          <TextField name="pages" label="这一件一共几页" mark="按页算就写" help="A4或者更小，一面是一页" inputmode="numeric" width="half" value={typed.pages} error={errorOf(errors, 'pages')} />
          <Buttons><Button kind="primary">算一算</Button></Buttons>
        </form>
        {fee && <FeeResult fee={fee} />}
      </Section>
    </>
  )
}
