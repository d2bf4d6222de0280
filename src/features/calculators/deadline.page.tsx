/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday } from '#law/civil-date.ts'
import type { WorkingCalendar } from '#law/working-days.ts'
import type { FieldError } from '#platform/errors.ts'
import { readDate } from '#platform/validation/date.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { DateField, FieldRow, Select, TextField } from '#ui/form/index.ts'
import { Section } from '#ui/portal-parts.tsx'
import { CalculatorFrame, saidOf } from './calculator-frame.tsx'
import { moreRows, type DeadlineResult, type TypedDeadline } from './deadline-form.ts'
import { DeadlineAnswerPanel } from './deadline-result.tsx'
import { ROW_KINDS, type TypedRow } from './deadline-rows.ts'

const KINDS = [{ value: '', label: '（选一件事）' }, ...ROW_KINDS]

interface DeadlinePageProps {
  readonly typed: TypedDeadline
  readonly result: DeadlineResult
  readonly calendar: WorkingCalendar
}

/** 最晚哪天答复: the clock of any application, with what happened since receipt. */
export function DeadlinePage({ typed, result, calendar }: DeadlinePageProps) {
  const { errors, refusal, clock } = result
  const said = (field: string) => saidOf(errors, refusal, field)
  return (
    <CalculatorFrame current="deadline" errors={errors} refusal={refusal}>
      <Section title="最晚哪天答复" id="due">
        <form class="zx-form-column no-print" method="get" action="/calculators#answer">
          {/* Enter in a field presses the first button of a form: this one, not the one that only adds rows. */}
          <button class="zx-sr" type="submit" tabindex={-1} aria-hidden="true">算一算</button>
          <DateField name="received" label="收到日" width="half" help="网上申请就是提交的这天；寄信是机关签收的这天。例如2026-11-20" value={typed.received} readBack={spoken(typed.received)} error={said('received')} />
          <Later typed={typed} said={said} errors={errors} open={refusal !== null && refusal.field !== 'received'} />
          <Buttons><Button kind="primary">算一算</Button></Buttons>
        </form>
        {clock && <DeadlineAnswerPanel result={{ ...result, clock }} calendar={calendar} />}
      </Section>
    </CalculatorFrame>
  )
}

interface LaterProps {
  readonly typed: TypedDeadline
  readonly said: (field: string) => string | undefined
  readonly errors: readonly FieldError[]
  readonly open: boolean
}

/** What happened after receipt: folded away for whoever only asks about a day. */
function Later({ typed, said, errors, open }: LaterProps) {
  const used = typed.today !== '' || typed.rows.some((row) => row.type !== '' || row.on !== '' || row.to !== '')
  const wrong = errors.some(({ field }) => field !== 'received')
  const more = moreRows(typed)
  return (
    <details class="zx-fold zx-later" open={used || wrong || open || typed.rows.length > 3}>
      <summary>期间补正过、征求过意见、延长过……</summary>
      <p class="zx-help">按发生的先后写。告知补正再写补正的最后一天，延迟答复再写延到哪天，延长再写几个工作日；征求意见知道的，再写对方收到征求意见书的那天。</p>
      {typed.rows.map((row, index) => <Row row={row} number={index + 1} said={said} />)}
      {more !== null && <Buttons><Button name="rows" value={String(more)} small>再加几行</Button></Buttons>}
      <DateField name="today" label="算到哪天" mark="可不填" width="half" help="不填就是今天" value={typed.today} readBack={spoken(typed.today)} error={said('today')} />
    </details>
  )
}

function Row({ row, number, said }: { row: TypedRow; number: number; said: (field: string) => string | undefined }) {
  const field = (name: string) => `${name}${number}`
  return (
    <fieldset class="zx-later-row">
      <legend class="zx-sr">第{number}件事</legend>
      <FieldRow of={3}>
        <Select name={field('type')} label={`${number}. 发生了什么`} options={KINDS} value={row.type} error={said(field('type'))} />
        <DateField name={field('on')} label="哪天" value={row.on} readBack={spoken(row.on)} error={said(field('on'))} />
        <TextField name={field('to')} label="到哪天，或者几天" value={row.to} error={said(field('to'))} />
      </FieldRow>
    </fieldset>
  )
}

function spoken(text: string): string | undefined {
  const date = readDate(text)
  return date === null ? undefined : formatDateWithWeekday(date)
}
