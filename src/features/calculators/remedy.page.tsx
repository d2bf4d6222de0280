/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { DECISION_KINDS } from '#law/disclosure-regulation/decision-kind.ts'
import type { Remedy } from '#law/remedies/remedy.ts'
import { readDate } from '#platform/validation/date.ts'
import { Button, Buttons } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Checkbox, DateField, Select } from '#ui/form/index.ts'
import { Panel } from '#ui/panel.tsx'
import { Section } from '#ui/portal-parts.tsx'
import { Notice } from '#ui/todo-panel.tsx'
import { CalculatorFrame, saidOf } from './calculator-frame.tsx'
import { Reasons } from './reasons.tsx'
import type { RemedyResult, TypedRemedy } from './remedy-form.ts'

const DECISIONS = [{ value: '', label: '（选一种）' }, ...DECISION_KINDS.map(({ code, name }) => ({ value: code, label: name }))]

const ROUTES: Readonly<Record<Remedy['route'], string>> = {
  reconsideration_first: '先申请行政复议',
  choice: '可以复议，也可以直接起诉',
  none: '没有可以复议或者起诉的决定',
}

/** 复议诉讼期限: what can be done against an answer, and until when. */
export function RemedyPage({ typed, result }: { typed: TypedRemedy; result: RemedyResult }) {
  const { remedy, errors, refusal } = result
  const said = (field: string) => saidOf(errors, refusal, field)
  return (
    <CalculatorFrame current="remedy" errors={errors} refusal={refusal}>
      <Section title="不服答复，最晚哪天复议、起诉" id="remedy">
        <form class="zx-form-column no-print" method="get" action="/calculators/remedy#answer">
          <Select name="decision" label="是哪种答复" help="看答复书的决定部分" options={DECISIONS} value={typed.decision} error={said('decision')} />
          <DateField name="issued" label="答复书的日期" width="half" help="答复书末尾写的日期。例如2026-11-20" value={typed.issued} readBack={spoken(typed.issued)} error={said('issued')} />
          <DateField name="delivered" label="您收到答复书的日期" mark="知道就写" width="half" help="期限从收到的第二天起数；不写就算不出最后一天" value={typed.delivered} readBack={spoken(typed.delivered)} error={said('delivered')} />
          <Checkbox name="electronic" label="是在网上收到的" checked={typed.electronic} />
          <Buttons><Button kind="primary">算一算</Button></Buttons>
        </form>
        {remedy && <RemedyPanel remedy={remedy} />}
      </Section>
    </CalculatorFrame>
  )
}

function RemedyPanel({ remedy: { route, reconsiderationBy, litigationBy, clause, working, provisional } }: { remedy: Remedy }) {
  return (
    <Panel tinted id="answer">
      <p class="zx-meta">不服怎么办</p>
      <p class="zx-key-date">{ROUTES[route]}</p>
      <DefinitionList big items={[
        reconsiderationBy !== null && { term: '申请行政复议', value: <>最晚<b>{formatDateWithWeekday(reconsiderationBy)}</b></> },
        litigationBy !== null && { term: '直接提起诉讼', value: <>最晚<b>{formatDateWithWeekday(litigationBy)}</b></> },
        clause !== '' && { term: '答复书会写', value: clause },
      ]} />
      {provisional && <Notice tone="amber" title="暂按推算"><p>那一年的放假安排还没有公布，公布以后最后一天可能顺延。</p></Notice>}
      <h3>依据</h3>
      <Reasons steps={working} />
      <div class="zx-answer-foot"><p class="zx-meta">最后一天是放假的，顺延到放假后第一个工作日。</p><Button action="print" icon="print" small>打印</Button></div>
    </Panel>
  )
}

function spoken(text: string): string | undefined {
  const date = readDate(text)
  return date === null ? undefined : formatDateWithWeekday(date)
}
